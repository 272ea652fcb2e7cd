// exchange/errand.hpp: what is done beside the page, by its second program (platform/documents): plans written in any
// format, files read, archives packed and unpacked, with what the command line does it with. An errand and what comes
// of it are plain bytes, so that they pass between programs; a new format needs nothing here.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/callback.hpp"
#include "base/zip.hpp"
#include "exchange/convert.hpp"

namespace exchange {

enum class Operation : std::uint8_t {
    Export,  // bytes: a plan as JSON. Gives one file.
    Import,  // bytes: a file. Gives each of its plans as JSON.
    Pack,    // bytes: entries, packed by pack(). Gives one archive.
    Unpack,  // bytes: an archive. Gives each file in it as its name, then its bytes.
    // bytes: texts, packed by pack_texts(); plans as JSON. See exchange/circulation.hpp.
    Record,
    Merge,
    Sign,
    Verify,
};

struct Errand {
    Operation operation = Operation::Export;
    std::string format;  // id; of an archive when packing
    std::string bytes;
    base::Moment now = {};  // in an archive's entries; its day is today in WriteOptions. As there:
    Subject subject = Subject::Plan;
    model::Id inspection = {};
    std::string table = {};
    std::string style = {};
    std::string unit = {};
    report::Profile profile = report::Profile::Working;
};

using Files = std::vector<std::string>;              // what an errand gives
using Progress = base::Callback<void(int percent)>;  // from 0 to 100, never less than before

// Errors: those of exchange::write and read, codec::decode_plan, base::write_zip and read_zip, circulation.hpp;
// "errand-failed" (there is no such format).
base::Result<Files> carry_out(const Errand& errand, const base::Words& words, const Progress& progress);

std::string pack_texts(std::initializer_list<std::string_view> texts);

// For the way between the programs. What was not packed by pack() gives the error "errand-failed".
std::string pack(const Errand& errand);
std::string pack(const base::Result<Files>& outcome);
std::string pack(const std::vector<base::ZipEntry>& entries);
// Of what Unpack gave.
std::vector<base::ZipEntry> entries_of(Files files);
base::Result<Errand> unpack_errand(std::string_view bytes);
base::Result<Files> unpack_outcome(std::string_view bytes);

// All of it: a packed errand to its packed outcome.
std::string carry_out_packed(std::string_view errand, const base::Words& words, const Progress& progress);

}  // namespace exchange
