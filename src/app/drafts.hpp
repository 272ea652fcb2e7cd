// app/drafts.hpp: texts that a field could not take. They stay where they were typed, with the reason, whatever else is
// looked at or opened meanwhile and when the page comes back, until they are mended, given up, or their row is gone.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/words.hpp"
#include "model/plan.hpp"
#include "model/value.hpp"

namespace app {

struct DraftPlace {
    model::Id plan;
    model::RecordType record{};
    model::Id id;
    const model::FieldInfo* field = nullptr;
    auto operator<=>(const DraftPlace&) const = default;
};

// What stands in the editor of a text, or of a list with an entry a line, as a value.
model::Value typed_value(const model::FieldInfo& field, std::string_view text);

// Why the field cannot hold the value, beside it: "引言太长（30,012／20,000 字）。"; "": it can.
std::string refusal(const base::Words& words, const model::RecordInfo& info, const model::FieldInfo& field,
                    const model::Value& value);

class Drafts {
  public:
    enum class Typing : std::uint8_t { On, Over };  // Over: the field was left

    [[nodiscard]] const std::string* find(const DraftPlace& place) const;  // valid until the next change
    void keep(const DraftPlace& place, std::string text, Typing typing);
    void drop(const DraftPlace& place);
    // Where texts were left that the plan has not taken; rows that are not in it now are passed over.
    [[nodiscard]] std::vector<DraftPlace> left_in(const model::Plan& plan) const;

    // All of them as one text, to be kept outside the page. What decode cannot read it leaves out.
    static constexpr std::size_t encoded_limit = 400'000;  // bytes: what is kept outside has little room; beyond, ""
    [[nodiscard]] std::string encode() const;
    static Drafts decode(std::string_view text);
    std::optional<std::string> take_changed();  // encode(), once after each change

  private:
    struct Draft {
        std::string text;
        Typing typing = Typing::Over;
    };
    std::map<DraftPlace, Draft> drafts_;
    bool changed_ = false;
};

// What is left in the plan's fields, to be said while it is: "" in title if nothing is.
struct LeftTexts {
    std::string title, advice;
    DraftPlace first;
};
LeftTexts left_texts(const base::Words& words, const model::Plan& plan, const Drafts& drafts);

}  // namespace app
