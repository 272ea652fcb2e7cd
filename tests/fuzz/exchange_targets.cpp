// Files of every format of the table, whatever they are called.
#include <string>

#include "exchange/convert.hpp"
#include "fuzz/targets.hpp"
#include "model/integrity.hpp"

namespace fuzz {

void exchange(std::string_view bytes) {
    const std::size_t line = std::min(bytes.find('\n'), bytes.size());
    const ::exchange::Sample sample{bytes.substr(0, line), bytes.substr(std::min(line + 1, bytes.size()))};
    const auto recognised = ::exchange::recognise(sample);
    law(recognised ? *recognised != nullptr : !recognised.error().code.empty(), "exchange: a refusal has a code");
    for (const ::exchange::Format& format : ::exchange::formats()) {
        const auto plans = ::exchange::read(format, sample.bytes);
        law(format.reads || !plans, "exchange: what is not read is refused");
        if (!plans) {
            law(!plans.error().code.empty(), "exchange: a refusal has a code");
            continue;
        }
        law(!plans->empty(), "exchange: who reads gets something");
        for (const model::Plan& plan : *plans) law(model::check_plan(plan).ok(), "exchange: what is read is whole");
    }
}

}  // namespace fuzz
