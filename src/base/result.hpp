// base/result.hpp: a value or the reason why there is none.
//
// An Error's code is the contract (stable, tested, translated by the interface as "error.CODE"); subject says where,
// for instance a JSON pointer or a row id. Exceptions are off, so assertions guard against bugs and Results carry bad
// input.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace base {

struct [[nodiscard]] Error {
    std::string code;     // stable, kebab-case: "json-syntax"
    std::string subject;  // the place: "/tasks/3/owner", an id, a file name; may be empty
    std::string detail;   // what was found there, for the reader of the message; may be empty
    bool operator==(const Error&) const = default;
};

template <class T> class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& value() const& {
        assert(ok());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T& value() & {
        assert(ok());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T&& value() && {
        assert(ok());
        return std::move(*std::get_if<0>(&state_));
    }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }
    [[nodiscard]] const Error& error() const {
        assert(!ok());
        return *std::get_if<1>(&state_);
    }

  private:
    std::variant<T, Error> state_;
};

struct Done {
    bool operator==(const Done&) const = default;
};
using Status = Result<Done>;  // for what either works or does not

}  // namespace base
