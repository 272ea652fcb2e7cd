// Ctrl+K: goes to any row, page or action by a part of its name.
#include "app/actions.hpp"
#include "base/callback.hpp"
#include "base/text.hpp"
#include "ui/dialogs.hpp"
#include "ui/fields.hpp"
#include "ui/icons.hpp"

namespace ui {
namespace {
constexpr std::size_t shown_limit = 60;

struct Hit {
    std::string title, detail;
    const char* icon;
    base::Callback<void(app::Workspace&)> go;
};

// Rows by their titles first, then by any other text in them, which is told with its field.
void find_rows(Screen& screen, std::string_view wanted, std::vector<Hit>& hits) {
    const auto add = [&](const model::RecordInfo& info, const model::Row& row, std::string detail) {
        const model::Id id = row.id;
        const app::RecordType type = info.type;
        hits.push_back({model::title_of(info, row), std::move(detail), icon::file_text,
                        [=](app::Workspace& work) { work.reveal(type, id); }});
    };
    const auto holds = [&](std::string_view text) { return base::contains(base::to_lower_ascii(text), wanted); };
    for (const bool titles : {true, false})
        for (const model::RecordInfo& info : model::records()) {
            if (!info.title() || info.singleton) continue;
            for (const model::RowPtr& row : screen.plan().table(info.type)) {
                if (hits.size() >= shown_limit) return;
                const bool by_title = holds(model::title_of(info, *row));
                if (by_title && titles) add(info, *row, std::string(record_word(screen.ui, info)));
                if (by_title || titles) continue;
                for (const model::FieldInfo& field : info.fields)
                    if (field.kind == model::Kind::Text && holds(model::get<std::string>(*row, field))) {
                        add(info, *row, std::string(field_word(screen.ui, info, field)));
                        break;
                    }
            }
        }
}

std::vector<Hit> find(Screen& screen, std::string_view text) {
    const std::string wanted = base::to_lower_ascii(base::trim(text));
    std::vector<Hit> hits;
    for (const app::PageInfo& info : app::pages()) {
        if (info.group == app::PageGroup::None) continue;
        const std::string name(screen.words("page." + std::string(info.name)));
        if (!base::contains(base::to_lower_ascii(name), wanted)) continue;
        const app::Page page = info.page;
        hits.push_back({name, std::string(screen.words("search.page")), icon::arrow_right,
                        [=](app::Workspace& work) { work.show(page); }});
    }
    for (const app::Action& action : app::actions()) {
        if (action.id == "search" || action.id == "find" || action.id == "redo-mac" || !action.enabled(screen.work))
            continue;
        const std::string name(screen.words("action." + std::string(action.id)));
        if (!base::contains(base::to_lower_ascii(name), wanted)) continue;
        hits.push_back({name, app::shortcut_text(action.shortcut), icon::play, action.run});
    }
    if (!wanted.empty()) find_rows(screen, wanted, hits);
    return hits;
}
}  // namespace

void search_palette(Screen& screen) {
    app::View& view = screen.work.view;
    if (!view.search_open || !screen.work.has_plan()) return;
    Ui& ui = screen.ui;
    Dialog dialog(ui, "search-palette", ui.words("action.search"), 600, 520);
    const NodeKey field = key_of("search");
    if (ImGui::IsWindowAppearing()) ui.memory.want_focus = field;
    const FieldEvent event = text_field(ui, "search", ui.words("action.search"), view.search, dialog.width(),
                                        {.placeholder = ui.words("search.hint"), .role = Role::SearchBox});
    if (event.changed || event.committed) view.search = event.text;
    bool done = dialog.dismissed() || event.cancelled;
    const std::vector<Hit> hits = find(screen, view.search);
    for (const app::PlatformEvent& each : ui.input.events)
        if (const auto* committed = std::get_if<app::TextCommitted>(&each);
            committed && committed->key == field && committed->cause == app::TextCommitted::Cause::Enter &&
            !hits.empty()) {
            hits.front().go(screen.work);
            done = true;
        }
    gap(8);
    if (hits.empty()) paragraph(ui, colored(body(ui), ui.theme.secondary), ui.words("search.nothing"), dialog.width());
    ImGui::BeginChild("hits", ImVec2(dialog.width(), 0), ImGuiChildFlags_None, ImGuiWindowFlags_NoNav);
    {
        Region list(ui, "list", Role::ListBox, ui.words("search.results"), window_rect());
        for (std::size_t i = 0; i < hits.size(); ++i) {
            ImGui::PushID(static_cast<int>(i));
            if (popup_entry(ui, "hit", hits[i].title, Role::Option, false, hits[i].icon, hits[i].detail)) {
                hits[i].go(screen.work);
                done = true;
            }
            ImGui::PopID();
        }
    }
    ImGui::EndChild();
    if (done) {
        view.search_open = false;
        view.search.clear();
    }
}

}  // namespace ui
