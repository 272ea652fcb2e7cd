// analysis/placeholder.hpp: texts that a template left to be filled in.
#pragma once

#include <string_view>

namespace analysis {

// The first of the forms that templates use: [责任人姓名], 【请填写】, XXX, XX%, XXXX年XX月, 2025年X月X日, or a text of
// nothing but dots or underscores; "" if there is none. Letters that mean something (X线, XX染色体, [1], XML) are none.
std::string_view find_placeholder(std::string_view text);

// 张三, 李四, 王五: names that stand for nobody; "" if there is none.
std::string_view find_example_name(std::string_view text);

}  // namespace analysis
