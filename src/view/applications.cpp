#include "view/applications.hpp"

#include "analysis/personal.hpp"
#include "analysis/verification.hpp"
#include "base/text.hpp"
#include "view/words.hpp"

namespace view {
namespace {
using analysis::PersonalKind;
using analysis::Retention;
using app::Application;
using model::VerificationState;

constexpr VerificationState all_states[] = {VerificationState::Collecting, VerificationState::InReview,
                                            VerificationState::Offered,    VerificationState::Verified,
                                            VerificationState::Refused,    VerificationState::Revoked};

std::string_view application_state(const base::Words& words, VerificationState state) {
    return choice_word(words, *model::verification_record().find("state"), static_cast<std::uint8_t>(state));
}

Cell last_day(const app::Workspace& work, base::Date day) {
    const Retention retention = analysis::retention_of(day, work.today().day);
    const Ink ink = retention == Retention::Kept ? Ink::Plain : retention == Retention::Ending ? Ink::Amber : Ink::Red;
    return {.text = day.empty() ? std::string(work.words()("vault.no-day")) : day.iso(), .ink = ink};
}

Row application_row(const app::Workspace& work, const Application& one) {
    const base::Words& words = work.words();
    Row row{.id = one.id, .name = one.name};
    row.cells = {{.text = title_or(words, one.name)},
                 {.text = one.department},
                 chip(application_state(words, one.state), tone_of(one.state)),
                 {.text = analysis::masked(one.identity_number, PersonalKind::IdentityNumber)},
                 {.text = analysis::masked(one.mobile, PersonalKind::MobileNumber)},
                 last_day(work, one.keep_until)};
    return row;
}

VaultNotice notice(const base::Words& words, std::string_view id, std::string_view key, std::string_view help,
                   std::vector<Id> rows) {
    return {id, words(key, {std::to_string(rows.size())}), std::string(words(help)), std::move(rows)};
}
}  // namespace

Table applications_table(const app::Workspace& work, ApplicationsState& state) {
    const base::Words& words = work.words();
    const model::RecordInfo& info = model::verification_record();
    state.rows.clear();
    for (const Application& each : work.vault().rows()) state.rows.push_back(each.id);
    Table table{.id = "applications", .name = std::string(words("page.verification"))};
    const auto column = [&](Holds holds, std::string_view field, float width, float least, float from) {
        table.columns.push_back({.holds = holds,
                                 .title = std::string(field_word(words, info, *info.find(field))),
                                 .width = width,
                                 .min_width = least,
                                 .from = from});
    };
    column(Holds::Title, "name", 0, 76, 0);
    column(Holds::Text, "department", 0, 96, 421);
    column(Holds::Chip, "state", 96, 96, 0);
    for (const VerificationState each : all_states)
        table.columns.back().widest.emplace_back(application_state(words, each));
    column(Holds::Text, "identityNumber", 178, 178, 561);
    column(Holds::Text, "mobile", 120, 120, 721);
    column(Holds::Date, "keepUntil", 112, 112, 0);
    table.rows = state.rows;
    table.chosen = work.view().application;
    table.row = [&work](std::size_t row) { return application_row(work, work.vault().rows()[row]); };
    table.wants = [&work, &state](std::size_t row, Table::Act act) -> Wish {
        const Id& id = state.rows[row];
        if (act == Table::Act::Remove) return ask_removal({id});
        if (act == Table::Act::Choose && id != work.view().application) return app::ShowApplication{id};
        return {};
    };
    if (state.rows.empty())
        table.empty = {std::string(words("record.verification.empty")), std::string(words("vault.add")),
                       app::AddApplication{}};
    return table;
}

app::OpenDialog ask_removal(const std::vector<Id>& applications) {
    std::vector<std::string> lines;
    for (const Id& each : applications) lines.push_back(each.str());
    return {{app::DialogKind::RemoveApplications, {}, 0, {{"ids", base::join(lines, "\n")}}}};
}

std::vector<Id> expired_while_locked(const app::Workspace& work) {
    std::vector<Id> expired;
    for (const app::Vault::Kept& each : work.vault().kept())
        if (analysis::retention_of(each.until, work.today().day) >= Retention::Expired) expired.push_back(each.id);
    return expired;
}

std::vector<VaultNotice> vault_notices(const app::Workspace& work) {
    const base::Words& words = work.words();
    std::vector<Id> expired, damaged;
    for (const Application& each : work.vault().rows())
        if (analysis::retention_of(each.keep_until, work.today().day) >= Retention::Expired) expired.push_back(each.id);
    for (const app::Vault::Kept& each : work.vault().kept())
        if (!each.readable) damaged.push_back(each.id);
    std::vector<VaultNotice> notices;
    if (!expired.empty())
        notices.push_back(notice(words, "remove-expired", "vault.expired", "vault.expired.help", std::move(expired)));
    if (!damaged.empty())
        notices.push_back(notice(words, "remove-damaged", "vault.damaged", "vault.damaged.help", std::move(damaged)));
    return notices;
}

}  // namespace view
