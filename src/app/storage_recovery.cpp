// Reading: the list, opening, and what to do after a start, a loss, or another tab's work.
#include <algorithm>

#include "app/storage_client.hpp"

namespace app {
namespace {
std::optional<base::Id> plan_of(const store::FileImage& file) {
    const auto parts = store::split_path(file.path);
    return parts ? base::Id::parse(parts->plan) : std::nullopt;
}
}  // namespace

void StorageClient::started(const Started& started, base::Moment now) {
    now_ = now;
    for (const auto& [name, value] : started.preferences) {
        if (name != "witness") continue;
        for (store::Witness& witness : store::decode_witnesses(value)) witnesses_[witness.plan] = std::move(witness);
    }
    const bool damaged = started.storage == "damaged";
    role_ = started.storage == "writer" || damaged ? Role::Writer
            : started.storage == "reader"          ? Role::Reader
                                                   : Role::None;
    if (role_ == Role::Writer) {  // a reader's browser holds the tail of the tab that writes
        found_tail_ = store::decode_tail(started.tail);
        kept_tail_ = started.tail;
    }
    if (damaged) notices_.push_back({{}, {}, {"store-damaged", {}}});
    look_around();
}

bool StorageClient::in_tail(const base::Id& plan) const {
    const std::string folder = store::plan_folder(plan) + "/";
    return std::ranges::any_of(found_tail_,
                               [&](const store::FileImage& file) { return file.path.starts_with(folder); });
}

bool StorageClient::is_behind(const store::PlanEntry& entry) const {
    const auto witness = witnesses_.find(entry.id);
    return witness != witnesses_.end() && entry.state.revision < witness->second.state.revision;
}

// Lists what is stored. Where something is missing or damaged, or nothing at all is known, copies are asked for first:
// reading them costs time that a start without losses does not need.
void StorageClient::look_around() {
    list_all();
    std::string suspects;
    for (const store::PlanEntry& entry : plans_) {
        using enum store::Condition;
        const bool lost = entry.condition == Damaged || entry.condition == Unreadable || entry.condition == Missing;
        if (lost || is_behind(entry)) suspects.append(suspects.empty() ? "" : " ").append(entry.id.text());
    }
    if (role_ == Role::Reader || (suspects.empty() && !plans_.empty())) return recover();
    copies_request_ = requests_.send(ReadCopies{.plans = std::move(suspects)}, [this](const Answer& answer) {
        if (answer.request != copies_request_) return;  // asked again meanwhile
        copies_request_.reset();
        copies_ = store::decode_tail(answer.bytes);
        recover();
    });
}

// Plans of which the store has nothing: their copies are put back as they are.
void StorageClient::recover_lost_plans() {
    store::MemoryFiles copies;
    for (const store::FileImage& file : copies_) copies.files[file.path] = file.bytes;
    std::size_t recovered = 0, missing = 0;
    for (store::PlanEntry& found : store::list_plans(copies)) {
        const auto entry = std::ranges::find(plans_, found.id, &store::PlanEntry::id);
        if (entry != plans_.end() && entry->condition != store::Condition::Missing) continue;
        ++recovered;
        if (role_ == Role::Writer && !in_tail(found.id))
            operations_.push_back({"recover", found.id, {store::read_all(copies, store::plan_folder(found.id)), {}}});
        (entry == plans_.end() ? plans_.emplace_back() : *entry) = std::move(found);
    }
    for (const store::PlanEntry& entry : plans_)
        missing += entry.condition == store::Condition::Missing && !in_tail(entry.id);
    if (recovered > 0) notices_.push_back({{}, {}, {"plans-recovered", std::to_string(recovered)}});
    if (missing > 0) notices_.push_back({{}, {}, {"plans-missing", std::to_string(missing)}});
    sort_list();
}

// Brings back what should be there but is not: from copies, and from the tail of a page that went away too fast.
void StorageClient::recover() {
    if (role_ != Role::Reader) recover_lost_plans();
    if (role_ != Role::Writer) return;
    std::vector<base::Id> suspects;
    for (const store::PlanEntry& entry : plans_) {
        const bool lost = entry.condition == store::Condition::Unreadable || is_behind(entry);
        if (in_tail(entry.id) || (lost && !copies_.empty())) suspects.push_back(entry.id);
        if (store::purge_due(entry, now_ ? now_.date() : base::Date{})) purge_plan(entry.id);
    }
    for (const store::FileImage& file : found_tail_)
        if (const auto plan = plan_of(file)) suspects.push_back(*plan);
    for (const base::Id& plan : suspects) {
        if (find(plan) || setup_.left_alone.contains(plan)) continue;
        const auto opened = read(plan);
        if (!opened) continue;
        const Document& document = take_in(*opened);
        if (document.dirty) list_after_commit(document);  // it is there again, and about to be stored
    }
    std::erase_if(found_tail_, [&](const store::FileImage& file) {
        const auto plan = plan_of(file);
        return !plan || find(*plan) != nullptr;
    });
    tail_stale_ = true;
    forget_clean_documents();
}

base::Result<store::Opened> StorageClient::read(const base::Id& plan) const {
    store::Evidence evidence;
    const auto witness = witnesses_.find(plan);
    if (witness != witnesses_.end()) evidence.witness = witness->second.state;
    const std::string folder = store::plan_folder(plan) + "/";
    const auto of_plan = [&](const std::vector<store::FileImage>& all) {
        std::vector<store::FileImage> some;
        for (const store::FileImage& file : all)
            if (file.path.starts_with(folder)) some.push_back(file);
        return some;
    };
    const std::vector<store::FileImage> tail = of_plan(found_tail_), copies = of_plan(copies_);
    evidence.tail = tail;
    auto opened = store::open_stored(files_, plan, evidence);
    if (copies.empty() || (opened && !opened->doubtful())) return opened;
    evidence.more = copies;
    return store::open_stored(files_, plan, evidence);
}

StorageClient::Document& StorageClient::take_in(const store::Opened& opened) {
    const base::Id& plan = opened.plan.id;
    auto document =
        std::make_unique<Document>(Document{store::PlanStore(opened, store::list_backups(files_, plan), ids_.next()),
                                            opened.plan,
                                            opened.saved,
                                            false,
                                            0,
                                            0,
                                            {}});
    for (const store::Notice& notice : opened.notices) notices_.push_back({plan, opened.plan.cover().title, notice});
    if (role_ == Role::Writer) {
        if (opened.repair || opened.unsaved) mark_dirty(*document, seconds_);
        store_branches(opened);
    }
    documents_.push_back(std::move(document));
    return *documents_.back();
}

// Another writer's line of states becomes a plan of its own; its files go in the same transaction.
void StorageClient::store_branches(const store::Opened& opened) {
    if (opened.branches.empty()) return;
    const std::vector<store::FileImage> files = store::read_all(files_, store::plan_folder(opened.plan.id));
    for (const store::BranchFiles& branch : opened.branches) {
        auto plan = store::open_state(opened.plan.id, files, branch.head);
        if (!plan) continue;
        const model::Plan copy = store::as_copy(std::move(plan).value(), ids_.next(), setup_.branch_suffix);
        store::Commit commit = store::PlanStore(copy.id, ids_.next()).begin(copy, now_);
        commit.remove = branch.paths;
        operations_.push_back({"branch", copy.id, std::move(commit)});
    }
}

base::Result<model::Plan> StorageClient::open(const base::Id& plan) {
    if (open_ != plan) close();
    Document* document = find(plan);
    if (!document) {
        const auto opened = read(plan);
        if (!opened) return opened.error();
        document = &take_in(*opened);
        forget_found_tail(plan);  // from now on it is the document's
    }
    open_ = plan;
    return document->now;
}

void StorageClient::storage_changed(const StorageChanged& changed, base::Moment now) {
    now_ = now;
    if (changed.what == "changed") {
        list_all();
        reread_open_plan();
    } else if (changed.what == "writer") {
        role_ = Role::Writer;
        kept_tail_ = changed.tail;
        take_tail(store::decode_tail(changed.tail));
        reread_open_plan();
        look_around();
    } else if (changed.what == "reader") {
        role_ = Role::Reader;
    } else if (changed.what == "cleared") {
        if (role_ != Role::Writer) return;
        // The next StoreFiles writes everything again; any plan sees to it that there is one. A write that breaks the
        // browser's database (a full disk) has been told as what it is.
        if (std::ranges::all_of(documents_, [](const auto& document) { return document->failure.empty(); }))
            notices_.push_back({{}, {}, {"store-cleared", {}}});
        for (const store::PlanEntry& entry : plans_) {
            if (!documents_.empty()) break;
            if (const auto opened = read(entry.id)) take_in(*opened);
        }
        for (const auto& document : documents_) {
            document->store.write_whole_next();
            mark_dirty(*document, seconds_);
        }
    } else if (changed.what == "damaged") {
        notices_.push_back({{}, {}, {"store-damaged", {}}});
    } else if (changed.what == "unavailable") {
        role_ = Role::None;
    }
}

// What the tab that was the writer left may come when this one, the writer now, has work of its own under way: then it
// goes into the store after that, where the two are branches of one state.
void StorageClient::take_tail(std::vector<store::FileImage> tail) {
    for (store::FileImage& file : tail) {
        const auto plan = plan_of(file);
        const Document* document = plan ? find(*plan) : nullptr;
        if (!document || !(document->dirty || document->store.in_flight())) {
            found_tail_.push_back(std::move(file));
            continue;
        }
        Operation operation{"recover", *plan, {}, 0, true};
        operation.commit.put.push_back(std::move(file));
        operations_.push_back(std::move(operation));
    }
}

// Where this tab has changes of its own they stay, and become a branch beside the other tab's when they are stored.
void StorageClient::reread_open_plan() {
    Document* document = find(open_);
    if (!document || document->dirty || document->store.in_flight()) return;
    const auto opened = read(open_);
    if (!opened) return;
    if (opened->state == document->store.state() && !opened->unsaved && opened->branches.empty()) return;
    std::erase_if(documents_, [&](const auto& each) { return each.get() == document; });
    reloaded_ = take_in(*opened).now;
}

// ---------------------------------------------------------------- the list of plans

void StorageClient::list_all() {
    std::vector<store::Witness> known;
    for (const auto& [plan, witness] : witnesses_) known.push_back(witness);
    plans_ = store::list_plans(files_, known);
    ++generation_;
}

void StorageClient::sort_list() {
    ++generation_;
    std::ranges::sort(plans_, [](const store::PlanEntry& a, const store::PlanEntry& b) {
        return a.saved != b.saved ? a.saved > b.saved : a.id < b.id;
    });
}

void StorageClient::list_again(const base::Id& plan) {
    std::erase_if(plans_, [&](const store::PlanEntry& entry) { return entry.id == plan; });
    if (!files_.list(store::plan_folder(plan)).empty()) plans_.push_back(store::list_plan(files_, plan));
    sort_list();
}

// Without reading anything: a commit is answered once a second while somebody types.
void StorageClient::list_after_commit(const Document& document) {
    const base::Id& plan = document.store.plan();
    auto entry = std::ranges::find(plans_, plan, &store::PlanEntry::id);
    if (entry == plans_.end()) entry = plans_.insert(plans_.end(), store::PlanEntry{});
    entry->id = plan;
    entry->summary = store::summary_of(document.now);
    entry->state = document.store.state();
    entry->saved = document.saved;
    entry->bytes = document.store.bytes();
    entry->condition = store::Condition::Whole;
    sort_list();
}

void StorageClient::delete_plan(const base::Id& plan) {
    if (open_ == plan) close();
    operations_.push_back({"delete", plan, {}});
}

void StorageClient::restore_plan(const base::Id& plan) {
    operations_.push_back({"restore", plan, {}});
}

void StorageClient::purge_plan(const base::Id& plan) {
    if (open_ == plan) close();
    operations_.push_back({"purge", plan, {}});
}

base::Result<std::vector<store::ImportedPlan>> StorageClient::import_entries(std::vector<base::ZipEntry> entries) {
    auto import = store::import_entries(files_, std::move(entries), ids_, ids_.next(), now_);
    if (!import) return import.error();
    store::Import taken = std::move(import).value();
    if (!taken.commit.empty()) operations_.push_back({"import", {}, std::move(taken.commit)});
    return std::move(taken.plans);
}

}  // namespace app
