// A file that is opened while a plan is open: whatever is wrong with it, the open plan stays as it is and the person is
// told.
#include <doctest/doctest.h>

#include "app/app_support.hpp"
#include "base/text.hpp"
#include "base/zip.hpp"
#include "codec/plan_json.hpp"
#include "store/backup.hpp"
#include "support/build.hpp"
#include "support/random_plan.hpp"

namespace {
// The smallest of several.
model::Plan small(std::uint64_t seed) {
    model::Plan best = support::random_plan(seed, {.rows = 1, .long_texts = false});
    std::size_t size = codec::encode_plan(best).size();
    for (std::uint64_t other = seed + 1; other < seed + 40; ++other) {
        const model::Plan plan = support::random_plan(other, {.rows = 1, .long_texts = false});
        const std::size_t its_size = codec::encode_plan(plan).size();
        if (its_size >= size) continue;
        size = its_size;
        best = plan;
    }
    return best;
}

void take_file(app_test::App& app, const char* name, const std::string& bytes, std::uint32_t left = 0) {
    app.events.emplace_back(app::FileArrived{name, bytes, app::FileArrived::Way::Picker, left});
    app.frame();
}

void close_messages(app_test::App& app) {
    app::Commands all;
    for (const app::Message& message : app.work.desk().messages()) all.push(app::CloseMessage{message.number});
    app.frame(std::move(all));
    REQUIRE(app.said().empty());
}

struct Tally {
    std::size_t refused = 0, offered = 0;
};

void take(app_test::App& app, const model::Plan& open, const std::string& bytes, Tally& tally) {
    close_messages(app);
    take_file(app, "a.plan.json", bytes);
    if (app.work.dialog().kind == app::DialogKind::ConfirmReplace) {  // kept since an earlier flip: asked about
        REQUIRE(codec::decode_plan(bytes).ok());
        ++tally.offered;
        return app.want(app::FinishImport{app::ImportChoice::None});
    }
    if (app.work.plan().same(open)) {  // not merely equal: not touched at all
        REQUIRE(!app.said().empty());
        ++tally.refused;
        return;
    }
    // Read as a valid plan, it was opened beside the other one.
    REQUIRE(codec::decode_plan(bytes).ok());
    ++tally.offered;
    app.want(app::OpenStored{open.id});
    app.frame();
}
}  // namespace

TEST_CASE("import: a damaged file never touches the open plan") {
    app_test::App app;
    const std::string file = codec::encode_plan(small(1));
    take_file(app, "open.plan.json", codec::encode_plan(small(100)));
    REQUIRE(app.work.has_plan());
    Tally cuts, flips;
    for (std::size_t at = 0; at < file.size(); at += support::stride(5, 193)) {
        take(app, model::Plan(app.work.plan()), file.substr(0, at), cuts);
        std::string flipped = file;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
        take(app, model::Plan(app.work.plan()), flipped, flips);
    }
    MESSAGE("a plan of ", file.size(), " bytes: cut ", cuts.refused, " times refused, ", cuts.offered,
            " times read; one bit flipped ", flips.refused, " times refused, ", flips.offered, " times read");
    CHECK(cuts.refused > 0);
    CHECK(cuts.offered <= 1);  // the line feed at the end may be missing
    CHECK(flips.refused > 0);
    CHECK(flips.offered > 0);
}

TEST_CASE("import: of several files each is opened or named with its reason, and one sentence says it of all") {
    app_test::App app;
    take_file(app, "一.plan.json", codec::encode_plan(small(1)), 2);
    take_file(app, "坏.plan.json", "{", 1);
    CHECK(app.said().empty());  // not before the last one
    take_file(app, "二.plan.json", codec::encode_plan(small(50)), 0);
    const auto& messages = app.work.desk().messages();
    REQUIRE(messages.size() == 2);
    CHECK(messages[0].text.find("2") != std::string::npos);
    CHECK(messages[0].text.find(small(50).cover().title) != std::string::npos);
    CHECK(messages[1].error);
    CHECK(messages[1].text.find("坏.plan.json") != std::string::npos);
    CHECK(app.work.plan().id == small(50).id);
}

