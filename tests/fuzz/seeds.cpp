#include <filesystem>
#include <fstream>

#include "base/words.hpp"
#include "base/zip.hpp"
#include "codec/plan_json.hpp"
#include "exchange/convert.hpp"
#include "fuzz/targets.hpp"
#include "model/order_key.hpp"
#include "sharing/chain.hpp"
#include "sharing/trail.hpp"
#include "store/archive.hpp"
#include "store/store_support.hpp"
#include "support/random_edit.hpp"

namespace fuzz {
namespace {

using support::Random;

class Folder {
  public:
    explicit Folder(std::filesystem::path path) : path_(std::move(path)) {}
    void write(std::string_view target, std::string_view bytes) {
        const std::filesystem::path folder = path_ / target;
        std::filesystem::create_directories(folder);
        std::ofstream file(folder / ("seed-" + std::to_string(++count_)), std::ios::binary);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }

  private:
    std::filesystem::path path_;
    int count_ = 0;
};

void write_plans(Folder& folder) {
    int kept = 0;
    for (std::uint64_t seed = 1; kept < 40; ++seed) {
        const model::Plan plan = support::random_plan(seed, {.rows = 1, .long_texts = false});
        const std::string json = codec::encode_plan(plan);
        if (json.size() > 5000) continue;
        ++kept;
        folder.write("plan", json);
        folder.write("plan", codec::canonical_plan(plan));
        folder.write("report", json);
        if (kept > 3) continue;
        for (const model::RecordInfo& info : model::records())
            for (const model::RowPtr& row : plan.table(info.type))
                folder.write("row", std::string(info.list) + ' ' + codec::encode_row(info, *row));
    }
}

// Small, because a fuzzer's speed is that of its inputs.
model::Plan small_plan(std::uint64_t seed) {
    base::IdSource ids(seed);
    model::Plan plan = model::empty_plan(ids.next());
    std::string order;
    for (const char* title : {"任务一", "任务二"}) {
        model::Task task;
        task.id = ids.next();
        task.order = order = model::order_between(order, {});
        task.title = title;
        plan.put(std::move(task));
    }
    return plan;
}

void write_stores(Folder& folder) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Random random(seed);
        store_test::Session session(small_plan(seed), store_test::writer_id());
        session.save(store_test::noon());
        session.edit_and_save(random, 4);
        std::string files, contents;
        for (const auto& [path, bytes] : session.files.files) {
            files += bytes;
            contents += "store" + path.substr(::store::root.size()) + ' ' + std::to_string(bytes.size()) + '\n' + bytes;
        }
        const std::string plan = codec::encode_plan(session.now);
        contents += "a.plan.json " + std::to_string(plan.size()) + '\n' + plan;
        folder.write("store", files);
        folder.write("contents", contents);
        const ::store::FileImage unsaved =
            session.store.tail(store_test::random_edit(random, session.now), store_test::noon());
        folder.write("tail", ::store::encode_tail({&unsaved, 1}));
        const ::store::Witness witness{session.now.id, session.store.state(), "方案\n一"};
        folder.write("tail", ::store::encode_witnesses({&witness, 1}));
        if (const auto packed = base::write_zip(::store::archive_entries(session.files), store_test::noon()))
            folder.write("archive", *packed);
    }
}

// Versions of one plan that differ at the same places.
void write_versions(Folder& folder) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Random random(seed);
        const model::Plan plan = small_plan(seed);
        const auto edited = [&] { return codec::encode_plan(support::random_edits(random, plan, 1 + seed % 5)); };
        const std::string ours = edited(), theirs = edited();
        folder.write("merge", codec::encode_plan(plan) + '\x1E' + ours + '\x1E' + theirs);
    }
}

// A signed plan that somebody changed afterwards.
void write_signed(Folder& folder) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Random random(seed);
        model::Plan plan = small_plan(seed);
        for (std::size_t role = 0; role < seed % 4; ++role)
            plan = *sharing::sign(plan, {random.id(),
                                         random.id(),
                                         static_cast<model::ApprovalRole>(role),
                                         std::to_string(role),
                                         {},
                                         model::Decision::Passed,
                                         {},
                                         store_test::noon()});
        folder.write("signatures",
                     codec::encode_plan(sharing::carry(plan, support::random_edits(random, plan, seed % 3))));
    }
}

// A hundred bytes compressed: stored, with the fixed and with a dynamic code, as zlib writes them.
void write_compressed(Folder& folder) {
    using namespace std::string_view_literals;
    const std::string stored = "\x01\x64" + std::string("\x00\x9b\xff", 3) + std::string(100, 'a');
    const std::string_view fixed = "\x4b\x4c\x4a\x4e\xa4\x19\x4a\x49\x4d\x4b\xcf\xc8\xcc\x02\x00"sv;
    const std::string_view dynamic =
        "\x1d\x8b\x49\x01\x00\x30\x0c\xc2\xb4\x86\xc3\xbf\x85\x8d\xbe\x0a\x24\x45\xb1\x01\x59\x12\x3f\x89\x66"
        "\xd5\xf8\x77\xaf\x33\xbe\x2b\xd8\x70\x2a\x17\x06\x53\x55\x7b\xc9\x70\x6d\x7d\x33\x3d\xa5\x8a\x78"
        ""sv;
    for (const std::string_view each : {std::string_view(stored), fixed, dynamic}) folder.write("inflate", each);
}

