// base/callback.hpp: a function with the references and numbers it works with; no heap, nothing to destroy.
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

namespace base {

template <class Signature> class Callback;

// What std::function is used for, at a quarter of its code (some hundred bytes for each lambda of the interface).
// A lambda may hold only what is copied as bytes: references (which must outlive it), pointers, numbers.
template <class Result, class... Args> class Callback<Result(Args...)> {
  public:
    Callback() = default;
    Callback(std::nullptr_t) {}
    template <class Function>
    requires(!std::is_same_v<Function, Callback> && std::is_invocable_r_v<Result, Function&, Args...>)
        Callback(Function function)  // implicit, as with std::function
        : call_([](void* held, Args... args) -> Result {
              return (*static_cast<Function*>(held))(std::forward<Args>(args)...);
          }) {
        static_assert(std::is_trivially_copyable_v<Function> && std::is_trivially_destructible_v<Function>);
        static_assert(sizeof(Function) <= sizeof held_ && alignof(Function) <= alignof(void*));
        std::construct_at(reinterpret_cast<Function*>(held_), function);
    }

    Result operator()(Args... args) const { return call_(held_, std::forward<Args>(args)...); }
    explicit operator bool() const { return call_ != nullptr; }

  private:
    alignas(void*) mutable std::byte held_[12 * sizeof(void*)];
    Result (*call_)(void*, Args...) = nullptr;
};

}  // namespace base
