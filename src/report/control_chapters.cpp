// Risks, monitoring and evaluation, communication and collaboration.
#include "analysis/risks.hpp"
#include "report/chapters.hpp"

namespace report {
namespace {
using model::Collaboration;
using model::Indicator;
using model::Reading;
using model::RecordType;
using model::Risk;
using model::RiskResponse;
using model::Row;

// The score of the risk matrix with its level; blank while it is not rated.
std::string risk_score(Builder& b, const Row& row) {
    const int score = analysis::inherent_score(static_cast<const Risk&>(row));
    if (score == 0) return {};
    return std::to_string(score) + " " + b.word("risk-level." + std::string(name_of(analysis::risk_level(score))));
}

Cell response_time(Builder& b, const Row& row) {
    return when_cell<&RiskResponse::due, &RiskResponse::timing>(b, static_cast<const RiskResponse&>(row));
}

void assurance(Builder& b) {
    using model::RiskAssurance;
    const auto& assurance = b.plan().single<RiskAssurance>();
    b.heading(2, b.word("record.riskAssurance"));
    b.paragraphs<&RiskAssurance::action>(assurance);
    b.labelled<&RiskAssurance::owner>(assurance);
    b.labelled(b.word("report.response-time"), when_text<&RiskAssurance::due, &RiskAssurance::timing>(b, assurance));
}

// A value of an indicator with the unit it is measured in.
template <auto Value> Cell value_with_unit(Builder& b, const Row& row) {
    const auto& indicator = static_cast<const Indicator&>(row);
    Cell cell = b.take_cell<Value>(indicator);
    if (auto* number = std::get_if<Number>(&cell)) number->unit = b.take<&Indicator::unit>(indicator);
    return cell;
}

Cell reading_value(Builder& b, const Row& row) {
    const auto& reading = static_cast<const Reading&>(row);
    const Indicator* indicator = b.plan().find(reading.indicator);
    Cell cell = b.take_cell<&Reading::value>(reading);
    if (auto* number = std::get_if<Number>(&cell); number && indicator) number->unit = plain_text(indicator->unit);
    return cell;
}

// Under each collaboration its own name for what it brings.
void collaborations(Builder& b) {
    b.heading(2, b.word("record.collaboration"));
    for (const Collaboration* one : model::in_order<Collaboration>(b.plan())) {
        KeyValues block;
        block.head = b.take<&Collaboration::name>(*one);
        const auto add = [&](const std::string& label, const std::string& text) {
            if (!text.empty()) block.rows.emplace_back(label, text);
        };
        add(b.label<&Collaboration::way>(), b.take<&Collaboration::way>(*one));
        add(b.label<&Collaboration::duties>(), b.take<&Collaboration::duties>(*one));
        const std::string own_label = b.take<&Collaboration::benefit_label>(*one);
        const std::string benefit = b.take<&Collaboration::benefit>(*one);
        add(own_label.empty() || benefit.empty() ? b.label<&Collaboration::benefit>() : own_label,
            benefit.empty() ? own_label : benefit);
        add(b.label<&Collaboration::units>(), b.take<&Collaboration::units>(*one));
        add(b.label<&Collaboration::frequency>(), b.take<&Collaboration::frequency>(*one));
        b.block(std::move(block));
    }
}
}  // namespace

void risks_chapter(Builder& b) {
    b.heading(1, b.word("report.risks"));
    if (b.plan().rows<Risk>().empty()) b.missing();

    b.record_section(
        2, RecordType::Risk,
        {column<&Risk::factor>(28), column<&Risk::category>(11), column<&Risk::probability>(11, Align::Right),
         column<&Risk::impact>(11, Align::Right), computed(b.word("report.risk-score"), 14, Align::Left, risk_score),
         column<&Risk::strategy>(12), column<&Risk::owner>(13)});

    b.record_section(
        2, RecordType::RiskResponse,
        {column<&RiskResponse::risk>(18), column<&RiskResponse::action>(28), column<&RiskResponse::owner>(12),
         computed(b.word("report.response-time"), 17, Align::Left, response_time), column<&RiskResponse::state>(10),
         column<&RiskResponse::task>(16)});
    assurance(b);
}

void evaluation_chapter(Builder& b) {
    using model::Criterion;

    b.heading(1, b.word("report.evaluation"));
    if (b.plan().rows<model::Monitoring>().empty() && b.plan().rows<Criterion>().empty() &&
        b.plan().rows<Indicator>().empty())
        b.missing();
    b.record_section(2, RecordType::Monitoring, {});
    b.record_section(
        2, RecordType::Criterion,
        {column<&Criterion::name>(20), column<&Criterion::measures>(26), column<&Criterion::indicators>(20),
         column<&Criterion::time_points>(16), column<&Criterion::methods>(22)});
    b.record_section(
        2, RecordType::Indicator,
        {column<&Indicator::name>(20), column<&Indicator::dimension>(10), column<&Indicator::direction>(11),
         computed(b.label<&Indicator::baseline>(), 14, Align::Right, value_with_unit<&Indicator::baseline>),
         computed(b.label<&Indicator::target>(), 14, Align::Right, value_with_unit<&Indicator::target>),
         column<&Indicator::target_on>(16), column<&Indicator::owner>(11),
         column<&Indicator::weight>(8, Align::Right)});
    b.record_section(2, RecordType::Reading,
                     {column<&Reading::indicator>(28), column<&Reading::date>(16),
                      computed(b.label<&Reading::value>(), 16, Align::Right, reading_value),
                      column<&Reading::source>(20), column<&Reading::note>(20)});
    b.generic_section(2, RecordType::Assessment);
}

void communication_chapter(Builder& b) {
    using model::Communication;
    b.heading(1, b.word("report.communication"));
    if (b.plan().rows<Communication>().empty() && b.plan().rows<Collaboration>().empty()) b.missing();
    const auto frequency = [](Builder& builder, const Row& row) {
        const auto& one = static_cast<const Communication&>(row);
        const std::string text = builder.take<&Communication::frequency>(one);
        const bool on_demand = !builder.take<&Communication::on_demand>(one).empty();
        if (!on_demand) return text;
        return text.empty() ? builder.label<&Communication::on_demand>()
                            : text + builder.words()("report.brackets", {builder.label<&Communication::on_demand>()});
    };

    b.record_section(
        2, RecordType::Communication,
        {column<&Communication::audience>(18), column<&Communication::content>(32), column<&Communication::way>(20),
         computed(b.label<&Communication::frequency>(), 18, Align::Left, frequency),
         column<&Communication::owner>(12)});
    collaborations(b);
    b.generic_section(2, RecordType::CollaborationDuty);
}

}  // namespace report
