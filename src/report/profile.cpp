#include "report/profile.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "analysis/personal.hpp"
#include "base/text.hpp"
#include "model/value.hpp"

namespace report {
namespace {
using model::FieldInfo;
using model::Kind;
using model::Plan;
using model::RecordInfo;
using model::RecordType;

constexpr std::size_t longest_name = 40;  // characters

// What is said between those who work on a plan.
constexpr std::array internal_records{RecordType::Comment, RecordType::SetAside, RecordType::Revision,
                                      RecordType::DraftedPart};
// How far things have come.
constexpr std::array progress_records{RecordType::CalendarDay, RecordType::Reading,  RecordType::StateChange,
                                      RecordType::LookBack,    RecordType::Evidence, RecordType::Extension};

const auto& progress_fields() {
    using namespace model;
    static const std::array<const FieldInfo*, 13> all{
        &field_of<&Cover::status>(),          &field_of<&Cover::revision>(),       &field_of<&Task::progress>(),
        &field_of<&Task::status>(),           &field_of<&Milestone::reached_on>(), &field_of<&RiskResponse::state>(),
        &field_of<&Finding::progress_note>(), &field_of<&Finding::completed_on>(), &field_of<&Finding::closed_on>(),
        &field_of<&Finding::acceptance>(),    &field_of<&Finding::state>(),        &field_of<&Measure::done_on>(),
        &field_of<&Publication::state>()};
    return all;
}

bool is_internal_note(const RecordInfo& info, const FieldInfo& field) {
    // A day's name in the calendar and what an effect says of itself are no notes to each other.
    return field.name == "note" && info.type != RecordType::CalendarDay && info.type != RecordType::Effect &&
           info.type != RecordType::ChecklistItem;
}

// A post answers for something as well as a person, and may be named.
bool is_persons_name(std::string_view name) {
    const std::size_t length = base::count_code_points(name);
    if (length < 2 || length > longest_name) return false;
    std::size_t at = 0;
    if (!base::is_han(base::next_code_point(name, at))) {  // Ann Lee, but not Head nurse
        int words = 0;
        for (const std::string_view word : base::split(name, ' ')) {
            if (word.empty() || word[0] < 'A' || word[0] > 'Z') return false;
            ++words;
        }
        return words >= 2;
    }
    static constexpr std::array<std::string_view, 14> posts{"长", "長", "任", "员", "員", "师", "師",
                                                            "组", "組", "室", "科", "者", "部", "人"};
    return length <= 4 && std::ranges::none_of(posts, [&](std::string_view post) { return name.ends_with(post); });
}

class NameMask {
  public:
    explicit NameMask(const Plan& plan) {
        for (const model::Person& person : plan.rows<model::Person>()) {
            const std::string_view name = base::trim(person.name);
            if (!is_persons_name(name)) continue;
            names_.emplace(name);
            sizes_.insert(name.size());
        }
    }
    [[nodiscard]] bool empty() const { return names_.empty(); }
    // At each character the longest name that begins there.
    [[nodiscard]] std::string apply(std::string_view text) const {
        std::string result;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t size = name_at(text.substr(at));
            std::size_t next = at;
            base::next_code_point(text, next);
            result += size > 0 ? analysis::masked(text.substr(at, size), analysis::PersonalKind::PatientName)
                               : std::string(text.substr(at, next - at));
            at = size > 0 ? at + size : next;
        }
        return result;
    }

  private:
    [[nodiscard]] std::size_t name_at(std::string_view text) const {
        for (auto size = sizes_.rbegin(); size != sizes_.rend(); ++size)
            if (*size <= text.size() && names_.contains(text.substr(0, *size))) return *size;
        return 0;
    }
    std::set<std::string, std::less<>> names_;
    std::set<std::size_t> sizes_;  // of them, in bytes
};

// Calls change(info, row) for a copy of each row; a copy that it says has changed takes the row's place.
template <class Change> void for_row_copies(Plan& plan, const RecordInfo& info, Change change) {
    std::vector<model::RowPtr> changed;
    for (const model::RowPtr& row : plan.table(info.type)) {
        std::shared_ptr<model::Row> copy = info.copy(*row);
        if (change(*copy)) changed.push_back(std::move(copy));
    }
    for (model::RowPtr& row : changed) plan.table(info.type).put(std::move(row));
}

bool clear_field(model::Row& row, const FieldInfo& field) {
    if (model::is_empty(row, field)) return false;
    (void)model::set_value(row, field, {});
    return true;
}

bool mask_names(model::Row& row, const FieldInfo& field, const NameMask& names) {
    if (field.kind == Kind::Text) {
        const std::string& text = model::get<std::string>(row, field);
        std::string masked = names.apply(text);
        if (masked == text) return false;
        return model::set_value(row, field, model::Value(std::move(masked))).ok();
    }
    if (field.kind != Kind::Texts) return false;
    std::vector<std::string> texts = model::get<std::vector<std::string>>(row, field);
    bool is_changed = false;
    for (std::string& text : texts) {
        std::string masked = names.apply(text);
        is_changed = is_changed || masked != text;
        text = std::move(masked);
    }
    return is_changed && model::set_value(row, field, model::Value(std::move(texts))).ok();
}

void mask_people(Plan& plan) {
    const NameMask names(plan);
    if (names.empty()) return;
    for (const RecordInfo& info : model::records())
        for_row_copies(plan, info, [&](model::Row& row) {
            bool is_changed = false;
            for (const FieldInfo& field : info.fields)
                if (!field.has(model::kSystem)) is_changed = mask_names(row, field, names) || is_changed;
            return is_changed;
        });
}
}  // namespace

std::string_view name_of(Profile profile) {
    return profile_names[static_cast<std::size_t>(profile)];
}

std::optional<Profile> find_profile(std::string_view name) {
    const auto found = std::ranges::find(profile_names, name);
    if (found == std::end(profile_names)) return std::nullopt;
    return static_cast<Profile>(found - std::begin(profile_names));
}

Release release_of(Profile profile, bool about_progress) {
    const bool is_decided = profile == Profile::Approval || profile == Profile::Public;
    return {profile == Profile::Working, about_progress || !is_decided, profile != Profile::Public};
}

bool is_left_out(const Release& release, RecordType type) {
    const bool is_internal =
        type == RecordType::Person || std::ranges::find(internal_records, type) != internal_records.end();
    const bool is_progress =
        type == RecordType::ApprovalStep || std::ranges::find(progress_records, type) != progress_records.end();
    return (is_internal && !release.internal) || (is_progress && !release.progress);
}

bool is_left_out(const Release& release, const FieldInfo& field) {
    return !release.progress && std::ranges::find(progress_fields(), &field) != progress_fields().end();
}

Plan released_plan(const Plan& plan, const Release& release) {
    Plan released = plan;
    if (!release.internal)
        for (const RecordType type : internal_records) released.table(type) = {};
    if (!release.progress)
        for (const RecordType type : progress_records)
            if (type != RecordType::CalendarDay) released.table(type) = {};  // days are reckoned with it
    if (!release.internal || !release.progress)
        for (const RecordInfo& info : model::records())
            for_row_copies(released, info, [&](model::Row& row) {
                bool is_changed = false;
                for (const FieldInfo& field : info.fields) {
                    const bool is_out =
                        is_left_out(release, field) || (!release.internal && is_internal_note(info, field));
                    if (is_out) is_changed = clear_field(row, field) || is_changed;
                }
                return is_changed;
            });
    if (!release.names) mask_people(released);
    return released;
}

}  // namespace report