TEST_CASE("import: a plan that is kept here already is asked about, one after the other") {
    app_test::App app;
    model::Plan first = small(1), second = small(50);
    app.open(first);
    app.open(second);
    const auto changed = [](model::Plan plan) {
        model::Cover cover = plan.cover();
        cover.title = "改过的";
        plan.put(cover);
        return plan;
    };
    take_file(app, "一.plan.json", codec::encode_plan(changed(first)), 1);
    take_file(app, "二.plan.json", codec::encode_plan(changed(second)), 0);
    REQUIRE(app.work.dialog().kind == app::DialogKind::ConfirmReplace);
    CHECK(app.work.dialog().draft("title") == "一.plan.json");
    app.want(app::FinishImport{app::ImportChoice::Replace});
    CHECK(app.work.plan().id == first.id);
    CHECK(app.work.plan().cover().title == "改过的");
    CHECK(app.work.dialog().draft("title") == "二.plan.json");
    app.want(app::FinishImport{app::ImportChoice::Copy});
    CHECK(app.work.dialog().kind == app::DialogKind::None);
    CHECK(app.work.plan().id != second.id);
    CHECK(app.work.plan().cover().title == "改过的");
    // What was there before the replacement is one undo step away.
    app.want(app::OpenStored{first.id});
    app.settle();
    take_file(app, "三.plan.json", codec::encode_plan(first), 0);
    app.want(app::FinishImport{app::ImportChoice::Replace}, app::Undo{});
    CHECK(app.work.plan().cover().title == "改过的");
    // The same content is not asked about.
    take_file(app, "四.plan.json", codec::encode_plan(app.work.plan()), 0);
    CHECK(app.work.dialog().kind == app::DialogKind::None);
}

TEST_CASE("import: a file that comes before plans can be kept waits") {
    store::MemoryFiles files;
    app::Workspace work(files);
    app::FrameInput input;
    app::FrameOutput output;
    input.events = {app::FileArrived{"早.plan.json", codec::encode_plan(small(1)), app::FileArrived::Way::Launch},
                    app::Started{{}, {}, "zh-CN", {}, "writer"}};
    work.begin(input);
    CHECK(!work.has_plan());
    work.finish({}, output);
    const auto* random = std::get_if<app::RandomBytes>(&output.requests.front());
    REQUIRE(random);
    input.events = {app::Answer{random->id, true, {}, std::string(16, 'r')}};
    work.begin(input);
    CHECK(work.has_plan());
}

TEST_CASE("import: what is known but cannot be read yet is called by its name; the open plan stays") {
    app_test::App app;
    app.open(small(100));
    const model::Plan open = app.work.plan();
    const auto said = [&](const char* name, const std::string& bytes) {
        take_file(app, name, bytes);
        CHECK(app.work.plan().same(open));
        return app.said();
    };
    const std::string docx = *base::write_zip({{"word/document.xml", "<x/>"}}, {});
    const std::string xlsx = *base::write_zip({{"xl/workbook.xml", "<x/>"}}, {});
    CHECK(base::contains(said("方案.docx", docx), "Word 文档"));
    CHECK(base::contains(said("台账.zip", xlsx), "Excel 工作簿"));
    CHECK(base::contains(said("报告.html", "<!DOCTYPE html>"), "网页报告"));
    CHECK(base::contains(said("照片.zip", *base::write_zip({{"a.jpg", "x"}}, {})), "没有方略的计划"));
    CHECK(base::contains(said("老文档.doc", "\xD0\xCF\x11\xE0"), "另存为"));
}

