#pragma once

#include <vector>

#include "audit/finished/release_audit.h"
#include "pipeline.h"
#include "plan.h"
#include "query/membership.h"
#include "release/staging.h"
#include "report/assemble.h"

namespace quarterdeck {

/// What a release was made from, for the audit of its files.
struct Audited {
    const Plan& plan;
    const std::vector<query::Answer>& answers;
    const query::Membership& membership;
    const disclosure::Protector& protector;
    const report::Material& material;
    const std::vector<report::Report>& reports;
    const report::Locale& wording;
};

/// Attacks what has been staged so far as its readers will. Throws `Refusal` when it mustn't be published.
audit::Passed audit_staged(const ReportRequest& request, const Audited& audited, const release::Staging& staging);

}  // namespace quarterdeck
