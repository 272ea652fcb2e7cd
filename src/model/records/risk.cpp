// Descriptions of the risk register: the only list of their fields.
#include "model/plan.hpp"
#include "model/records/records.hpp"

namespace model {
namespace {

constexpr FieldInfo risk_fields[] = {
    field<&Risk::factor>("factor", {.flags = kTitle | kRequired | kColumn}),
    field<&Risk::category>("category", {.flags = kColumn}),
    field<&Risk::probability>("probability", {.flags = kColumn, .min = 1, .max = 5}),
    field<&Risk::impact>("impact", {.flags = kColumn, .min = 1, .max = 5}),
    field<&Risk::impact_text>("impactText", {.flags = kLong}),
    field<&Risk::residual_probability>("residualProbability", {.min = 1, .max = 5}),
    field<&Risk::residual_impact>("residualImpact", {.min = 1, .max = 5}),
    field<&Risk::strategy>("strategy", {.flags = kColumn}),
    field<&Risk::trigger>("trigger"),
    field<&Risk::owner>("owner", {.flags = kColumn}),
};

constexpr FieldInfo riskResponse_fields[] = {
    field<&RiskResponse::risk>("risk", {.flags = kOwner}),
    field<&RiskResponse::action>("action", {.flags = kTitle | kRequired | kLong | kColumn}),
    field<&RiskResponse::owner>("owner", {.flags = kRequired | kColumn}),
    field<&RiskResponse::due>("due", {.flags = kColumn}),
    field<&RiskResponse::timing>("timing", {.flags = kColumn}),
    field<&RiskResponse::state>("state", {.flags = kColumn}),
    field<&RiskResponse::task>("task"),
};

constexpr FieldInfo riskAssurance_fields[] = {
    field<&RiskAssurance::action>("action", {.flags = kTitle | kLong}),
    field<&RiskAssurance::owner>("owner"),
    field<&RiskAssurance::due>("due"),
    field<&RiskAssurance::timing>("timing"),
};

}  // namespace

constexpr RecordInfo risk_record = record_of<Risk>("risk", "risks", risk_fields);
constexpr RecordInfo riskResponse_record =
    record_of<RiskResponse>("riskResponse", "riskResponses", riskResponse_fields);
constexpr RecordInfo riskAssurance_record =
    record_of<RiskAssurance>("riskAssurance", "riskAssurance", riskAssurance_fields);

}  // namespace model
