#include "report/title_lines.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "base/text.hpp"
#include "report/document.hpp"
#include "report/table_layout.hpp"

namespace report {
namespace {
// Words of titles in hospitals; in both scripts where they differ. Longer ones first where one begins another.
constexpr std::string_view kept_words[] = {
    "第一附属医院", "第二附属医院", "附属医院", "人民医院", "中医医院", "中心医院", "妇幼保健院", "医院",   "医科大学",
    "大学",         "学院",         "急诊科",   "宣传科",   "信息科",   "医务科",   "护理部",     "办公室", "门诊部",
    "儿科",         "门诊",         "社区",     "卫生",     "服务中心", "中心",     "医联体",     "医疗",   "健康",
    "社交媒体",     "新媒体",       "官方",     "微博",     "微信",     "公众号",   "账号",       "互动",   "品牌",
    "传播",         "协同",         "宣传",     "运营",     "策划书",   "策划",     "策略",       "工作",   "实施",
    "行动",         "专项",         "年度",     "季度",     "计划",     "方案",     "规划",       "管理",   "制度",
    "办法",         "规定",         "自查",     "整改",     "报告",     "措施",     "台账",       "通知单", "通知",
    "通报",         "情况",         "进展",     "月度",     "总结",     "摘要",     "登记",       "清单",   "矩阵",
    "指标",         "风险",         "沟通",     "任务",     "建设",     "提升",     "改进",       "候诊",   "科普",
    "附屬醫院",     "人民醫院",     "醫院",     "急診科",   "宣傳科",   "醫聯體",   "社交媒體",   "互動",   "策略",
    "計劃",         "報告",         "制度",     "帳號",     "賬號",     "運營",     "傳播",       "協同",   "關於",
    "关于",         "及",           "和",       "与",       "的",       "與"};

// Words that end the name of a unit: the best place to break is behind one.
constexpr std::string_view ends_of_units[] = {"医院", "院", "科", "部", "中心", "办公室", "醫院", "大学", "学院"};
// Words that belong to what stands before them, and those that belong to what follows.
constexpr std::string_view closing_words[] = {"的"}, opening_words[] = {"及", "和", "与", "與", "关于", "關於"};

template <std::size_t N> bool is_one_of(std::string_view word, const std::string_view (&list)[N]) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}
template <std::size_t N> bool ends_with_one(std::string_view word, const std::string_view (&list)[N]) {
    return std::any_of(std::begin(list), std::end(list), [&](std::string_view end) { return word.ends_with(end); });
}

std::size_t known_word(std::string_view text) {
    std::size_t longest = 0;
    for (const std::string_view word : kept_words)
        if (text.starts_with(word)) longest = std::max(longest, word.size());
    return longest;
}

// The title's words; what is not known stays with what is not known, Latin words and numbers are whole.
std::vector<std::string> parts_of(std::string_view title) {
    std::vector<std::string> parts;
    bool extends = false;
    for (std::size_t at = 0; at < title.size();) {
        const std::size_t known = known_word(title.substr(at));
        std::size_t next = at;
        const char32_t c = base::next_code_point(title, next);
        const std::string_view piece = known > 0 ? title.substr(at, known) : title.substr(at, next - at);
        const bool is_blank = c == ' ';
        if (extends && known == 0 && !parts.empty())
            parts.back() += piece;
        else
            parts.emplace_back(piece);
        // A punctuation mark closes, a blank is where words end.
        const bool is_mark =
            c == U'，' || c == U'、' || c == U'：' || c == U'—' || c == U'）' || c == U'》' || c == U'”';
        extends = known == 0 && !is_blank && !is_mark;
        if (is_mark && parts.size() > 1 && parts.back() == piece) {
            parts[parts.size() - 2] += parts.back();
            parts.pop_back();
        }
        at += piece.size();
    }
    return parts;
}

// How bad it is to break between two parts; the unit is a squared half character of unevenness.
int penalty(const std::string& before, const std::string& after) {
    if (is_one_of(after, closing_words) || is_one_of(before, opening_words)) return 400;
    if (ends_with_one(before, ends_of_units)) return 0;
    return before.ends_with(' ') ? 4 : 16;
}

struct Best {
    double cost = std::numeric_limits<double>::max();
    std::size_t from = 0;
};

// The parts in `count` lines of at most `limit` half characters; empty if they do not fit.
std::vector<std::string> in_lines(const std::vector<std::string>& parts, std::size_t count, int limit) {
    int total = 0;
    for (const std::string& part : parts) total += display_width(part);
    const double ideal = static_cast<double>(total) / static_cast<double>(count);
    const std::size_t size = parts.size();
    std::vector<std::vector<Best>> best(count + 1, std::vector<Best>(size + 1));
    best[0][0].cost = 0;
    for (std::size_t line = 1; line <= count; ++line)
        for (std::size_t end = 1; end <= size; ++end) {
            int width = 0;
            for (std::size_t start = end; start-- > 0;) {
                width += display_width(parts[start]);
                if (width > limit) break;
                const double before = best[line - 1][start].cost;
                if (before == std::numeric_limits<double>::max()) continue;
                const int between = start > 0 ? penalty(parts[start - 1], parts[start]) : 0;
                const double cost = before + (width - ideal) * (width - ideal) + between;
                if (cost < best[line][end].cost) best[line][end] = {cost, start};
            }
        }
    if (best[count][size].cost == std::numeric_limits<double>::max()) return {};
    std::vector<std::string> lines(count);
    for (std::size_t line = count, end = size; line > 0; --line) {
        const std::size_t start = best[line][end].from;
        for (std::size_t i = start; i < end; ++i) lines[line - 1] += parts[i];
        end = start;
    }
    for (std::string& line : lines) line = std::string(base::trim(line));
    return lines;
}
}  // namespace

std::vector<std::string> title_lines(std::string_view title, int per_line) {
    const std::string clean = base::replace_all(printable(base::trim(title)), "\n", " ");
    const int limit = std::max(2, per_line * 2);
    std::vector<std::string> parts;
    for (const std::string& part : parts_of(clean)) {
        std::string piece;
        for (std::size_t at = 0; at < part.size();) {  // one that is longer than a line
            const std::size_t from = at;
            base::next_code_point(part, at);
            if (display_width(piece) + 2 > limit) parts.push_back(std::move(piece)), piece.clear();
            piece.append(part, from, at - from);
        }
        if (!piece.empty()) parts.push_back(std::move(piece));
    }
    if (parts.empty()) return {clean};
    if (parts.size() > 400) return {clean};  // nothing that could be called a title
    const auto fewest = static_cast<std::size_t>((display_width(clean) + limit - 1) / limit);
    for (std::size_t count = std::max<std::size_t>(1, fewest); count <= parts.size(); ++count)
        if (auto lines = in_lines(parts, count, limit); !lines.empty()) return lines;
    return {clean};
}

}  // namespace report
