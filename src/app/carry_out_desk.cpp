// Commands that change what the person sees, and nothing else.
#include "app/carry_out.hpp"

namespace app {

void on(Parts& parts, Select command) {
    if (command.inspector == Inspector::Opens)
        parts.desk.select(command.record, command.id);
    else
        parts.desk.select_without_inspector(command.record, command.id);
}
void on(Parts& parts, SelectTo command) {
    parts.desk.select_to(command.end);
}
void on(Parts& parts, Show command) {
    parts.desk.show(command.page);
}
void on(Parts& parts, ShowTab command) {
    parts.desk.show_tab(command.page, command.tab);
}
void on(Parts& parts, ShowReport command) {
    parts.desk.show_report(command.subject);
    parts.desk.show(Page::Reports);
}
void on(Parts& parts, Reveal command) {
    if (parts.document.is_open()) parts.desk.reveal(parts.document.plan(), command.record, command.id);
}
void on(Parts& parts, Fold command) {
    parts.desk.fold(command.task, command.folded);
}
void on(Parts& parts, ShowInspector command) {
    parts.desk.show_inspector(command.open);
}
void on(Parts& parts, ShowNavigation command) {
    parts.desk.show_navigation(command.open);
}
void on(Parts& parts, ShowSearch command) {
    parts.desk.show_search(command.open);
}
void on(Parts& parts, SearchFor command) {
    parts.desk.search_for(std::move(command.text));
}
void on(Parts& parts, OpenDialog command) {
    parts.desk.open(std::move(command.dialog));
}
void on(Parts& parts, CloseDialog) {
    parts.desk.close_dialog();
}
void on(Parts& parts, SetDraft command) {
    parts.desk.set_draft(command.name, std::move(command.text));
}
void on(Parts& parts, SetChoice command) {
    parts.desk.set_choice(command.choice);
}
void on(Parts& parts, KeepDraft command) {
    parts.desk.keep_draft(command.place, std::move(command.text), command.typing);
}
void on(Parts& parts, DropDraft command) {
    parts.desk.drop_draft(command.place);
}
void on(Parts& parts, Say command) {
    parts.desk.say(std::move(command.text), command.error);
}
void on(Parts& parts, CloseMessage command) {
    parts.desk.close_message(command.number);
}
void on(Parts& parts, SetTheme command) {
    parts.desk.set_theme(command.theme);
}
void on(Parts& parts, SetLanguage command) {
    parts.desk.set_language(command.language);
}
void on(Parts& parts, ToggleFullScreen) {
    parts.requests.send(FullScreen{});
}
void on(Parts& parts, UpdateProgram) {
    parts.updating = true;
    parts.library.save_now();
}

}  // namespace app
