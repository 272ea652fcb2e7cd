// codec/error_text.hpp: an error about a plan or its file as a sentence for people.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/words.hpp"

namespace codec {

// Whether the subject of such an error is a place in a plan. Of files, their lines and formats, options and archives it
// is what they are called.
bool is_about_a_plan(std::string_view code);

// "error.CODE" with {0} the place in words, or what else the error is about as it is called (a file, an option), and
// {1} the detail; of a limit {1} what there is and {2} what may be.
std::string error_text(const base::Words& words, const base::Error& error);
// The same where the place is plain, in words of its own: beside the field, about a cell.
std::string error_text(const base::Words& words, std::string_view place, const base::Error& error);

// A JSON pointer ("/tasks/3/owner") or a command's place ("tasks/ID/owner", "cover/ID/title") in words:
// “任务”第 4 条的“责任人”.
std::string place_text(const base::Words& words, std::string_view subject);

}  // namespace codec
