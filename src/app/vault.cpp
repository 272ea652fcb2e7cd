#include "app/vault.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.hpp"
#include "base/wipe.hpp"
#include "codec/plan_json.hpp"

namespace app {
namespace {
using Act = PrivateStore::Act;

const model::RecordInfo& info() {
    return model::verification_record();
}
}  // namespace

void wipe(Application& row) {
    for (const model::FieldInfo& field : info().fields)
        if (field.kind == model::Kind::Text) base::wipe(model::edit<std::string>(row, field));
}

const Application* Vault::find(const model::Id& id) const {
    const auto found = std::ranges::find(rows_, id, &Application::id);
    return found == rows_.end() ? nullptr : &*found;
}

std::uint32_t Vault::send(PrivateStore request) {
    const Act act = request.act;
    return requests_.send(std::move(request), [this, act](const Answer& answer) { take(act, answer); });
}

void Vault::look() {
    if (!looking_) send({.act = Act::Look});
    looking_ = true;
}
void Vault::sweep(base::Date first_day_that_stays) {
    send({.act = Act::Sweep, .first = first_day_that_stays.iso()});
}
void Vault::create(std::string passphrase) {
    busy_ = send({.act = Act::Create, .first = std::move(passphrase)});
}
void Vault::unlock(std::string passphrase) {
    busy_ = send({.act = Act::Unlock, .first = std::move(passphrase)});
}
void Vault::change(std::string passphrase, std::string next) {
    busy_ = send({.act = Act::Change, .first = std::move(passphrase), .second = std::move(next)});
}
void Vault::destroy() {
    wipe();
    send({.act = Act::Destroy});
}

void Vault::put(Application row) {
    if (state_ != VaultState::Open) return;
    const model::Id id = row.id;
    const auto found = std::ranges::find(rows_, id, &Application::id);
    if (found == rows_.end()) {
        rows_.push_back(std::move(row));
    } else {
        app::wipe(*found);
        *found = std::move(row);
    }
    if (std::ranges::find(dirty_, id) == dirty_.end()) dirty_.push_back(id);
    dirty_since_ = seconds_;
}

void Vault::store(const model::Id& id) {
    const Application* row = find(id);
    if (!row) return;
    send({.act = Act::Put,
          .first = id.str(),
          .second = row->keep_until.iso(),
          .content = codec::encode_row(info(), *row)});
    ++puts_;
}

void Vault::remove(const std::vector<model::Id>& ids) {
    std::string lines;
    for (const model::Id& id : ids) {
        lines += (lines.empty() ? "" : "\n") + id.str();
        std::erase(dirty_, id);
        for (Application& row : rows_)
            if (row.id == id) app::wipe(row);
        std::erase_if(rows_, [&](const Application& row) { return row.id == id; });
        std::erase_if(kept_, [&](const Kept& kept) { return kept.id == id; });
    }
    if (!lines.empty()) send({.act = Act::Remove, .first = std::move(lines)});
}

void Vault::lock() {
    if (state_ != VaultState::Open) return;
    for (const model::Id& id : dirty_) store(id);
    send({.act = Act::Lock});
    wipe();
    state_ = VaultState::Unknown;
    look();
}

void Vault::wipe() {
    for (Application& row : rows_) app::wipe(row);
    rows_.clear();
    dirty_.clear();
    dirty_since_ = -1;
}

void Vault::frame(double seconds) {
    seconds_ = seconds;
    if (lock_due_) lock();
    lock_due_ = false;
    if (dirty_.empty() || due_in(seconds) > 0) return;
    for (const model::Id& id : dirty_) store(id);
    dirty_.clear();
}

double Vault::due_in(double seconds) const {
    return dirty_.empty() ? -1 : std::max(0.0, dirty_since_ + typing_pause_seconds - seconds);
}

std::optional<std::size_t> Vault::take_swept() {
    return std::exchange(swept_, {});
}

std::vector<std::string> Vault::take_failures() {
    return std::exchange(failures_, {});
}

void Vault::take(Act act, const Answer& answer) {
    if (answer.request == busy_) busy_ = 0;
    if (act == Act::Put) --puts_;
    if (act == Act::Look) looking_ = false;
    if (answer.ok) {
        error_.clear();
        return done(answer, act);
    }
    error_ = answer.code;
    if (answer.code != "private-wrong" && answer.code != "private-unsupported") failures_.push_back(answer.code);
    if (answer.code == "private-unsupported" || act == Act::Look) state_ = VaultState::Unsupported;
    // Another tab has changed the passphrase or deleted everything: what is shown here is no longer what is stored.
    if (answer.code == "private-changed" || answer.code == "private-locked") {
        wipe();
        state_ = VaultState::Unknown;
        look();
    }
}

void Vault::done(const Answer& answer, Act act) {
    switch (act) {
        case Act::Look:
            return take_list(answer);
        case Act::Sweep: {
            std::size_t count = 0;
            std::from_chars(answer.bytes.data(), answer.bytes.data() + answer.bytes.size(), count);
            if (count == 0) return;
            swept_ = count;
            return look();
        }
        case Act::Create:
            rows_.clear();
            kept_.clear();
            state_ = VaultState::Open;
            return;
        case Act::Unlock:
            take_rows(answer.bytes);
            state_ = VaultState::Open;
            return;
        case Act::Destroy:
            kept_.clear();
            state_ = VaultState::Absent;
            return;
        case Act::Change:
        case Act::Put:
        case Act::Remove:
        case Act::Lock:
            return;
    }
}

// "ID DATE" on each line, "!ID DATE" for one that is damaged; the date may be missing.
void Vault::take_list(const Answer& answer) {
    if (state_ == VaultState::Open) return;
    state_ = answer.code == "locked" ? VaultState::Locked : VaultState::Absent;
    kept_.clear();
    for (std::string_view line : base::split(answer.bytes, '\n')) {
        const bool readable = !line.starts_with('!');
        if (!readable) line.remove_prefix(1);
        const auto words = base::split(line, ' ');
        if (const auto id = model::Id::parse(words[0]))
            kept_.push_back(
                {*id, words.size() > 1 ? base::Date::parse(words[1]).value_or(base::Date{}) : base::Date{}, readable});
    }
}

// "ID CONTENT" on each line, "!ID DATE" for a row that is damaged.
void Vault::take_rows(const std::string& lines) {
    wipe();
    kept_.clear();
    for (std::string_view line : base::split(lines, '\n')) {
        const std::size_t blank = line.find(' ');
        const bool damaged = line.starts_with('!');
        const auto id = model::Id::parse(line.substr(damaged ? 1 : 0, blank - (damaged ? 1 : 0)));
        if (!id || blank == std::string_view::npos) continue;
        const auto row =
            damaged ? base::Result<model::RowPtr>(base::Error{}) : codec::decode_row(info(), line.substr(blank + 1));
        if (!row) {
            kept_.push_back({*id, {}, false});
            continue;
        }
        rows_.push_back(static_cast<const Application&>(**row));
        kept_.push_back({*id, rows_.back().keep_until, true});
    }
    std::ranges::sort(rows_, [](const Application& a, const Application& b) {
        return a.order != b.order ? a.order < b.order : a.id < b.id;
    });
}

}  // namespace app
