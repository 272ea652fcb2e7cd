#include "model/records/records.hpp"

#include <array>

namespace model {

std::span<const RecordInfo> records() {
    static const std::array<RecordInfo, record_type_count> all{
        cover_record,
        section_record,
        goal_record,
        goalTarget_record,
        task_record,
        dependency_record,
        milestone_record,
        person_record,
        unit_record,
        teamRole_record,
        assignment_record,
        equipmentItem_record,
        budget_record,
        budgetLine_record,
        risk_record,
        riskResponse_record,
        riskAssurance_record,
        monitoringMechanism_record,
        criterion_record,
        indicator_record,
        reading_record,
        communication_record,
        collaboration_record,
        account_record,
        picture_record,
        linkBlock_record,
        menuItem_record,
        publishingRule_record,
        contentCategory_record,
        publication_record,
        reviewStep_record,
        inquiry_record,
        incident_record,
        consortium_record,
        member_record,
        sharedAsset_record,
        rotaTurn_record,
        activity_record,
        inspection_record,
        effect_record,
        finding_record,
        measure_record,
        evidenceItem_record,
        stateChange_record,
        lookBack_record,
        comment_record,
        approvalStep_record,
        revision_record,
        calendarDay_record,
        chapter_record,
        attachment_record,
        clause_record,
        procedureStep_record,
        reviewDuty_record,
        recurringDuty_record,
        assessment_record,
        custodian_record,
        collaborationDuty_record,
        tierStrategy_record,
        channel_record,
        caseEvidence_record,
        inspector_record,
        checklistItem_record,
        extension_record,
        draftedPart_record,
        setAside_record,
        baseline_record,
        baselineTask_record,
    };
    return all;
}

const RecordInfo& record(RecordType type) {
    return records()[static_cast<std::size_t>(type)];
}

}  // namespace model