namespace {
// A plan that was sent to the head of the department, who wrote a comment into it.
struct Sent {
    model::Plan local, returned;
};
Sent sent_plan() {
    model::Plan plan = model::empty_plan(*model::Id::parse("sent"));
    model::Person author;
    author.id = *model::Id::parse("author");
    author.name = "何护士长";
    plan.put(author);
    model::Cover cover = plan.cover();
    cover.title = "急诊科计划";
    cover.prepared_on = *base::Date::parse("2026-05-04");
    cover.preparer = model::Ref<model::Person>(author.id);
    plan.put(cover);
    Sent sent{plan, plan};
    cover.introduction = "送出之后科室又写了这一段。";
    sent.local.put(cover);
    model::Comment comment;
    comment.id = *model::Id::parse("comment");
    comment.author = "分管领导";
    comment.written_at = *base::Moment::parse("2026-06-02T16:30");
    comment.text = "请补充经费来源";
    sent.returned.put(comment);
    return sent;
}

std::vector<store::Backup> versions(app_test::App& app) {
    auto backups = store::list_backups(app.files, *model::Id::parse("sent"));
    std::erase_if(backups, [](const store::Backup& backup) { return backup.name != store::before_replace; });
    return backups;
}

struct Facts {
    const char *language, *here, *there, *rows, *newer;
};
constexpr Facts facts[] = {
    {"", "本机：“急诊科计划”。最后保存于 2026-06-30 10:00；最近的记录是 2026-05-04，何护士长。",
     "文件：“急诊科计划”。最近的记录是 2026-06-02 16:30，分管领导。",
     "只在本机的有 0 行，只在文件里的有 1 行，两边都有但内容不同的有 1 行。", "按已知的日期，本机的改动较晚。"},
    {"zh-Hant", "本機：“急诊科计划”。最後保存於 2026-06-30 10:00；最近的記錄是 2026-05-04，何护士长。",
     "文件：“急诊科计划”。最近的記錄是 2026-06-02 16:30，分管领导。",
     "只在本機的有 0 行，只在文件裡的有 1 行，兩邊都有但內容不同的有 1 行。", "按已知的日期，本機的改動較晚。"},
    {"en", "Here: \"急诊科计划\". Last saved 2026-06-30 10:00; the newest record is of 2026-05-04, by 何护士长.",
     "File: \"急诊科计划\"; the newest record is of 2026-06-02 16:30, by 分管领导.",
     "0 rows are only here, 1 only in the file, 1 in both with different content.",
     "By the known dates the one here was changed later."},
};
}  // namespace

TEST_CASE("import: before a file takes a plan's place one reads when and by whom each was changed and what differs") {
    for (const Facts& one : facts) {
        CAPTURE(one.language);
        app_test::App app(std::vector<std::pair<std::string, std::string>>{{"language", one.language}});
        const Sent sent = sent_plan();
        app.open(sent.local);
        take_file(app, "送审稿.plan.json", codec::encode_plan(sent.returned));
        const app::DialogState& dialog = app.work.dialog();
        REQUIRE(dialog.kind == app::DialogKind::ConfirmReplace);
        CHECK(dialog.draft("here") == one.here);
        CHECK(dialog.draft("there") == one.there);
        CHECK(dialog.draft("rows") == one.rows);
        CHECK(dialog.draft("newer") == one.newer);
        // The same of a plan that is kept, but not open.
        app.want(app::FinishImport{app::ImportChoice::None}, app::ClosePlan{});
        app.settle();
        take_file(app, "送审稿.plan.json", codec::encode_plan(sent.returned));
        CHECK(app.work.dialog().draft("here") == one.here);
        CHECK(app.work.dialog().draft("rows") == one.rows);
    }
}

TEST_CASE("import: what a file replaced stays as a version, also what was not stored yet, and can be restored") {
    app_test::App app;
    const Sent sent = sent_plan();
    app.open(sent.local);
    model::Plan typed = sent.local;
    model::Cover cover = typed.cover();
    cover.outlook = "最后一刻写的";
    typed.put(cover);
    take_file(app, "送审稿.plan.json", codec::encode_plan(sent.returned));
    app.want(app::Edit{{edit::PutRow{model::RecordType::Cover, std::make_shared<model::Cover>(cover)}}, "undo.set", {}},
             app::FinishImport{app::ImportChoice::Replace});
    app.settle();
    CHECK(model::equal(app.work.plan(), sent.returned));
    CHECK(app.work.library().save_text().find("10:00") != std::string::npos);
    const auto kept = versions(app);
    REQUIRE(kept.size() == 1);
    app.want(app::RestoreBackup{typed.id, kept[0].path});
    app.settle();
    CHECK(model::equal(app.work.plan(), typed));
}

TEST_CASE("import: a version is kept even if storing fails at first") {
    app_test::App app;
    const Sent sent = sent_plan();
    app.open(sent.local);
    app.answers = false;
    take_file(app, "送审稿.plan.json", codec::encode_plan(sent.returned));
    app.want(app::FinishImport{app::ImportChoice::Replace});
    REQUIRE(!app.unanswered.empty());
    app.answers = true;
    for (const std::uint32_t id : app.unanswered) app.events.emplace_back(app::Answer{id, false, "storage-full", {}});
    app.frame();
    app.want(app::SaveAgain{});
    app.settle();
    CHECK(!versions(app).empty());
    CHECK(model::equal(app.work.plan(), sent.returned));
}
