#include "store/tail.hpp"

#include "base/checksum.hpp"
#include "base/text.hpp"
#include "store/one_line.hpp"
#include "store/whole_number.hpp"

namespace store {
namespace {

constexpr std::string_view witness_magic = "fanglue-witness 1 ";
constexpr std::string_view tail_magic = "fanglue-tail 1\n";
}  // namespace

std::string encode_witnesses(std::span<const Witness> witnesses) {
    std::string lines;
    for (const Witness& witness : witnesses)
        lines.append(witness.plan.text())
            .append(1, ' ')
            .append(std::to_string(witness.state.revision))
            .append(1, ' ')
            .append(std::to_string(witness.state.digest))
            .append(1, ' ')
            .append(to_line(witness.title))
            .append(1, '\n');
    return std::string(witness_magic) + std::to_string(base::crc64(lines)) + '\n' + lines;
}

std::vector<Witness> decode_witnesses(std::string_view text) {
    const std::size_t end = text.find('\n');
    if (!text.starts_with(witness_magic) || end == std::string_view::npos) return {};
    std::uint64_t sum = 0;
    const std::string_view lines = text.substr(end + 1);
    if (!parse_number(text.substr(witness_magic.size(), end - witness_magic.size()), sum) || sum != base::crc64(lines))
        return {};
    std::vector<Witness> witnesses;
    for (const std::string_view line : base::split(lines, '\n')) {
        const auto words = base::split(line, ' ');
        if (words.size() < 4) continue;
        Witness witness;
        const auto id = base::Id::parse(words[0]);
        if (!id || !parse_number(words[1], witness.state.revision) || !parse_number(words[2], witness.state.digest))
            continue;
        witness.plan = *id;
        witness.title = from_line(line.substr(static_cast<std::size_t>(words[3].data() - line.data())));
        witnesses.push_back(std::move(witness));
    }
    return witnesses;
}

std::string encode_tail(std::span<const FileImage> files) {
    if (files.empty()) return {};
    std::string text(tail_magic);
    for (const FileImage& file : files)
        text.append(file.path)
            .append(1, ' ')
            .append(std::to_string(file.bytes.size()))
            .append(1, '\n')
            .append(file.bytes);
    return text;
}

std::vector<FileImage> decode_tail(std::string_view text) {
    std::vector<FileImage> files;
    if (!text.starts_with(tail_magic)) return files;
    text.remove_prefix(tail_magic.size());
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::size_t blank = end == std::string_view::npos ? end : text.substr(0, end).find(' ');
        std::size_t size = 0;
        if (blank == std::string_view::npos || !parse_number(text.substr(blank + 1, end - blank - 1), size) ||
            size > text.size() - end - 1)
            break;
        FileImage file{std::string(text.substr(0, blank)),
                       std::string(text.substr(end + 1, static_cast<std::size_t>(size)))};
        text.remove_prefix(end + 1 + static_cast<std::size_t>(size));
        const auto frame = decode_frame(file.bytes);
        if (frame && plan_path(*frame) == file.path) files.push_back(std::move(file));
    }
    return files;
}

}  // namespace store
