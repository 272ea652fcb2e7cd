// Plans that come in and go out as files: templates, examples, imported and exported plans.
#include <algorithm>
#include <set>
#include <utility>

#include "analysis/personal.hpp"
#include "app/file_name.hpp"
#include "app/library.hpp"
#include "base/text.hpp"
#include "codec/error_text.hpp"
#include "codec/plan_json.hpp"
#include "edit/fresh_ids.hpp"
#include "exchange/format.hpp"

namespace app {

void Library::fetch_plan(std::string path, Draft draft) {
    with_.requests.send(FetchAsset{.path = std::move(path)}, [this, draft](const Answer& answer) {
        if (!answer.ok) return with_.desk.say(std::string(words()("message.asset-failed")), true);
        base::Result<model::Plan> plan = codec::decode_plan(answer.bytes);
        if (!plan) return with_.desk.say_error(plan.error());
        model::Plan fresh = edit::with_fresh_ids(*plan, with_.ids);
        if (draft == Draft::Yes) {
            model::Cover cover = fresh.cover();
            cover.status = model::PlanStatus::Draft;
            fresh.put(std::move(cover));
        }
        with_.commands.push(Adopt{std::move(fresh)});
    });
}

void Library::fetch_template(std::string_view id) {
    const std::string name = std::string(id) + std::string(suffix_of(with_.desk.language()));
    fetch_plan("assets/templates/" + name + ".json", Draft::Yes);
}

void Library::fetch_example(std::string_view id) {
    fetch_plan("assets/examples/" + std::string(id) + ".json", Draft::No);
}

// ---------------------------------------------------------------- in

void Library::pick_files() {
    with_.requests.send(PickFiles{exchange::accepted(), true});
}

void Library::take_file(const FileArrived& file) {
    if (!storage_) return early_files_.push_back(file);
    const auto format = exchange::readable({file.name, file.bytes});
    if (!format) {
        import_failed(file.name, exchange::error_text(words(), format.error()));
        return end_import(file.left);
    }
    if ((*format)->content == exchange::Content::Store) {
        import_archive(file.name, file.bytes);
        return end_import(file.left);
    }
    base::Result<model::Plan> plan = codec::decode_plan(file.bytes);
    if (plan)
        import_plan(file.name, std::move(plan).value());
    else
        import_failed(file.name, codec::error_text(words(), plan.error()));
    end_import(file.left);
}

void Library::refuse_file(const FileRefused& refused) {
    const bool large = refused.why == FileRefused::Why::TooLarge;
    import_failed(refused.name, words()(large ? "error.file-too-large" : "error.file-unreadable",
                                        {std::to_string(refused.size / 1000000)}));
    end_import(refused.left);
}

void Library::import_plan(const std::string& name, model::Plan imported) {
    const bool known =
        std::ranges::any_of(plans_, [&](const StoredPlan& each) { return each.id == imported.id && !each.deleted; });
    opened_title_ = imported.cover().title;
    if (!known) {
        with_.commands.push(Adopt{std::move(imported)});
        imports_.push_back({name, {}, words()("message.imported", {name})});
    } else if (with_.document.shows(imported.id) && model::equal(with_.document.plan(), imported)) {
        imports_.push_back({name, {}, words()("message.import-same", {name})});
    } else {
        pending_.push_back({name, std::move(imported)});
        if (with_.desk.dialog().kind != DialogKind::ConfirmReplace) ask_about_pending();
    }
}

// As it is shown, or as it is stored.
model::Plan Library::kept(const Id& plan) const {
    if (with_.document.shows(plan)) return with_.document.plan();
    const base::Result<store::Opened> stored = store::open_stored(storage_->files(), plan);
    return stored ? stored->plan : model::empty_plan(plan);
}

Replacement Library::replacement(const model::Plan& here, const model::Plan& there) const {
    base::Moment saved;
    for (const store::PlanEntry& entry : storage_->plans())
        if (entry.id == there.id) saved = entry.saved;
    return replacement_of(words(), here, saved, there);
}

void Library::ask_about_pending() {
    const model::Plan& there = pending_.front().plan;
    model::Plan here = kept(there.id);
    Replacement facts = replacement(here, there);
    with_.desk.open({DialogKind::ConfirmReplace,
                     {},
                     0,
                     {{"title", pending_.front().name},
                      {"here", std::move(facts.here)},
                      {"there", std::move(facts.there)},
                      {"rows", std::move(facts.rows)},
                      {"newer", std::move(facts.newer)}}});
    with_.commands.push(CompareCopies{std::move(here), there});
}

std::optional<model::Plan> Library::take_pending() {
    if (pending_.empty()) return std::nullopt;
    model::Plan plan = std::move(pending_.front().plan);
    pending_.erase(pending_.begin());
    if (!pending_.empty()) ask_about_pending();
    return plan;
}

void Library::import_failed(const std::string& name, const std::string& reason) {
    imports_.push_back({name, reason, words()("message.import-failed", {name, reason})});
}

void Library::end_import(std::uint32_t left) {
    if (left > 0) return;
    const std::vector<Import> imports = std::exchange(imports_, {});
    if (imports.empty()) return;  // a dialog asks
    if (imports.size() == 1) return with_.desk.say(imports[0].message, !imports[0].reason.empty());
    std::vector<std::string> failed;
    for (const Import& each : imports)
        if (!each.reason.empty()) failed.push_back(words()("message.import-failed-one", {each.name, each.reason}));
    const std::size_t opened = imports.size() - failed.size();
    if (opened > 0) with_.desk.say(words()("message.imported-many", {std::to_string(opened), opened_title_}));
    if (!failed.empty())
        with_.desk.say(words()("message.import-failed-many", {std::to_string(failed.size()), base::join(failed, "\n")}),
                       true);
}

// ---------------------------------------------------------------- out

namespace {
// Phones and mail addresses in their own fields are meant to be there; numbers and names in running text are not.
std::set<analysis::PersonalKind> personal_data(const model::Plan& plan) {
    std::set<analysis::PersonalKind> kinds;
    for (const model::RecordInfo& info : model::records())
        for (const model::RowPtr& row : plan.table(info.type))
            for (const model::FieldInfo& field : info.fields) {
                if (field.kind != model::Kind::Text || field.has(model::kPersonal)) continue;
                for (const analysis::PersonalHit& hit : analysis::find_personal(model::get<std::string>(*row, field)))
                    kinds.insert(hit.kind);
            }
    return kinds;
}
}  // namespace

std::string Library::plan_file_name() const {
    return file_name(with_.document.plan().cover().title, words()("app.name"), ".plan.json");
}

void Library::export_plan() {
    if (!with_.document.is_open()) return;
    with_.requests.send(DownloadFile{plan_file_name(), "application/json", codec::encode_plan(with_.document.plan())});
    say_exported("message.exported", plan_file_name());
}

void Library::save_plan_file() {
    if (!with_.document.is_open()) return;
    const model::Plan& plan = with_.document.plan();
    with_.requests.send(SaveFile{.key = plan.id.str(),
                                 .name = plan_file_name(),
                                 .mime = "application/json",
                                 .bytes = codec::encode_plan(plan)},
                        [this](const Answer& answer) {
                            if (answer.ok)
                                say_exported(answer.code == "saved" ? "message.saved-file" : "message.exported",
                                             answer.bytes);
                            else if (answer.code != "cancelled")
                                with_.desk.say_error({answer.code, {}, {}});
                        });
}

void Library::say_exported(std::string_view words_key, const std::string& name) {
    std::vector<std::string> kinds;  // "手机号码、身份证号": what a file that leaves would carry
    if (with_.document.is_open())
        for (const analysis::PersonalKind kind : personal_data(with_.document.plan()))
            kinds.emplace_back(words()("personal." + std::string(analysis::name_of(kind))));
    if (kinds.empty())
        with_.desk.say(words()(words_key, {name}));
    else
        with_.desk.say(words()("message.exported-personal", {name, base::join(kinds, "、")}), true);
}

}  // namespace app
