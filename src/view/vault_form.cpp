#include "view/vault_form.hpp"

#include "analysis/personal.hpp"
#include "analysis/verification.hpp"
#include "base/text.hpp"

namespace view {
namespace {
using analysis::PersonalKind;
using model::FieldInfo;

// With stars until it is asked for; empty ones can be filled.
std::string masked_number(const app::Application& application, const FieldInfo& field) {
    const bool mobile = field.name == "mobile";
    if ((!mobile && field.name != "identityNumber") || model::is_empty(application, field)) return {};
    return analysis::masked(model::get<std::string>(application, field),
                            mobile ? PersonalKind::MobileNumber : PersonalKind::IdentityNumber);
}
}  // namespace

std::vector<ApplicationField> application_fields(const app::Workspace& work, const app::Application& application,
                                                 Numbers numbers) {
    const base::Words& words = work.words();
    const model::RecordInfo& info = model::verification_record();
    const auto problems = analysis::check_application(application, work.vault().rows(), work.plan(), work.today().day);
    std::vector<ApplicationField> fields;
    for (const FieldInfo& field : info.fields) {
        ApplicationField& shown = fields.emplace_back(ApplicationField{form_field(words, info, field)});
        if (numbers == Numbers::Masked) shown.masked = masked_number(application, field);
        for (const analysis::ApplicationProblem& problem : problems)
            if (problem.field == &field) shown.problems.push_back(words(problem.words, {problem.argument}));
    }
    return fields;
}

void ApplicationSink::set(const FieldInfo& field, const model::Value& value) {
    if (!model::set_value(row_, field, value)) return;
    commands_.push(app::PutApplication{row_});
    if (field.kind != model::Kind::Text) seal();
}

PassphraseFault fault_of(std::string_view passphrase, std::string_view again) {
    if (base::count_code_points(passphrase) < app::Vault::shortest_passphrase) return PassphraseFault::TooShort;
    return passphrase == again ? PassphraseFault::None : PassphraseFault::Differ;
}

std::string fault_text(const base::Words& words, PassphraseFault fault) {
    switch (fault) {
        case PassphraseFault::None:
            return {};
        case PassphraseFault::TooShort:
            return words("vault.too-short", {std::to_string(app::Vault::shortest_passphrase)});
        case PassphraseFault::Differ:
            return std::string(words("vault.differ"));
    }
    return {};
}

}  // namespace view
