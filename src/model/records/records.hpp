// model/records/records.hpp: the descriptions of all records, one per table of a plan.
#pragma once

#include "model/field.hpp"
#include "model/field_limit.hpp"

namespace model {

template <class T, std::size_t Count>
constexpr RecordInfo record_of(std::string_view name, std::string_view list, const FieldInfo (&fields)[Count]) {
    static_assert(Count <= field_limit, "a record has more fields than the reader can note");
    return record_info<T>(name, list, fields);
}

extern const RecordInfo cover_record;
extern const RecordInfo section_record;
extern const RecordInfo goal_record;
extern const RecordInfo goalTarget_record;
extern const RecordInfo task_record;
extern const RecordInfo dependency_record;
extern const RecordInfo milestone_record;
extern const RecordInfo person_record;
extern const RecordInfo unit_record;
extern const RecordInfo teamRole_record;
extern const RecordInfo assignment_record;
extern const RecordInfo equipmentItem_record;
extern const RecordInfo budget_record;
extern const RecordInfo budgetLine_record;
extern const RecordInfo risk_record;
extern const RecordInfo riskResponse_record;
extern const RecordInfo riskAssurance_record;
extern const RecordInfo monitoringMechanism_record;
extern const RecordInfo criterion_record;
extern const RecordInfo indicator_record;
extern const RecordInfo reading_record;
extern const RecordInfo communication_record;
extern const RecordInfo collaboration_record;
extern const RecordInfo account_record;
extern const RecordInfo picture_record;
extern const RecordInfo linkBlock_record;
extern const RecordInfo menuItem_record;
extern const RecordInfo publishingRule_record;
extern const RecordInfo contentCategory_record;
extern const RecordInfo publication_record;
extern const RecordInfo reviewStep_record;
extern const RecordInfo inquiry_record;
extern const RecordInfo incident_record;
extern const RecordInfo consortium_record;
extern const RecordInfo member_record;
extern const RecordInfo sharedAsset_record;
extern const RecordInfo rotaTurn_record;
extern const RecordInfo activity_record;
extern const RecordInfo inspection_record;
extern const RecordInfo effect_record;
extern const RecordInfo finding_record;
extern const RecordInfo measure_record;
extern const RecordInfo evidenceItem_record;
extern const RecordInfo stateChange_record;
extern const RecordInfo lookBack_record;
extern const RecordInfo comment_record;
extern const RecordInfo approvalStep_record;
extern const RecordInfo revision_record;
extern const RecordInfo calendarDay_record;
extern const RecordInfo chapter_record;
extern const RecordInfo attachment_record;
extern const RecordInfo clause_record;
extern const RecordInfo procedureStep_record;
extern const RecordInfo reviewDuty_record;
extern const RecordInfo recurringDuty_record;
extern const RecordInfo assessment_record;
extern const RecordInfo custodian_record;
extern const RecordInfo collaborationDuty_record;
extern const RecordInfo tierStrategy_record;
extern const RecordInfo channel_record;
extern const RecordInfo caseEvidence_record;
extern const RecordInfo inspector_record;
extern const RecordInfo checklistItem_record;
extern const RecordInfo extension_record;
extern const RecordInfo draftedPart_record;
extern const RecordInfo setAside_record;
extern const RecordInfo baseline_record;
extern const RecordInfo baselineTask_record;

}  // namespace model
