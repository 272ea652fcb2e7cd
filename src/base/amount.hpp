// base/amount.hpp: amounts as people write them: with a sign (≥1000, 约3万, 1000以上), as a range (1-2款, 5%-8%) or a
// size (560×260).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

enum class AmountSign : std::uint8_t {
    Exact,
    AtLeast,   // ≥1000, 1000以上, 不低于1000
    MoreThan,  // ＞100, 大于100
    AtMost,    // ≤24, 24以内, 不超过24
    LessThan,  // ＜5, 低于5
    About,     // 约2%, 30左右
    Between,   // 1-2, 5%-8%, 3至5万
    Size,      // 560×260: width, height
    Several,   // 若干: no number at all
};

struct Amount {
    AmountSign sign = AmountSign::Exact;
    std::string low, high;  // plain numbers as read_number gives them; high: of Between and Size
    std::string unit;       // what stands behind the number, half width: "%", "元", "名"
    bool operator==(const Amount&) const = default;
};

// Nothing: the text is no amount, or holds more than one.
std::optional<Amount> read_amount(std::string_view text);

}  // namespace base
