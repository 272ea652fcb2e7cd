// intake/prose.hpp: chapters that say in sentences what others say in lists: each reads one line under headings of its
// topic. True: the line has its place; false: it becomes a section's text.
#pragma once

#include "intake/reader.hpp"

namespace intake {

bool read_goals(Reader& reader, const Line& line);
bool read_roles(Reader& reader, const Line& line);
bool read_units(Reader& reader, const Line& line);
bool read_account(Reader& reader, const Line& line);  // page, verification, safety, functions, provision
bool read_categories(Reader& reader, const Line& line);
bool read_oversight(Reader& reader, const Line& line);   // analysis of figures, supervision, assessment, review
bool read_inspection(Reader& reader, const Line& line);  // purpose, scope, work, effects, findings, measures
bool read_consortium(Reader& reader, const Line& line);
// Limits that a platform's rules set, wherever they are said; the line is kept all the same.
void read_rules(Reader& reader, const Line& line);

}  // namespace intake
