#include "office/docx.hpp"

#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <set>

#include "base/text.hpp"
#include "base/zip.hpp"
#include "report/inspection_document.hpp"
#include "report/plan_document.hpp"
#include "support/build.hpp"
#include "support/content.hpp"
#include "support/random_plan.hpp"

using namespace office;

namespace {
const base::Date today = *base::Date::parse("2026-07-15");
const base::Words& words() {
    return base::Words::simplified_chinese();
}

std::string part(const std::string& file, std::string_view name) {
    const auto entries = base::read_zip(file);
    REQUIRE(entries);
    for (const base::ZipEntry& entry : *entries)
        if (entry.name == name) return entry.bytes;
    return {};
}

std::string written(const report::Document& document) {
    const auto file = to_docx(document, default_style(document.language), base::Moment::at(today, 0, 0));
    REQUIRE(file);
    return *file;
}

report::Document one_block(report::Block block) {
    report::Document document;
    document.language = "zh-Hans";
    document.title = "题";
    document.label_end = "：";
    document.label_attachments = "附件";
    document.sections.push_back({report::Orientation::Portrait, {std::move(block)}, {}});
    return document;
}

std::string body_of(report::Block block) {
    return part(written(one_block(std::move(block))), "word/document.xml");
}

// All texts of a part in order.
std::string texts(const std::string& xml) {
    pugi::xml_document document;
    const auto read = document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    REQUIRE(read.status == pugi::status_ok);
    struct Walker : pugi::xml_tree_walker {
        std::string text;
        bool for_each(pugi::xml_node& node) override {
            if (std::string_view(node.name()) == "w:t") text += node.text().get();
            if (std::string_view(node.name()) == "w:br") text += "\n";
            return true;
        }
    } walker;
    document.traverse(walker);
    return walker.text;
}
}  // namespace

TEST_CASE("docx: every field of every record has a bookmark that Word takes") {
    for (const model::RecordInfo& info : model::records())
        for (const model::FieldInfo& field : info.fields) {
            const report::Mark mark{"0123456789abc-ef", std::string(field.name), 0};
            const std::string name = bookmark_name(mark);
            CAPTURE(name);
            CHECK(!name.empty());
            CHECK(name.size() <= 40);
            CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") ==
                  std::string::npos);
            CHECK(control_tag(mark) == "fl:0123456789abc-ef:" + std::string(field.name));
        }
    CHECK(bookmark_name({"a-b", "body", 2}) == "fl_aZb_body_2");
    CHECK(control_tag({"a-b", "body", 2}) == "fl:a-b:body:2");
}

TEST_CASE("docx: a marked text stands in a control inside a bookmark, a second one in a control alone") {
    report::Document document =
        one_block(report::Paragraph{"描述", "文字", report::Tone::Body, {"task-1", "description"}});
    document.sections[0].blocks.push_back(document.sections[0].blocks[0]);
    const std::string xml = part(written(document), "word/document.xml");
    CHECK(
        base::contains(xml,
                       "<w:bookmarkStart w:id=\"1\" w:name=\"fl_taskZ1_description\"/><w:sdt><w:sdtPr>"
                       "<w:tag w:val=\"fl:task-1:description\"/><w:id w:val=\"1001\"/></w:sdtPr><w:sdtContent><w:r>"));
    CHECK(base::contains(xml, "</w:sdtContent></w:sdt><w:bookmarkEnd w:id=\"1\"/>"));
    CHECK(!base::contains(xml, "w:id=\"2\""));
    CHECK(base::contains(xml, "<w:id w:val=\"1002\"/>"));
    CHECK(!base::contains(xml, "<w:text"));  // LibreOffice 7.4 writes such a control four times
}

TEST_CASE("docx: any text comes back as it went in, but for what no document may hold") {
    for (const std::string& text :
         {std::string("<script>alert(1)</script> ]]> &amp; \"'"), std::string("=cmd()"), std::string("  two  blanks  "),
          std::string("a\x01\x1F\x7F\u200B\u202E"
                      "b"),
          std::string("😀𠮷\u0301"), std::string(10000, 'w'), std::string("一\n二")}) {
        CAPTURE(text.substr(0, 40));
        CHECK(texts(body_of(report::Paragraph{{}, text, report::Tone::Body, {"r", "f"}})) == report::printable(text));
    }
}

