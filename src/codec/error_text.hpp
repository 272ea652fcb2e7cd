// codec/error_text.hpp: an error about a plan or its file as a sentence for people.
#pragma once

#include <string>

#include "base/result.hpp"
#include "base/words.hpp"

namespace codec {

// "error.CODE" with {0} the place in words and {1} the detail.
std::string error_text(const base::Words& words, const base::Error& error);

// A JSON pointer ("/tasks/3/owner") or a command's place ("tasks/ID/owner") in words: “任务”第 4 条的“责任人”.
std::string place_text(const base::Words& words, std::string_view subject);

}  // namespace codec
