// codec/error_codes.hpp: every reason why a file or a row is refused. Each has a sentence ("error.CODE" in assets/lang)
// and a fixture that brings it about.
#pragma once

#include <string_view>

namespace codec {

inline constexpr std::string_view error_codes[] = {
    "file-empty",          // nothing but blanks
    "file-too-large",      // more than byte_limit; detail: MiB
    "json-encoding",       // not UTF-8, or a NUL byte; detail: the line
    "json-syntax",         // not JSON, or more behind its end; detail: the line
    "json-depth",          // deeper than depth_limit
    "json-duplicate-key",  // a name twice in one object
    "format-unknown",      // JSON, but not a plan
    "version-unreadable",  // no version, or one that never was
    "version-newer",       // a newer major version; detail: the version
    "too-many-rows",       // more than row_limit
    "wrong-type",          // detail: what was found
    "unknown-choice",     "bad-date",       "bad-moment",   "bad-number", "bad-id",
    "id-missing",         "duplicate-id",   "order-key",
    "text-too-long",  // detail: "501..500", characters there are and may be
    "text-control",   // a control character other than tab and line feed
    "list-too-long",  // detail: "1001..1000", entries
    "number-range",   // detail: "0..100", in the unit that people see
    "reference-missing",  "parent-missing", "parent-cycle",
    "any-record-type",  // what a reference points into is not said
};

}  // namespace codec
