// Fixtures of the rules on any record and any text.
#include "analysis/rule_case.hpp"

namespace analysis_test {
namespace {
using model::Ref;

constexpr RuleCase cases[] = {
    {"DATA-001",
     [](Build& b, bool hit) {
         auto& cover = b.cover();
         cover.title = "社交媒体互动策略计划";
         cover.department = "急诊科";
         cover.preparer = Ref(b.person());
         if (!hit) cover.prepared_on = day("2026-01-05");
     }},
    {"DATA-002",
     [](Build& b, bool hit) {
         auto &one = b.task("目标一"), &two = b.task("目标二");
         b.part_of(one, "收集资料");
         b.part_of(hit ? one : two, "收集资料 ");  // the same name under another task is no fault
     }},
    {"PERS-001",
     [](Build& b, bool hit) {
         auto& task = b.task();
         auto& person = b.person("王芳");
         person.left = true;
         task.participants = {person.id};
         if (!hit) task.status = model::TaskStatus::Done;
     }},
    {"TEXT-001",
     [](Build& b, bool hit) {
         b.task().resources = {"相机", hit ? "[所需资源]" : "[1]"};
     }},
    {"TEXT-002", [](Build& b, bool hit) { b.person(hit ? "张三" : "张山"); }},
    {"PRIV-001",
     [](Build& b, bool hit) {
         b.task().note = hit ? "证件 11010519491231002X。" : "证件 110105194912310021。";  // check digit is X
     }},
    {"PRIV-002",
     [](Build& b, bool hit) {
         auto& person = b.person();
         (hit ? person.note : person.phone) = "13812345678";
     }},
    {"PRIV-003",
     [](Build& b, bool hit) {
         auto& row = b.add<model::Finding>();
         row.inspection = Ref(b.add<model::Inspection>());
         row.example = hit ? "住院号：0012345" : "不得填写住院号、病历号";
     }},
    {"PRIV-004",
     [](Build& b, bool hit) {
         b.add<model::Inquiry>().question = hit ? "患者王建国反映等候时间长" : "患者王某反映等候时间长";
     }},
};
}  // namespace

std::span<const RuleCase> text_cases() {
    return cases;
}

}  // namespace analysis_test
