// Chapters that follow the descriptions: publishing, consortium, inspections, and the records at the end.
#include "report/chapters.hpp"
#include "report/ledger.hpp"

namespace report {
using model::RecordType;

void publishing_chapter(Builder& b) {
    b.heading(1, b.word("report.publishing"));
    for (const RecordType type : {RecordType::Account, RecordType::Picture, RecordType::LinkBlock, RecordType::MenuItem,
                                  RecordType::PublishingRule, RecordType::ContentCategory, RecordType::Publication,
                                  RecordType::ReviewStep, RecordType::Inquiry, RecordType::Incident,
                                  RecordType::Custodian, RecordType::ProcedureStep, RecordType::ReviewDuty})
        b.generic_section(2, type);
}

void consortium_chapter(Builder& b) {
    b.heading(1, b.word("record.consortium"));
    b.rest(RecordType::Consortium, reading_order(b.plan(), RecordType::Consortium));
    for (const RecordType type :
         {RecordType::TierStrategy, RecordType::Member, RecordType::SharedAsset, RecordType::RotaTurn,
          RecordType::Activity, RecordType::Channel, RecordType::CaseEvidence})
        b.generic_section(2, type);
}

void inspections_chapter(Builder& b, base::Date today) {
    using model::Inspection;
    b.heading(1, b.word("report.inspections"));
    b.record_section(
        2, RecordType::Inspection,
        {column<&Inspection::title>(50), column<&Inspection::date>(20), column<&Inspection::inspectors>(30)});
    for (const RecordType type : {RecordType::Inspector, RecordType::ChecklistItem, RecordType::Effect})
        b.generic_section(2, type);
    const auto findings = ledger_findings(b.plan(), {});
    b.orientation(Orientation::Landscape);
    b.heading(2, b.word("report.inspection.ledger"));
    ledger_table(b, findings, today);
    b.orientation(Orientation::Portrait);
    b.heading(2, b.word("report.inspection.progress"));
    b.rest(RecordType::Finding, rows_of(findings));
    for (const RecordType type : {RecordType::Measure, RecordType::Extension, RecordType::Evidence,
                                  RecordType::StateChange, RecordType::LookBack})
        b.generic_section(2, type);
}

void records_chapter(Builder& b) {
    using model::ApprovalStep;
    using model::Person;
    b.heading(1, b.word("report.records"));
    b.record_section(2, RecordType::Person,
                     {column<&Person::name>(18), column<&Person::position>(18), column<&Person::unit>(22),
                      column<&Person::phone>(18), column<&Person::email>(24)});
    b.record_section(
        2, RecordType::ApprovalStep,
        {column<&ApprovalStep::role>(12), column<&ApprovalStep::person>(16), column<&ApprovalStep::decision>(12),
         column<&ApprovalStep::opinion>(42), column<&ApprovalStep::date>(18)});
    b.generic_section(2, RecordType::Revision);
    b.generic_section(2, RecordType::Comment);
    b.generic_section(2, RecordType::SetAside);
    b.generic_section(2, RecordType::CalendarDay);
    b.generic_section(2, RecordType::Baseline);
    b.generic_section(2, RecordType::BaselineTask);
}

}  // namespace report
