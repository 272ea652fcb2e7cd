// Commands about the private store. What was carried here in the clear is overwritten.
#include "analysis/verification.hpp"
#include "app/carry_out.hpp"
#include "base/wipe.hpp"
#include "model/order_key.hpp"

namespace app {

void on(Parts& parts, CreateVault command) {
    parts.vault.create(command.passphrase);
    base::wipe(command.passphrase);
}

void on(Parts& parts, UnlockVault command) {
    parts.vault.unlock(command.passphrase);
    base::wipe(command.passphrase);
}

void on(Parts& parts, ChangePassphrase command) {
    parts.vault.change(command.passphrase, command.next);
    base::wipe(command.passphrase);
    base::wipe(command.next);
}

void on(Parts& parts, AddApplication) {
    model::VerificationApplication row;
    row.id = parts.ids.next();
    const auto& rows = parts.vault.rows();
    row.order = model::order_between(rows.empty() ? std::string_view() : rows.back().order, {});
    row.applied_on = parts.clock.today.day;
    row.keep_until = parts.clock.today.day.plus(analysis::retention_default_days);
    parts.desk.show_application(row.id);
    parts.vault.put(std::move(row));
    parts.vault.settle();
}

void on(Parts& parts, ShowApplication command) {
    parts.desk.show_application(command.id);
}

void on(Parts& parts, PutApplication command) {
    parts.vault.put(command.row);
    wipe(command.row);
}

void on(Parts& parts, SettleApplications) {
    parts.vault.settle();
}
void on(Parts& parts, RemoveApplications command) {
    parts.vault.remove(command.ids);
}
void on(Parts& parts, LockVault) {
    parts.vault.lock();
}
void on(Parts& parts, DestroyVault) {
    parts.vault.destroy();
}

}  // namespace app
