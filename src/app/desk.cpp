#include "app/desk.hpp"

#include <algorithm>

#include "base/wipe.hpp"
#include "codec/error_text.hpp"

namespace app {

std::string_view suffix_of(Language language) {
    static constexpr std::string_view suffixes[] = {"", ".zh-Hant", ".en"};
    return suffixes[static_cast<std::size_t>(language)];
}

std::string_view file_of(Language language) {
    const std::string_view suffix = suffix_of(language);
    return suffix.empty() ? suffix : suffix.substr(1);
}

std::size_t View::tab_of(Page of) const {
    const auto found = tab.find(of);
    const std::size_t records = page_info(of).records.size();
    return found == tab.end() || records == 0 ? 0 : std::min(found->second, records - 1);
}

const std::string& DialogState::draft(std::string_view name) const {
    static const std::string none;
    const auto found = drafts.find(name);
    return found == drafts.end() ? none : found->second;
}

Desk::Desk(Requests& requests, const Clock& clock)
    : requests_(requests), clock_(clock), words_(&base::Words::simplified_chinese()) {}

void Desk::begin() {
    std::erase_if(messages_,
                  [&](const Message& message) { return message.until > 0 && message.until < clock_.seconds; });
}

void Desk::finish() {
    if (std::optional<std::string> kept = drafts_.take_changed())
        requests_.send(SetPreference{"drafts", std::move(*kept)});
}

double Desk::due_in() const {
    double due = -1;
    for (const Message& message : messages_) {
        const double left = message.until - clock_.seconds + 0.05;
        if (message.until > 0 && (due < 0 || left < due)) due = left;
    }
    return due;
}

// ---------------------------------------------------------------- where the person is

void Desk::select(RecordType record, const Id& id) {
    select_without_inspector(record, id);
    if (id) view_.inspector_open = true;
}

void Desk::select_without_inspector(RecordType record, const Id& id) {
    // With nothing selected it was not seen: that is how it stays.
    view_.inspector_open = view_.inspector_open && view_.selection.id;
    view_.selection = {record, id};
    view_.range_end = {};
}

void Desk::show(Page page) {
    view_.page = page;
    view_.navigation_open = false;
    const PageInfo& info = page_info(page);
    const bool belongs =
        std::ranges::any_of(info.records, [&](RecordType type) { return type == view_.selection.record; });
    if (!belongs) view_.selection = {};
}

void Desk::reveal(const model::Plan& plan, RecordType record, const Id& id) {
    const Page page = page_of(record);
    show(page);
    const auto records = page_info(page).records;
    RecordType shown = record;
    for (const model::FieldInfo* parent = model::record(shown).parent(); parent && parent->target != shown;
         parent = model::record(shown).parent())
        shown = parent->target;
    for (std::size_t i = 0; i < records.size(); ++i)
        if (records[i] == shown) view_.tab[page] = i;
    if (record == RecordType::Task) {
        for (const model::Task* task = plan.rows<model::Task>().find(id); task; task = plan.find(task->parent))
            view_.collapsed.erase(task->parent);
    }
    select(record, id);
}

void Desk::start_over(Page page) {
    view_ = {};
    view_.page = page;
}

void Desk::fold(const Id& task, bool folded) {
    if (folded)
        view_.collapsed.insert(task);
    else
        view_.collapsed.erase(task);
}

void Desk::show_search(bool open) {
    view_.search_open = open;
    if (!open) view_.search.clear();
}

// ---------------------------------------------------------------- the dialog

void Desk::close_dialog() {
    for (auto& [name, text] : dialog_.drafts) base::wipe(text);
    dialog_ = {};
}

void Desk::set_draft(const std::string& name, std::string text) {
    std::string& draft = dialog_.drafts[name];
    base::wipe(draft);
    draft = std::move(text);
}

void Desk::keep_draft(const DraftPlace& place, std::string text, Drafts::Typing typing) {
    drafts_.keep(place, std::move(text), typing);
}

// ---------------------------------------------------------------- messages

void Desk::say(std::string text, bool error) {
    requests_.send(Announce{text, error});
    messages_.push_back({std::move(text), error, error ? 0 : clock_.seconds + message_seconds, {}, ++last_message_});
    if (messages_.size() > messages_limit) messages_.erase(messages_.begin());
}

void Desk::say_error(const base::Error& error) {
    say(codec::error_text(words(), error), true);
}

void Desk::announce(std::string text) {
    requests_.send(Announce{std::move(text), false});
}

void Desk::offer(std::string text, std::string_view action) {
    say(std::move(text));
    messages_.back().until = 0;
    messages_.back().action = action;
}

void Desk::close_message(std::uint32_t number) {
    std::erase_if(messages_, [&](const Message& message) { return message.number == number; });
}

// ---------------------------------------------------------------- preferences

void Desk::take_preferences(const std::vector<std::pair<std::string, std::string>>& kept) {
    for (const auto& [name, value] : kept) {
        if (name == "language" && !value.empty())
            set_language(value == "en" ? Language::English : Language::Traditional);
        if (name == "drafts") drafts_ = Drafts::decode(value);
        if (name == "theme") theme_ = value == "dark" ? Theme::Dark : value == "light" ? Theme::Light : Theme::System;
    }
}

void Desk::set_theme(Theme theme) {
    theme_ = theme;
    requests_.send(SetPreference{"theme", theme == Theme::System ? "" : theme == Theme::Dark ? "dark" : "light"});
}

void Desk::set_language(Language language) {
    language_ = language;
    const std::string name(file_of(language));
    requests_.send(SetPreference{"language", name});
    if (language == Language::Simplified) {
        words_ = &base::Words::simplified_chinese();
        return;
    }
    requests_.send(FetchAsset{.path = "assets/lang/" + name + ".lang"}, [this, language](const Answer& answer) {
        if (!answer.ok) return say(std::string(words()("message.asset-failed")), true);
        if (language_ != language) return;  // changed again meanwhile
        other_words_ = base::Words::parse(answer.bytes, &base::Words::simplified_chinese());
        words_ = &other_words_;
    });
}

}  // namespace app
