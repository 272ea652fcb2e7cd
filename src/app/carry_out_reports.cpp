// Commands about reports, and about what the second program does.
#include "app/carry_out.hpp"

namespace app {

void on(Parts& parts, PrintReport) {
    parts.reports.print();
}
void on(Parts& parts, DownloadReport command) {
    if (parts.document.is_open()) parts.reports.download(*command.format);
}
void on(Parts& parts, MakeReportAgain) {
    parts.reports.try_again();
}
void on(Parts& parts, StopErrand command) {
    parts.errands.cancel(command.request);
}

}  // namespace app
