#include "release_audit.h"

#include "render/csv.h"

namespace quarterdeck {

audit::Passed audit_staged(const ReportRequest& request, const Audited& audited, const release::Staging& staging) {
    const disclosure::Certificate& certificate = *audited.protector.certificate();
    audit::FinishedRelease release{.folder = staging.folder(),
                                   .languages = request.languages,
                                   .tables = {},
                                   .reports = audited.reports,
                                   .answers = audited.answers,
                                   .membership = audited.membership,
                                   .policy = certificate.policy,
                                   .narrow = certificate.narrow,
                                   .wording = &audited.wording};
    for (const PlannedMetric& planned : audited.plan.metrics) {
        if (!audited.material.tables.contains(planned.key)) continue;
        const bool computed = planned.metric->computed();
        release.tables.push_back({.programme = planned.key.programme,
                                  .metric = planned.key.metric,
                                  .file = render::csv_name(planned.key.metric, !request.protect),
                                  .described = planned.metric,
                                  .answer = computed ? audit::FinishedTable::computed : planned.first_query});
    }
    return audit::audit_release(release);
}

}  // namespace quarterdeck
