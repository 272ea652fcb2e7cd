// One case for each thing that two people may do at one place.
#include "revision/merge.hpp"

#include <doctest/doctest.h>

#include "edit/command.hpp"
#include "model/integrity.hpp"
#include "support/large_plan.hpp"

namespace {
using namespace model;
using revision::ConflictKind;
using revision::Merged;

Id id(const char* text) {
    return *Id::parse(text);
}

template <class T> T row_of(const Plan& plan, const char* name) {
    return *plan.rows<T>().find(id(name));
}

// The plan with one row changed.
template <class T, class Change> Plan with(const Plan& plan, const char* name, const Change& change) {
    T row = row_of<T>(plan, name);
    change(row);
    Plan changed = plan;
    changed.put(row);
    return changed;
}

Plan removed(const Plan& plan, RecordType type, const char* name) {
    return *edit::apply_command(plan, edit::RemoveRows{type, {id(name)}});
}

Task new_task(const char* name, const char* order, const char* parent = nullptr) {
    Task task;
    task.id = id(name);
    task.order = order;
    task.title = name;
    if (parent) task.parent = Ref<Task>(id(parent));
    return task;
}

// Tasks a, b and below a: c; a person p who owns c; a dependency d of b on a.
Plan three_tasks() {
    Plan plan = empty_plan(id("plan"));
    Person person;
    person.id = id("p");
    person.name = "张敏";
    plan.put(person);
    plan.put(new_task("a", "B"));
    plan.put(new_task("b", "C"));
    Task c = new_task("c", "B", "a");
    c.owner = Ref<Person>(person);
    c.resources = {"甲", "乙", "丙"};
    c.description = "每月一次，由科主任主持。会后存档。";
    plan.put(c);
    Dependency dependency;
    dependency.id = id("d");
    dependency.successor = Ref<Task>(id("b"));
    dependency.predecessor = Ref<Task>(id("a"));
    plan.put(dependency);
    return plan;
}

// "Kind record id member" of each conflict.
std::string listed(const Merged& merged) {
    static constexpr const char* kinds[] = {"edited", "order", "moved", "circle", "removed", "needed", "one-sided"};
    static_assert(std::size(kinds) == revision::conflict_kind_count);
    std::string text;
    for (const revision::Conflict& conflict : merged.conflicts)
        text += (text.empty() ? "" : "; ") + std::string(kinds[static_cast<std::size_t>(conflict.kind)]) + " " +
                (conflict.record ? std::string(conflict.record->name) : "plan") + " " + conflict.id.str() +
                (conflict.member.empty() ? "" : " " + conflict.member);
    CHECK(check_plan(merged.plan).ok());
    return text;
}
}  // namespace

TEST_CASE("merge: fields of one row that each changed are both kept") {
    const Plan base = three_tasks();
    const Plan ours = with<Task>(base, "c", [](Task& task) { task.title = "新"; });
    const Plan theirs = with<Task>(base, "c", [](Task& task) { task.progress = 40; });
    const Merged merged = revision::merge(base, ours, theirs);
    CHECK(listed(merged) == "");
    CHECK(row_of<Task>(merged.plan, "c").title == "新");
    CHECK(row_of<Task>(merged.plan, "c").progress == 40);
}

TEST_CASE("merge: one field with two values is a conflict that shows all versions; ours is taken") {
    const Plan base = three_tasks();
    const Plan ours = with<Task>(base, "c", [](Task& task) { task.title = "我方"; });
    const Plan theirs = with<Task>(base, "c", [](Task& task) { task.title = "对方"; });
    const Merged merged = revision::merge(base, ours, theirs);
    REQUIRE(listed(merged) == "edited task c title");
    const revision::Conflict& conflict = merged.conflicts[0];
    const auto title = [](const RowPtr& row) { return static_cast<const Task&>(*row).title; };
    CHECK(title(conflict.base) == "c");
    CHECK(title(conflict.ours) == "我方");
    CHECK(title(conflict.theirs) == "对方");
    CHECK(title(conflict.taken) == "我方");
}

TEST_CASE("merge: fields that mean something only together are merged as one") {
    Plan base = three_tasks();
    Comment comment;
    comment.id = id("x");
    comment.subject_type = "task";
    comment.subject = Ref<Row>(id("a"));
    comment.text = "请核对";
    base.put(comment);
    const Plan ours = with<Comment>(base, "x", [](Comment& one) { one.subject = Ref<Row>(id("b")); });
    const Plan theirs = with<Comment>(base, "x", [](Comment& one) {
        one.subject_type = "person";
        one.subject = Ref<Row>(id("p"));
    });
    const Merged merged = revision::merge(base, ours, theirs);
    CHECK(listed(merged) == "edited comment x subjectType");
    CHECK(row_of<Comment>(merged.plan, "x").subject_type == "task");
    CHECK(row_of<Comment>(merged.plan, "x").subject.id() == id("b"));
}

