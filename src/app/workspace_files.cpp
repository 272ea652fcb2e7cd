// Plans that come in and go out: templates, examples, imported and exported files.
#include <set>
#include <utility>

#include "analysis/personal.hpp"
#include "app/file_name.hpp"
#include "app/workspace.hpp"
#include "base/text.hpp"
#include "codec/error_text.hpp"
#include "codec/plan_json.hpp"
#include "edit/fresh_ids.hpp"

namespace app {
void Workspace::fetch(std::string path, AssetUse use) {
    const std::uint32_t id = next_request_++;
    assets_[id] = use;
    request(FetchAsset{id, std::move(path)});
}

namespace {
// In the names of languages and templates; the source language needs none.
std::string_view suffix_of(Language language) {
    static constexpr std::string_view suffixes[] = {"", ".zh-Hant", ".en"};
    return suffixes[static_cast<std::size_t>(language)];
}
}  // namespace

void Workspace::open_template(std::string_view template_id) {
    const std::string name = std::string(template_id) + std::string(suffix_of(view.language));
    fetch("assets/templates/" + name + ".json", AssetUse::Template);
}
void Workspace::open_example(std::string_view template_id) {
    fetch("assets/examples/" + std::string(template_id) + ".json", AssetUse::Example);
}

void Workspace::import_files() {
    request(PickFiles{".json,.zip,application/json,application/zip", true});
}

void Workspace::set_language(Language language) {
    view.language = language;
    const std::string name(language == Language::Simplified ? "" : suffix_of(language).substr(1));
    request(SetPreference{"language", name});
    if (language == Language::Simplified)
        words_ = &base::Words::simplified_chinese();
    else
        fetch("assets/lang/" + name + ".lang", AssetUse::Words);
}

void Workspace::take_asset(AssetUse use, const std::string& bytes) {
    if (use == AssetUse::Words) {
        if (view.language == Language::Simplified) return;  // changed again meanwhile
        other_words_ = base::Words::parse(bytes, &base::Words::simplified_chinese());
        words_ = &other_words_;
        return;
    }
    base::Result<model::Plan> plan = codec::decode_plan(bytes);
    if (!plan) return say_error(plan.error());
    model::Plan fresh = edit::with_fresh_ids(*plan, ids_);
    if (use == AssetUse::Template) {
        model::Cover cover = fresh.cover();
        cover.status = model::PlanStatus::Draft;
        fresh.put(std::move(cover));
    }
    adopt(std::move(fresh));
}

void Workspace::take_file(const FileArrived& file) {
    if (base::looks_like_zip(file.bytes)) {
        import_archive(file.name, file.bytes);
        return end_import(file.left);
    }
    base::Result<model::Plan> plan = codec::decode_plan(file.bytes);
    if (plan)
        import_plan(file.name, std::move(plan).value());
    else
        import_failed(file.name, codec::error_text(*words_, plan.error()));
    end_import(file.left);
}

void Workspace::import_failed(const std::string& name, const std::string& reason) {
    imports_.push_back({name, reason, (*words_)("message.import-failed", {name, reason})});
}

void Workspace::end_import(std::uint32_t left) {
    if (left > 0) return;
    const std::vector<Import> imports = std::exchange(imports_, {});
    if (imports.empty()) return;  // a dialog asks
    if (imports.size() == 1) return say(imports[0].message, !imports[0].reason.empty());
    std::vector<std::string> failed;
    for (const Import& each : imports)
        if (!each.reason.empty()) failed.push_back((*words_)("message.import-failed-one", {each.name, each.reason}));
    const std::size_t opened = imports.size() - failed.size();
    if (opened > 0 && has_plan())
        say((*words_)("message.imported-many", {std::to_string(opened), plan().cover().title}));
    if (!failed.empty())
        say((*words_)("message.import-failed-many", {std::to_string(failed.size()), base::join(failed, "\n")}), true);
}

// Phones and mail addresses in their own fields are meant to be there; numbers and names in running text are not.
std::string Workspace::personal_data_kinds() const {
    std::set<analysis::PersonalKind> kinds;
    for (const model::RecordInfo& info : model::records())
        for (const model::RowPtr& row : plan().table(info.type))
            for (const model::FieldInfo& field : info.fields) {
                if (field.kind != model::Kind::Text || field.has(model::kPersonal)) continue;
                for (const analysis::PersonalHit& hit : analysis::find_personal(model::get<std::string>(*row, field)))
                    kinds.insert(hit.kind);
            }
    std::vector<std::string> names;
    for (const analysis::PersonalKind kind : kinds)
        names.emplace_back((*words_)("personal." + std::string(analysis::name_of(kind))));
    return base::join(names, "、");
}

void Workspace::export_plan() {
    if (!has_plan()) return;
    request(DownloadFile{file_name(plan().cover().title, (*words_)("app.name"), ".plan.json"), "application/json",
                         codec::encode_plan(plan())});
    say_exported("message.exported", file_name(plan().cover().title, (*words_)("app.name"), ".plan.json"));
}

void Workspace::save_plan_file() {
    if (!has_plan()) return;
    request(SaveFile{save_request_ = next_request_++, plan().id.str(),
                     file_name(plan().cover().title, (*words_)("app.name"), ".plan.json"), "application/json",
                     codec::encode_plan(plan())});
}

void Workspace::say_exported(std::string_view words_key, const std::string& name) {
    const std::string personal = has_plan() ? personal_data_kinds() : std::string();
    if (personal.empty())
        say((*words_)(words_key, {name}));
    else
        say((*words_)("message.exported-personal", {name, personal}), true);
}

}  // namespace app
