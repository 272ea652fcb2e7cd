#include "app/circulation.hpp"

#include <algorithm>

#include "codec/plan_json.hpp"
#include "exchange/circulation.hpp"
#include "revision/diff.hpp"

namespace app {
namespace {
using exchange::Files;
using exchange::Operation;

// Where theirs can be had instead: a field of a row that both still have, or a row that they removed.
bool is_choosable(const Coming& coming, const Clash& clash, std::string_view kind) {
    if (!clash.record) return false;
    const bool there = coming.theirs.table(clash.record->type).find(clash.id) != nullptr;
    if (kind == "removed") return !there && !clash.record->singleton;
    return kind == "edited" && there && clash.record->find(clash.member);
}
}  // namespace

Contained contained_in(const model::Plan& plan) {
    Contained contained;
    for (const auto& person : plan.rows<model::Person>()) {
        ++contained.people;
        contained.reachable += person.phone.empty() && person.email.empty() ? 0 : 1;
    }
    contained.comments = plan.rows<model::Comment>().size();
    contained.signatures = plan.rows<model::ApprovalStep>().size();
    for (const auto& version : plan.rows<model::Revision>()) contained.versions += version.back.empty() ? 0 : 1;
    return contained;
}

std::uint32_t Circulation::send(Operation operation, std::string bytes, Errands::Then then) {
    return with_.errands.send(
        {.operation = operation, .format = "plan", .bytes = std::move(bytes), .now = with_.clock.today.now},
        with_.document.is_open() ? with_.document.plan().cover().title : std::string(), file_of(with_.desk.language()),
        then);
}

bool Circulation::failed(const base::Result<Files>& outcome) {
    if (!outcome && outcome.error().code != "cancelled") with_.desk.say_error(outcome.error());
    return !outcome.ok();
}

void Circulation::share(const SharePlan& wanted, std::string file_name) {
    sent_ = with_.document.plan();
    file_name_ = std::move(file_name);
    std::string bytes = exchange::pack_texts({codec::encode_plan(sent_), with_.ids.next().text(), wanted.author,
                                              wanted.note, wanted.history == History::Stays ? "yes" : ""});
    last_ = send(Operation::Record, std::move(bytes), [this](const Underway& errand, base::Result<Files> outcome) {
        if (errand.request != last_ || failed(outcome)) return;
        auto recorded = codec::decode_plan(outcome->at(0));
        if (!recorded) return with_.desk.say_error(recorded.error());
        with_.commands.push(TakeVersions{sent_, std::move(recorded).value()});
        with_.requests.send(DownloadFile{file_name_, "application/json", outcome->at(1)});
        with_.desk.say(with_.desk.words()("message.shared", {file_name_}));
    });
}

void Circulation::compare(model::Plan ours, model::Plan theirs) {
    std::string bytes = exchange::pack_texts({codec::encode_plan(ours), codec::encode_plan(theirs)});
    coming_ = Coming{std::move(ours), std::move(theirs), {}, false, {}, {}};
    comparing_ = true;
    compared_last_ =
        send(Operation::Merge, std::move(bytes), [this](const Underway& errand, base::Result<Files> outcome) {
            if (errand.request == compared_last_) compared(std::move(outcome));
        });
}

void Circulation::compared(base::Result<Files> outcome) {
    comparing_ = false;
    auto merged = outcome ? codec::decode_plan(outcome->front()) : base::Result<model::Plan>(outcome.error());
    if (!merged) {
        coming_.reset();
        if (merged.error().code != "cancelled") with_.desk.say_error(merged.error());
        return;
    }
    if (!coming_) return;
    Coming& coming = *coming_;
    const Files& files = *outcome;
    coming.merged = std::move(merged).value();
    coming.has_ancestor = files[1] == "yes";
    coming.changes = files[2];
    using exchange::conflict_texts;
    for (std::size_t at = exchange::merge_head; at + conflict_texts <= files.size(); at += conflict_texts) {
        Clash clash;
        clash.record = model::find_record(files[at + 1]);
        if (const auto id = Id::parse(files[at + 2])) clash.id = *id;
        clash.member = files[at + 3];
        clash.text = files[at + 4];
        clash.choosable = is_choosable(coming, clash, files[at]);
        coming.clashes.push_back(std::move(clash));
    }
}

void Circulation::take_theirs(std::size_t place) {
    if (!coming_ || place >= coming_->clashes.size() || !coming_->clashes[place].choosable) return;
    Clash& clash = coming_->clashes[place];
    const model::RowPtr theirs = coming_->theirs.table(clash.record->type).get(clash.id);
    if (theirs) {
        edit::Batch batch;
        for (const model::FieldInfo& field : revision::together(*clash.record, *clash.record->find(clash.member)))
            batch.emplace_back(edit::SetField{clash.record->type, clash.id, &field, model::value_of(*theirs, field)});
        with_.commands.push(Edit{std::move(batch), "undo.merge"});
    } else {
        with_.commands.push(RemoveRows{clash.record->type, {clash.id}});
    }
    clash.theirs_taken = true;
}

void Circulation::sign(const SignPlan& wanted) {
    sent_ = with_.document.plan();
    std::string bytes =
        exchange::pack_texts({codec::encode_plan(sent_), with_.ids.next().text(), with_.ids.next().text(), wanted.role,
                              wanted.name, wanted.decision, wanted.opinion});
    last_ = send(Operation::Sign, std::move(bytes), [this](const Underway& errand, base::Result<Files> outcome) {
        if (errand.request != last_ || failed(outcome)) return;
        auto signed_plan = codec::decode_plan(outcome->front());
        if (!signed_plan) return with_.desk.say_error(signed_plan.error());
        // What was changed meanwhile has not been seen by who signed.
        if (!with_.document.is_open() || !with_.document.plan().same(sent_))
            return with_.desk.say(std::string(with_.desk.words()("message.sign-changed")), true);
        with_.commands.push(TakeSigned{std::move(signed_plan).value()});
    });
}

void Circulation::verify() {
    send(Operation::Verify, exchange::pack_texts({codec::encode_plan(with_.document.plan())}),
         [this](const Underway&, base::Result<Files> outcome) {
             if (failed(outcome)) return;
             with_.desk.open({DialogKind::Signatures, {}, 0, {{"text", outcome->front()}, {"whole", outcome->at(1)}}});
         });
}

}  // namespace app