void write_exchanged(Folder& folder) {
    const ::exchange::WriteOptions options{base::Words::simplified_chinese(), *base::Date::parse("2026-07-15")};
    for (const ::exchange::Format& format : ::exchange::formats())
        if (const auto bytes = ::exchange::write(format, small_plan(1), options))
            folder.write("exchange", "a" + std::string(format.extension) + '\n' + *bytes);
}

// One of each kind of line and noise, short.
void write_documents(Folder& folder) {
    for (const std::string_view each :
         {"义诊计划编制人:[姓名]\n一、引言\n开头。\n1.主要目标:\n-短期目标:6月,人数达到3千\n2.关键任务:\n-任务一:"
          "联系社区\n-描述:打电话\n-完成时间:2026年3月1日-4月2日\n-子任务1.1:询价\n",
          "四、风险评估\n-风险因素1:下雨\n-影响程度:人少\n-应对措施:搭棚\n-责任人:张三\n-执行时间:每月\n-确保措施:"
          "检查\n3.资源分配:\n-人力资源:甲-乙,丙-丁\n-物力资源:桌、椅,借用,分组\n-财力资源:800元,审批流程\n-关键里程碑:"
          "3月1日-开始\n",
          "| 责任人 | 任务名称 | 完成时间 |\n| --- | --- | --- |\n| 甲 | 乙 | 2026-03-01 |\n",
          "1、収布旳\n2、觃定丌\n3、劢斱敁\n", "權(quán)限與(yǔ)管理職(zhí)責?;?dòng)交流\n",
          "自查\n3.1问题分类\n首先,甲有待提高,乙。其次,丙不足。\n3.2问题具体描述\n关于甲不足的问题,丁。例如,戊。\n4."
          "1短期措施\n为了解决甲的问题:首先,己。\n2.3成效分析\n人数从3人增长到9人。\n",
          "01甲02乙目录01ONE甲02ONE乙\n\n品牌定位协同搭起层级分明一-核心医院:定位“丙”,"
          "通过丁、戊等渠道\n\n品牌定位协同搭起层级分明二\n",
          "微博制度\n一、发布规定\n字数最多 140 字,粉丝数大于 100\n二、运营团队\n1.管理员 2 名,每天约 1 "
          "小时工作量,负责值守\n"})
        folder.write("intake", each);
}

void write_word(Folder& folder) {
    for (const std::string_view inside :
         {"<w:p><w:r><w:t>甲</w:t></w:r><w:ins w:author='A'><w:r><w:t>乙</w:t></w:r></w:ins></w:p>",
          "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
          "<w:p><w:bookmarkStart w:name='fl_a_title'/><w:sdt><w:sdtPr><w:tag "
          "w:val='fl:a:title'/></w:sdtPr><w:sdtContent>"
          "<w:r><w:br/><w:t>丙</w:t></w:r></w:sdtContent></w:sdt></w:p>",
          "<w:p><w:pPr><w:outlineLvl w:val='0'/><w:numPr><w:numId "
          "w:val='1'/></w:numPr></w:pPr><w:r><w:pict><w:txbxContent>"
          "<w:p/></w:txbxContent></w:pict></w:r></w:p>"})
        folder.write("word", "<w:document><w:body>" + std::string(inside) + "</w:body></w:document>");
}

void write_texts(Folder& folder) {
    folder.write(
        "calendar",
        "# 2026\nyear 2026 official 国办发明电〔2025〕7号\noff 2026-01-01..2026-01-03 2026-04-04\nwork 2026-01-04\n");
    folder.write("calendar", "year 2027 missing\noff 2027-02-05..2027-02-11\nwork 2027-02-20 2027-02-28\n");
    folder.write("language", "# 词\nsave.saved = 已保存 {0}\nb = 一\\n二\\s\nsave.saved = 保存于 {0}{1}\n");
    for (const std::string_view each :
         {"患者张建国，住院号：0012345，电话138 1234 5678", "身份证号11010519491231002X", "２０２６年[责任人姓名]XX%",
          "2026-03-05T08:30", "2026-03-05", "-12.5", "8,000.50", "张三"})
        folder.write("text", each);
}

}  // namespace

void write_seeds(const std::string& path) {
    Folder folder(path);
    write_plans(folder);
    write_stores(folder);
    write_versions(folder);
    write_signed(folder);
    write_compressed(folder);
    write_exchanged(folder);
    write_documents(folder);
    write_word(folder);
    write_texts(folder);
}

}  // namespace fuzz
