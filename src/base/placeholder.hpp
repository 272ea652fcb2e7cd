// base/placeholder.hpp: texts that a template left to be filled in.
#pragma once

#include <string_view>

namespace base {

// The first of the forms that templates use, in both scripts: [责任人姓名], 【请填写】, （待定）, <责任人>, XXX, X%,
// XX个, 20XX年, 2025年X月X日, ____%, 年 月 日, 某某, a label without value (邮箱：，), or a text of nothing but dots,
// underscores or a word like 待定, TBD; "" if there is none. Letters that mean something (X线, XX染色体, [1], XML) are
// none.
std::string_view find_placeholder(std::string_view text);

// The text is nothing but such a form: it counts as empty.
bool is_placeholder(std::string_view text);

// A name by which nobody can be asked: empty, a placeholder, an example, or words like 相关人员 and 无.
bool names_nobody(std::string_view name);

// 张三, 李四, 王五: names that stand for nobody; "" if there is none.
std::string_view find_example_name(std::string_view text);

}  // namespace base
