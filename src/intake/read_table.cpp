// Tables of documents: the record whose words the head holds most of, a row of it from each row.
#include <algorithm>

#include "base/text.hpp"
#include "base/words.hpp"
#include "intake/composite.hpp"
#include "intake/outline.hpp"
#include "intake/pieces.hpp"
#include "intake/reader.hpp"
#include "intake/vocabulary.hpp"
#include "reading/readings.hpp"

namespace intake {
namespace {

std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells;
    line = base::trim(line);
    if (line.starts_with("|")) line.remove_prefix(1);
    if (line.ends_with("|") && !line.ends_with("\\|")) line.remove_suffix(1);
    std::string cell;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
            cell += line[++i];
        } else if (line[i] == '|') {
            cells.emplace_back(base::trim(cell));
            cell.clear();
        } else {
            cell += line[i];
        }
    }
    cells.emplace_back(base::trim(cell));
    for (std::string& one : cells) one = base::replace_all(base::replace_all(one, "<br>", "\n"), "**", "");
    return cells;
}

bool is_rule(const std::vector<std::string>& cells) {
    return std::ranges::all_of(cells, [](const std::string& cell) {
        return !cell.empty() && cell.find_first_not_of("-: ") == std::string::npos;
    });
}

// The field of this record that a head names, or a composite; "" if none.
std::string field_of_head(const model::RecordInfo& info, const std::string& plain) {
    if (plain.empty()) return {};
    const std::string start = "label." + std::string(info.name) + ".";
    // Labels first: a column 完成时间 may hold both ends.
    if (const std::string_view key = key_of(start, plain, Match::Is); !key.empty())
        return std::string(key.substr(start.size()));
    const base::Words& words = base::Words::simplified_chinese();
    for (const model::FieldInfo& field : info.fields) {
        const std::string key = "field." + std::string(info.name) + "." + std::string(field.name);
        if (words.has(key) && folded(base::name_key(words(key))) == plain) return std::string(field.name);
    }
    for (const std::string& of : {std::string(info.name), std::string("*")})
        for (const model::FieldInfo& field : info.fields) {
            const auto readings = reading::readings_of("column." + of + "." + std::string(field.name));
            if (std::ranges::find(readings, plain) != readings.end()) return std::string(field.name);
        }
    return {};
}

// Without what stands behind it: 预算/元, 开始时间（年月日）.
std::string column_field(const model::RecordInfo& info, std::string_view head) {
    const std::string plain = folded(base::to_lower_ascii(base::name_key(head)));
    std::string field = field_of_head(info, plain);
    const std::size_t end = plain.find_first_of("(/");
    if (field.empty() && end != std::string::npos && end > 0) field = field_of_head(info, plain.substr(0, end));
    return field;
}

struct TableHead {
    const model::RecordInfo* record = nullptr;
    std::vector<std::string> fields;
    std::size_t known = 0;
};
TableHead head_of(const std::vector<std::string>& cells) {
    TableHead best;
    for (const model::RecordInfo& info : model::records()) {
        if (info.singleton || !info.title()) continue;
        TableHead head{&info, {}, 0};
        bool titled = false;
        for (const std::string& cell : cells) {
            head.fields.push_back(column_field(info, cell));
            if (head.fields.back().empty()) continue;
            if (std::ranges::count(head.fields, head.fields.back()) > 1)
                head.fields.back().clear();
            else
                ++head.known;
            titled = titled || head.fields.back() == info.title()->name;
        }
        // What belongs to another row must say to which.
        const model::FieldInfo* owner = info.parent();
        if (owner && owner->has(model::kOwner) && std::ranges::find(head.fields, owner->name) == head.fields.end())
            continue;
        if (titled && head.known > best.known) best = std::move(head);
    }
    return best;
}

// The cell of the column that says this field.
std::string_view cell_of(const std::vector<std::string>& values, const std::vector<std::string>& fields,
                         std::string_view field) {
    for (std::size_t i = 0; i < std::min(values.size(), fields.size()); ++i)
        if (fields[i] == field) return values[i];
    return {};
}

}  // namespace

