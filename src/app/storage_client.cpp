#include "app/storage_client.hpp"

#include <algorithm>
#include <utility>

namespace app {
namespace {

constexpr std::size_t tail_limit = std::size_t{1} << 20;  // localStorage holds about five million UTF-16 units in all
constexpr const char* witness_preference = "witness";

StoreFiles request_of(const store::Commit& commit) {
    StoreFiles request{.put = {}, .remove = commit.remove};
    request.put.reserve(commit.put.size());
    for (const store::FileImage& file : commit.put) request.put.push_back({file.path, file.bytes});
    return request;
}

}  // namespace

StorageClient::StorageClient(const store::Files& files, Requests& requests, Setup setup)
    : files_(files), requests_(requests), setup_(std::move(setup)), ids_(setup_.seed) {}

// ---------------------------------------------------------------- the open plan

StorageClient::Document* StorageClient::find(const base::Id& plan) {
    for (const auto& document : documents_)
        if (document->store.plan() == plan) return document.get();
    return nullptr;
}

const StorageClient::Document* StorageClient::find(const base::Id& plan) const {
    return const_cast<StorageClient*>(this)->find(plan);
}

void StorageClient::mark_dirty(Document& document, double due) {
    if (!document.dirty) document.dirty_since = seconds_;
    document.dirty = true;
    document.due = due;
    tail_stale_ = true;
}

void StorageClient::adopt(const model::Plan& plan) {
    if (!open(plan.id)) {
        // Nothing readable of it is stored. Unreadable files of the same name stay beside what is written now.
        documents_.push_back(
            std::make_unique<Document>(Document{store::PlanStore(plan.id, ids_.next()), plan, {}, false, 0, 0, {}}));
        open_ = plan.id;
    }
    changed(plan, Pace::Gesture);
}

void StorageClient::changed(const model::Plan& plan, Pace pace) {
    Document* document = find(plan.id);
    if (!document) return;
    document->now = plan;
    const double wait = pace == Pace::Gesture ? 0 : pause_seconds;
    const double since = document->dirty ? document->dirty_since : seconds_;
    mark_dirty(*document, std::min(seconds_ + wait, since + longest_wait_seconds));
}

void StorageClient::keep_version(const model::Plan& before) {
    Document* document = find(before.id);
    if (!document) return;
    document->replaced.push_back(before);
    mark_dirty(*document, seconds_);
}

void StorageClient::save_now() {
    for (const auto& document : documents_)
        if (document->dirty) document->due = seconds_;
}

void StorageClient::close() {
    save_now();
    open_ = {};
    reloaded_.reset();
    forget_clean_documents();
}

void StorageClient::forget_clean_documents() {
    std::erase_if(documents_, [&](const auto& document) {
        return !document->dirty && !document->store.in_flight() && document->store.plan() != open_;
    });
}

SaveStatus StorageClient::status() const {
    const Document* document = find(open_);
    SaveStatus status;
    if (document) {
        status.saved = document->saved;
        status.code = document->failure;
        status.revision = document->store.state().revision;
    }
    if (role_ == Role::None) {
        status.state = SaveState::Unavailable;
    } else if (role_ == Role::Reader && !(document && document->dirty)) {
        status.state = SaveState::ReadOnly;
    } else if (!document || !document->dirty) {
        status.state = SaveState::Saved;
    } else if (document->store.in_flight()) {
        status.state = SaveState::Saving;
    } else if (role_ == Role::Reader || !document->failure.empty()) {
        status.state = SaveState::Failed;
        if (status.code.empty()) status.code = "storage-not-writer";
    } else {
        status.state = SaveState::Unsaved;
    }
    return status;
}

bool StorageClient::anything_unsaved() const {
    return !operations_.empty() ||
           std::ranges::any_of(documents_, [](const auto& document) { return document->dirty; });
}

std::optional<model::Plan> StorageClient::take_reloaded() {
    return std::exchange(reloaded_, std::nullopt);
}
std::vector<StorageNotice> StorageClient::take_notices() {
    return std::exchange(notices_, {});
}
std::vector<StorageOutcome> StorageClient::take_outcomes() {
    return std::exchange(outcomes_, {});
}

// ---------------------------------------------------------------- sending

void StorageClient::frame(double seconds, base::Moment now) {
    seconds_ = seconds;
    now_ = now;
    // The platform answers within its own time limit; should it not, what was sent counts as failed, and a late answer
    // as none.
    if (sent_ && seconds - sent_->at > answer_seconds) requests_.give_up(sent_->request, "storage-timeout");
    if (role_ == Role::Writer && !sent_) send_next(seconds);
    if (tail_stale_) keep_tail();
}

void StorageClient::send_next(double seconds) {
    for (const auto& document : documents_)
        if (document->dirty && document->due <= seconds && send_document(*document, seconds)) return;
    while (!sent_) {
        const auto next = std::ranges::find_if(operations_, [&](const Operation& each) { return each.due <= seconds; });
        if (next == operations_.end()) return;
        // What is done to a plan comes after what was typed into it, unless that cannot be stored: deleting makes room.
        const Document* document = find(next->plan);
        if (document && document->dirty && document->failure.empty()) return;
        Operation operation = std::move(*next);
        operations_.erase(next);
        if (operation.what == "purge")
            std::erase_if(documents_, [&](const auto& each) { return each->store.plan() == operation.plan; });
        const store::Commit commit = make_commit(operation);
        if (commit.empty()) {
            operation_answered(std::move(operation), true, {});
            continue;
        }
        send(commit, seconds);
        sent_->operation = std::move(operation);
    }
}

// What was replaced is stored as it was before it is kept as a version; then what took its place.
store::Commit StorageClient::commit_of(Document& document) const {
    document.keeps_version = false;
    while (!document.replaced.empty()) {
        const model::Plan& before = document.replaced.front();
        if (document.store.unsaved(before)) return document.store.begin(before, now_);
        const model::Plan& after = document.replaced.size() > 1 ? document.replaced[1] : document.now;
        const store::Commit commit = document.store.begin(after, now_, store::before_replace);
        document.keeps_version = !commit.empty();
        if (document.keeps_version) return commit;
        document.replaced.erase(document.replaced.begin());
    }
    return document.store.begin(document.now, now_);
}

bool StorageClient::send_document(Document& document, double seconds) {
    const store::Commit commit = commit_of(document);
    if (commit.empty()) {
        document.dirty = false;
        document.failure.clear();
        tail_stale_ = true;
        return false;
    }
    send(commit, seconds);
    sent_->document = document.store.plan();
    return true;
}

void StorageClient::send(const store::Commit& commit, double seconds) {
    const std::uint32_t id = requests_.send(request_of(commit), [this](const Answer& answer) { answered(answer); });
    sent_ = Sent{id, seconds, {}, {}};
}

store::Commit StorageClient::make_commit(const Operation& operation) {
    if (operation.what == "delete")
        return store::delete_plan(store::list_plan(files_, operation.plan), ids_.next(), now_);
    if (operation.what == "restore") return store::restore_plan(files_, operation.plan);
    if (operation.what == "purge") return store::purge_plan(files_, operation.plan);
    if (operation.what == "step-back") return make_step_back(operation);
    return operation.commit;
}

void StorageClient::answered(const Answer& answer) {
    Sent sent = std::move(*sent_);
    sent_.reset();
    if (!answer.ok && answer.code == "storage-not-writer") role_ = Role::Reader;
    if (!sent.document) {
        operation_answered(std::move(sent.operation), answer.ok, answer.code);
    } else if (Document* document = find(*sent.document)) {
        document_answered(*document, answer.ok, answer.code);
    }
    forget_clean_documents();
}

void StorageClient::document_answered(Document& document, bool ok, const std::string& code) {
    tail_stale_ = true;
    if (!ok) {
        document.store.failed();
        document.failure = code;
        document.due = seconds_ + retry_seconds;
        return;
    }
    document.store.confirmed();
    document.saved = now_;
    document.failure.clear();
    if (document.keeps_version) document.replaced.erase(document.replaced.begin());
    document.keeps_version = false;
    document.dirty = !document.replaced.empty() || document.store.unsaved(document.now);
    document.dirty_since = seconds_;
    list_after_commit(document);
    witnesses_[document.store.plan()] = {document.store.plan(), document.store.state(),
                                         store::summary_of(document.now).title};
    keep_witness();
}

void StorageClient::operation_answered(Operation operation, bool ok, const std::string& code) {
    if (ok) {
        if (operation.what == "step-back") forget_found_tail(operation.plan);
        if (operation.what == "import" || operation.what == "branch" || operation.what == "recover" ||
            operation.what == "step-back")
            list_all();
        else
            list_again(operation.plan);
        if (operation.what == "purge" && witnesses_.erase(operation.plan) > 0) keep_witness();
    }
    if (ok && operation.is_tail) reread_open_plan();
    tail_stale_ = tail_stale_ || operation.is_tail;
    outcomes_.push_back({operation.what, operation.plan, ok, code, operation.kept});
    // What came back from copies must not stay in memory alone.
    if (!ok && operation.what == "recover") {
        operation.due = seconds_ + retry_seconds;
        operations_.push_back(std::move(operation));
    }
}

double StorageClient::due_in(double seconds) const {
    if (role_ != Role::Writer) return -1;
    double due = sent_ ? sent_->at + answer_seconds + 0.1 : -1;
    if (!sent_)
        for (const auto& document : documents_)
            if (document->dirty && (due < 0 || document->due < due)) due = document->due;
    if (!sent_)
        for (const Operation& operation : operations_) due = due < 0 ? operation.due : std::min(due, operation.due);
    return due < 0 ? -1 : std::max(due - seconds, 0.0);
}

// ---------------------------------------------------------------- what outlives the page

void StorageClient::keep_witness() {
    std::vector<store::Witness> all;
    for (const auto& [plan, witness] : witnesses_) all.push_back(witness);
    requests_.send(SetPreference{witness_preference, all.empty() ? "" : store::encode_witnesses(all)});
}

void StorageClient::keep_tail() {
    tail_stale_ = false;
    if (role_ != Role::Writer) return;  // what is there belongs to the tab that writes
    std::vector<store::FileImage> files;
    for (const auto& document : documents_)
        if (document->dirty && document->store.unsaved(document->now))
            files.push_back(document->store.tail(document->now, now_));
    // A tail of an earlier page is still worth keeping while its plans could not be read.
    files.insert(files.end(), found_tail_.begin(), found_tail_.end());
    const auto insert = [&](const Operation& operation) {
        if (operation.is_tail) files.insert(files.end(), operation.commit.put.begin(), operation.commit.put.end());
    };
    std::ranges::for_each(operations_, insert);
    if (sent_) insert(sent_->operation);
    std::string tail = store::encode_tail(files);
    if (tail.size() > tail_limit || tail == kept_tail_) return;
    kept_tail_ = tail;
    requests_.send(KeepTail{std::move(tail)});
}

}  // namespace app
