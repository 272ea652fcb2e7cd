// Commands about passing a plan on.
#include "app/carry_out.hpp"

namespace app {

void on(Parts& parts, SharePlan command) {
    if (parts.document.is_open()) parts.circulation.share(command, parts.library.plan_file_name());
}

void on(Parts& parts, TakeVersions command) {
    if (parts.document.editable() && parts.document.shows(command.recorded.id))
        parts.document.amend(command.was, command.recorded);
}

void on(Parts& parts, CompareCopies command) {
    parts.circulation.compare(std::move(command.ours), std::move(command.theirs));
}

void on(Parts& parts, TakeTheirs command) {
    parts.circulation.take_theirs(command.clash);
}

void on(Parts& parts, SignPlan command) {
    if (parts.document.editable()) parts.circulation.sign(command);
}

void on(Parts& parts, TakeSigned command) {
    if (!parts.document.editable() || !parts.document.shows(command.plan.id)) return;
    parts.document.replace(std::move(command.plan), "undo.sign");
    parts.desk.say(std::string(parts.desk.words()("message.signed")));
}

void on(Parts& parts, VerifySignatures) {
    if (parts.document.is_open()) parts.circulation.verify();
}

}  // namespace app