// People, units, members and indicators may have been named before the table that lists them; two rows of one name in
// the table are two.
Handle Reader::row_for(std::string_view record, std::string_view title, std::vector<Handle>& seen) {
    constexpr std::string_view collected[] = {"person", "unit", "member", "indicator"};
    const bool named = std::ranges::find(collected, record) != std::end(collected);
    Handle row = named && !is_open(title) ? draft_.named(record, title) : no_row;
    if (row == no_row || std::ranges::find(seen, row) != seen.end()) row = draft_.add(record);
    if (named) seen.push_back(row);
    return row;
}

// A row of a form: label and value, once or several times. False: its labels are not known.
bool Reader::read_form(const std::vector<std::string>& cells, const Line& source) {
    std::vector<Line> lines;
    std::size_t known = 0, pairs = 0;
    for (std::size_t c = 0; c < cells.size(); c += 2) {
        std::string label(base::trim(cells[c]));
        const std::string value = c + 1 < cells.size() ? cells[c + 1] : std::string();
        if (label.empty() && value.empty()) continue;
        for (const std::string_view colon : {"：", ":"})
            if (label.ends_with(colon)) label.erase(label.rfind(colon));
        if (label.empty() || base::count_code_points(label) > 20) return false;
        const std::string plain = folded(label);
        const bool is_record = record_head(plain).has_value();
        ++pairs;
        known += is_record || std::ranges::any_of(keys_below("label."), [&](std::string_view key) {
                     return std::ranges::find(words_of(key), plain) != words_of(key).end();
                 });
        Line line;
        line.at = source.at;
        line.text = label + "：" + value;
        line.plain = folded(line.text);
        line.label = std::pair(label, value);
        lines.push_back(std::move(line));
    }
    if (known * 2 < pairs || known == 0) return false;
    for (const Line& line : lines) {
        if (line.label->second.empty() && !record_head(folded(line.label->first))) continue;
        if (read_record(line) || read_label(line) || read_cover(line)) continue;
        keep(line.text);
    }
    return true;
}

// The index of the table's last line.
std::size_t Reader::read_table(std::size_t index) {
    std::size_t end = index;
    while (end + 1 < lines_.size() && lines_[end + 1].text.starts_with("|")) ++end;
    const std::vector<std::string> cells = cells_of(lines_[index].text);
    const TableHead head = head_of(cells);
    if (head.known < 2 || end == index) {
        for (std::size_t i = index; i <= end; ++i) {
            const auto row = cells_of(lines_[i].text);
            draft_.at_line(lines_[i].at);
            if (!is_rule(row) && !read_form(row, lines_[i])) keep(base::join(row, "　"));
        }
        return end;
    }
    std::vector<Handle> seen;
    for (std::size_t i = index + 1; i <= end; ++i) {
        draft_.at_line(lines_[i].at);
        const auto values = cells_of(lines_[i].text);
        if (is_rule(values) || std::ranges::all_of(values, [](const std::string& cell) { return cell.empty(); }))
            continue;
        const Handle row = row_for(head.record->name, cell_of(values, head.fields, head.record->title()->name), seen);
        for (std::size_t c = 0; c < values.size(); ++c) {
            const std::string field = c < head.fields.size() ? head.fields[c] : std::string();
            const std::string title = c < cells.size() ? cells[c] : std::string();
            if (values[c].empty()) continue;
            const bool number =
                folded(title) == "序号" || folded(title) == "编号" || folded(title) == "no" || folded(title) == "id";
            bool good = false;
            if (field.starts_with("@"))
                good = read_composite(draft_, row, field, values[c], title);
            else if (!field.empty())
                good = draft_.set(row, field, values[c]);
            if (good || number) continue;
            if (!field.empty()) draft_.doubt(row, field, values[c], "value");
            if (draft_.has_field(head.record->name, "note"))
                draft_.append(row, "note", title + "：" + values[c]);
            else
                keep(title + "：" + values[c]);
        }
    }
    return end;
}

}  // namespace intake
