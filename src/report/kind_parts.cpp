// What the documents that show one side of a plan share.
#include "base/text.hpp"
#include "report/chapters.hpp"
#include "report/kind_documents.hpp"
#include "report/plan_document.hpp"

namespace report {
namespace {
std::string without_end(std::string_view text) {
    for (const std::string_view sign : {"。", "；", "，", ".", ";", ","})
        if (text.ends_with(sign)) return std::string(text.substr(0, text.size() - sign.size()));
    return std::string(text);
}
}  // namespace

std::string kind_title(const DocumentRequest& request) {
    const std::string kind(request.words("report.kind." + std::string(info_of(request.kind).id)));
    const std::string author = cover_author(request.plan);
    return author.empty() ? kind : request.words("report.kind-title", {author, kind});
}

void kind_front(Builder& b, const DocumentRequest& request, const std::string& title, const std::string& subtitle) {
    const model::Cover& cover = request.plan.cover();
    b.block(Title{title, subtitle});
    KeyValues facts;
    add_fact(facts, b.word("report.kind.plan-title"), b.take<&model::Cover::title>(cover));
    const std::string start = b.take<&model::Cover::start>(cover), finish = b.take<&model::Cover::finish>(cover);
    add_fact(facts, b.word("report.period"), range_text(b.words(), start, finish));
    add_fact(facts, b.word("report.inspection.counted-on"), date_text(b.words(), request.today));
    b.block(std::move(facts));
}

void kind_closing(Builder& b, const DocumentRequest& request) {
    b.end_headings();
    b.block(Closing{{}, cover_author(request.plan), date_text(b.words(), request.today)});
}

Document kind_finished(Builder& b, const DocumentRequest& request, std::string title) {
    b.end_headings();
    Document document = b.finish();
    document.subject = b.word("report.kind." + std::string(info_of(request.kind).id));
    document.author = cover_author(request.plan);
    document.title = std::move(title);
    return document;
}

std::string nth_text(const base::Words& words, int number, std::size_t of) {
    if (of < 2) return {};
    const std::string digits = is_chinese(words("report.language")) ? chinese_numeral(number) : std::to_string(number);
    return words("report.nth", {digits});
}

std::string in_a_row(const base::Words& words, const std::vector<std::string>& sentences) {
    std::string text;
    int number = 0;
    for (const std::string& sentence : sentences) {
        if (!text.empty()) text += words("report.clause-end");
        text += nth_text(words, ++number, sentences.size()) + without_end(sentence);
    }
    return text.empty() ? text : text + std::string(words("report.full-stop"));
}

std::string joined_texts(const std::vector<std::string>& texts, std::string_view separator) {
    std::vector<std::string> some;
    for (const std::string& text : texts)
        if (!text.empty()) some.push_back(text);
    return base::join(some, separator);
}

bool is_late(const model::Task& task, base::Date finish, base::Date today) {
    const bool is_over = task.status == model::TaskStatus::Done || task.status == model::TaskStatus::Cancelled;
    return !finish.empty() && finish < today && !is_over;
}

Column kind_column(std::string header, int width, Align align) {
    return {std::move(header), width, align};
}

KeyFigure figure_of(std::string label, std::size_t number, std::string note) {
    return {std::move(label), std::to_string(number), std::move(note)};
}

}  // namespace report
