// analysis/limits.hpp: what the publishing rules of a platform allow, as numbers.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "model/plan.hpp"

namespace analysis {

// Looks up PublishingRule rows: those of the platform itself, then those for all platforms. Only a platform to which no
// row of the plan applies gets the defaults: the values of the seed documents for 微博 (text 140, focus pictures 5 and
// videos 1 of 5 MB, links 39, menu 3 by 5) and 微信公众号 (title 20, menu 3 by 5), replies in 5 and 10 working days,
// rumours answered in 24 hours.
class PlatformLimits {
  public:
    explicit PlatformLimits(const model::Plan& plan);
    // In the rule's unit: characters, pieces, working days, hours; PictureSize in kB whatever the rule's unit says.
    [[nodiscard]] std::optional<std::int64_t> limit(std::string_view platform, model::RuleKind kind) const;

  private:
    using Rules = std::map<model::RuleKind, std::int64_t>;
    std::map<std::string, Rules, std::less<>> rules_;  // by platform, "": all
};

std::string_view platform_key(std::string_view platform);  // without white space at its ends

}  // namespace analysis