TEST_CASE("merge: lists are joined by entry, and an order that one side changed stays") {
    const Plan base = three_tasks();
    const auto list = [&](std::vector<std::string> ours, std::vector<std::string> theirs, const char* conflicts = "") {
        const Merged merged = revision::merge(base, with<Task>(base, "c", [&](Task& task) { task.resources = ours; }),
                                              with<Task>(base, "c", [&](Task& task) { task.resources = theirs; }));
        CHECK(listed(merged) == conflicts);
        return row_of<Task>(merged.plan, "c").resources;
    };
    using List = std::vector<std::string>;
    CHECK(list({"甲", "新", "乙", "丙"}, {"甲", "丙"}) == List{"甲", "新", "丙"});
    CHECK(list({"丙", "乙", "甲"}, {"甲", "乙", "丙", "丁"}) == List{"丙", "丁", "乙", "甲"});
    CHECK(list({"甲", "乙", "丙", "y"}, {"甲", "乙", "丙", "x"}) == List{"甲", "乙", "丙", "x", "y"});
    CHECK(list({"甲", "乙", "丙", "同"}, {"甲", "乙", "丙", "同"}) == List{"甲", "乙", "丙", "同"});
    CHECK(list({"乙", "甲", "丙"}, {"甲", "丙", "乙"}, "edited task c resources") == List{"乙", "甲", "丙"});
    CHECK(list({"甲", "x", "丙"}, {"甲", "乙", "y", "丙"}, "edited task c resources").size() == 4);
}

TEST_CASE("merge: long texts are joined by passage, Chinese too") {
    const Plan base = three_tasks();
    const auto text = [&](const char* ours, const char* theirs, const char* conflicts = "") {
        const Merged merged = revision::merge(base, with<Task>(base, "c", [&](Task& task) { task.description = ours; }),
                                              with<Task>(base, "c", [&](Task& task) { task.description = theirs; }));
        CHECK(listed(merged) == conflicts);
        return row_of<Task>(merged.plan, "c").description;
    };
    CHECK(text("每月两次，由科主任主持。会后存档。", "每月一次，由护士长主持。会后存档。") ==
          "每月两次，由护士长主持。会后存档。");
    CHECK(text("每月一次，由科主任主持。", "全科参加。每月一次，由科主任主持。会后存档。") ==
          "全科参加。每月一次，由科主任主持。");
    CHECK(text("每月两次，由科主任主持。会后存档。", "每月三次，由科主任主持。会后归档。",
               "edited task c description") == "每月两次，由科主任主持。会后归档。");
}

TEST_CASE("merge: what one removed and the other changed stays, with what it lies in; removing alone removes") {
    const Plan base = three_tasks();
    const Plan without_a = removed(base, RecordType::Task, "a");  // c and d go with it
    CHECK(listed(revision::merge(base, without_a, base)) == "");
    CHECK(revision::merge(base, without_a, base).plan.rows<Task>().size() == 1);

    const Plan edited = with<Task>(base, "c", [](Task& task) { task.note = "已开始"; });
    for (const Merged& merged : {revision::merge(base, without_a, edited), revision::merge(base, edited, without_a)}) {
        CHECK(listed(merged) == "needed task a; removed task c");
        CHECK(row_of<Task>(merged.plan, "c").note == "已开始");
        CHECK(merged.plan.rows<Dependency>().empty());  // nobody touched it
    }
    const Plan lag = with<Dependency>(base, "d", [](Dependency& one) { one.lag_days = 2; });
    CHECK(listed(revision::merge(base, without_a, lag)) == "needed task a; removed dependency d");
}

TEST_CASE("merge: what one removed and the other newly points to stays; old references to it go") {
    const Plan base = three_tasks();
    const Plan without_p = removed(base, RecordType::Person, "p");
    const Plan renamed = with<Task>(base, "c", [](Task& task) { task.title = "新"; });
    const Merged gone = revision::merge(base, renamed, without_p);
    CHECK(listed(gone) == "");
    CHECK(row_of<Task>(gone.plan, "c").owner.empty());
    CHECK(row_of<Task>(gone.plan, "c").title == "新");

    const Plan owned = with<Task>(base, "b", [](Task& task) { task.owner = Ref<Person>(id("p")); });
    const Merged kept = revision::merge(base, without_p, owned);
    CHECK(listed(kept) == "needed person p");
    CHECK(row_of<Task>(kept.plan, "b").owner.id() == id("p"));
    CHECK(row_of<Task>(kept.plan, "c").owner.empty());  // emptied by us, together with the person
}

TEST_CASE("merge: a reference that went with a removed row is nobody's edit") {
    const Plan base = three_tasks();
    const Plan without_p = removed(base, RecordType::Person, "p");
    const Plan without_c = removed(base, RecordType::Task, "c");
    const Merged both = revision::merge(base, without_p, without_c);
    CHECK(listed(both) == "");
    CHECK(both.plan.rows<Task>().find(id("c")) == nullptr);

    Plan other = base;
    Person person;
    person.id = id("q");
    other.put(person);
    other = with<Task>(other, "c", [](Task& task) { task.owner = Ref<Person>(id("q")); });
    for (const Merged& merged : {revision::merge(base, without_p, other), revision::merge(base, other, without_p)}) {
        CHECK(listed(merged) == "");
        CHECK(row_of<Task>(merged.plan, "c").owner.id() == id("q"));
    }
}