TEST_CASE("docx: tables repeat their head and do not split rows; a ledger lies on landscape pages") {
    report::Document document = one_block(report::Table{{{"甲"}, {"乙"}}, {{"一", report::Percent{"5"}}}});
    document.sections.push_back({report::Orientation::Landscape, {report::Paragraph{{}, "台账"}}, {}});
    const std::string xml = part(written(document), "word/document.xml");
    CHECK(base::contains(xml, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"));
    CHECK(base::contains(xml, "<w:trPr><w:cantSplit/></w:trPr>"));
    CHECK(base::contains(xml,
                         "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                         "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\""));
    CHECK(base::contains(xml, "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"));
    CHECK(base::contains(part(written(document), "word/styles.xml"), "w:line=\"579\" w:lineRule=\"exact\""));
}

TEST_CASE("docx: the issuer and the date follow the standard's places and keep the text before them") {
    report::Document document = one_block(report::Paragraph{{}, "最后一段。"});
    document.sections[0].blocks.push_back(report::Closing{{"任务表", "台账"}, "医院办公室", "2026年7月5日"});
    const std::string xml = part(written(document), "word/document.xml");
    CHECK(texts(xml) == "最后一段。附件：1.任务表2.台账医院办公室2026年7月5日");
    // The date is the longer: it ends two characters before the margin, the issuer begins two characters left of it.
    CHECK(base::contains(
        xml,
        "w:right=\"630\"/><w:jc w:val=\"right\"/></w:pPr><w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>"
        "<w:t>2026年7月5日"));
    std::size_t kept = 0;
    for (std::size_t at = xml.find("<w:keepNext/>"); at != std::string::npos; at = xml.find("<w:keepNext/>", at + 1))
        ++kept;
    CHECK(kept == 7);  // the paragraph, a blank, two attachments, two blanks, the issuer
}

TEST_CASE("docx: what an official document has besides stands only where it is given") {
    report::Document document = one_block(report::Title{"关于候诊的通知", {}});
    CHECK(!base::contains(part(written(document), "word/document.xml"), "FF0000"));
    document.dispatch = {"某某医院文件", "某医〔2026〕5号", "各科室", "院领导", "医院办公室", "2026年7月5日"};
    document.label_copies = "抄送";
    document.label_printed = "{0}印发";
    const std::string xml = part(written(document), "word/document.xml");
    CHECK(texts(xml) == "某某医院文件某医〔2026〕5号关于候诊的通知各科室：抄送：院领导医院办公室2026年7月5日印发");
    CHECK(base::contains(xml, "w:color=\"FF0000\""));
}

TEST_CASE("docx: every part of every example and of random plans is XML, bookmarks are unique and paired") {
    const auto check = [](const report::Document& document) {
        const auto entries = base::read_zip(written(document));
        REQUIRE(entries);
        for (const base::ZipEntry& entry : *entries) {
            pugi::xml_document xml;
            CAPTURE(entry.name);
            CHECK(xml.load_buffer(entry.bytes.data(), entry.bytes.size()).status == pugi::status_ok);
            CHECK(base::find_invalid_utf8(entry.bytes) == std::string::npos);
            if (entry.name != "word/document.xml") continue;
            std::set<std::string> names, open;
            struct Walker : pugi::xml_tree_walker {
                std::set<std::string>&names, &open;
                bool is_good = true;
                Walker(std::set<std::string>& n, std::set<std::string>& o) : names(n), open(o) {}
                bool for_each(pugi::xml_node& node) override {
                    const std::string_view name = node.name();
                    const std::string id = node.attribute("w:id").value();
                    if (name == "w:bookmarkStart")
                        is_good =
                            is_good && names.insert(node.attribute("w:name").value()).second && open.insert(id).second;
                    if (name == "w:bookmarkEnd") is_good = is_good && open.erase(id) == 1;
                    return true;
                }
            } walker(names, open);
            xml.traverse(walker);
            CHECK(walker.is_good);
            CHECK(open.empty());
        }
    };
    for (const std::string& id : support::template_ids()) {
        const model::Plan plan = support::example(id);
        check(report::plan_document(plan, words(), today));
        for (const model::Inspection& round : plan.rows<model::Inspection>())
            check(*report::inspection_document(plan, round.id, words(), today));
    }
    for (std::uint64_t seed = 1; seed <= support::seeds(60, 3); ++seed)
        check(report::plan_document(support::random_plan(seed, {.rows = 3, .long_texts = false}), words(), today));
}

TEST_CASE("docx: every text of an example that a field says as it is can be read back by its tag") {
    const model::Plan plan = support::example("emergency-social-media");
    const std::string xml = part(written(report::plan_document(plan, words(), today)), "word/document.xml");
    for (const model::Task& task : plan.rows<model::Task>()) {
        const std::string tag = "<w:tag w:val=\"fl:" + task.id.str() + ":title\"/>";
        const std::string short_tag = "<w:tag w:val=\"fl:" + task.id.str() + ":shortTitle\"/>";
        CAPTURE(task.title);
        CHECK((base::contains(xml, tag) || base::contains(xml, short_tag)));
    }
    for (const model::Risk& risk : plan.rows<model::Risk>())
        CHECK(base::contains(xml, "fl:" + risk.id.str() + ":factor\""));
}