TEST_CASE("merge: rows moved into each other: ours stays, theirs stays where it was with us") {
    const Plan base = three_tasks();
    const auto below = [&](const char* row, const char* parent) {
        return with<Task>(base, row, [&](Task& task) { task.parent = Ref<Task>(id(parent)); });
    };
    const Merged merged = revision::merge(base, below("a", "b"), below("b", "a"));
    CHECK(listed(merged) == "circle task b order");
    CHECK(row_of<Task>(merged.plan, "a").parent.id() == id("b"));
    CHECK(row_of<Task>(merged.plan, "b").parent.empty());
    // Round several corners: a below b here, b below c there, and c is a's child.
    CHECK(listed(revision::merge(base, below("a", "b"), below("b", "c"))) == "circle task b order");
}

TEST_CASE("merge: one row moved to two places is a conflict, different rows moved are not") {
    const Plan base = three_tasks();
    const auto put = [&](const char* row, const char* order, const char* parent) {
        return with<Task>(base, row, [&](Task& task) {
            task.order = order;
            task.parent = parent ? Ref<Task>(id(parent)) : Ref<Task>();
        });
    };
    CHECK(listed(revision::merge(base, put("c", "B", "b"), put("c", "D", nullptr))) == "moved task c order");
    CHECK(listed(revision::merge(base, put("b", "A", nullptr), put("b", "E", nullptr))) == "order task b order");
    const Merged merged = revision::merge(base, put("b", "A", nullptr), put("a", "D", nullptr));
    CHECK(listed(merged) == "");
    CHECK(row_of<Task>(merged.plan, "b").order == "A");
    CHECK(row_of<Task>(merged.plan, "a").order == "D");
}

TEST_CASE("merge: rows of one new id are joined, too") {
    const Plan base = three_tasks();
    Plan ours = base, theirs = base;
    Task task = new_task("n", "D");
    ours.put(task);
    task.note = "对方";
    theirs.put(task);
    const Merged merged = revision::merge(base, ours, theirs);
    CHECK(listed(merged) == "");
    CHECK(row_of<Task>(merged.plan, "n").note == "对方");
}

TEST_CASE("merge: members that this version does not know are joined by name, of rows and of the plan") {
    const auto members = [](UnknownMembers all) { return std::make_shared<const UnknownMembers>(std::move(all)); };
    Plan base = three_tasks();
    base.unknown = members({{"x", "1"}, {"y", "1"}});
    Plan ours = base, theirs = base;
    ours.unknown = members({{"x", "2"}, {"y", "1"}, {"z", "[]"}});
    theirs.unknown = members({{"x", "1"}, {"a", "{}"}});
    const Merged clean = revision::merge(base, ours, theirs);
    CHECK(listed(clean) == "");
    CHECK(*clean.plan.unknown == UnknownMembers{{"x", "2"}, {"a", "{}"}, {"z", "[]"}});
    theirs.unknown = members({{"x", "3"}, {"y", "1"}});
    CHECK(listed(revision::merge(base, ours, theirs)) == "edited plan plan x");
    const auto on_row = [&](const char* value) {
        return with<Task>(base, "a", [&](Task& task) { task.unknown = members({{"new", value}}); });
    };
    CHECK(listed(revision::merge(base, on_row("1"), on_row("2"))) == "edited task a new");
}

TEST_CASE("merge: without a common version every difference is listed, and nothing is lost") {
    const Plan ours = with<Task>(three_tasks(), "c", [](Task& task) { task.title = "我方"; });
    Plan theirs = with<Task>(three_tasks(), "c", [](Task& task) {
        task.title = "对方";
        task.note = "只有对方写了";
    });
    theirs.put(new_task("n", "D"));
    const Merged merged = revision::merge_without_base(ours, theirs);
    CHECK(listed(merged) == "edited task c title; edited task c note; one-sided task n");
    CHECK(row_of<Task>(merged.plan, "c").title == "我方");
    CHECK(row_of<Task>(merged.plan, "c").note == "只有对方写了");
}

TEST_CASE("merge: what is joined is not longer than a field may hold") {
    Plan base = three_tasks();
    const auto text = [&](const std::string& added) {
        return with<Task>(base, "c", [&](Task& task) { task.description = added; });
    };
    std::string half;
    for (int i = 0; i < 4000; ++i) half += "甲乙。";
    const Merged merged = revision::merge(base, text(half + "每月一次，由科主任主持。会后存档。"),
                                          text("每月一次，由科主任主持。会后存档。" + half));
    CHECK(listed(merged) == "edited task c description");
}

TEST_CASE("merge: only what differs is touched") {
    const Plan base = support::large_plan(300);
    const Plan ours =
        *edit::apply_command(base, edit::set_field<&Task::title>(base.rows<Task>().begin()->id, std::string("新")));
    const Merged merged = revision::merge(base, ours, base);
    for (const RecordInfo& info : records()) CHECK(merged.plan.table(info.type).same(ours.table(info.type)));
}
