#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "quarterdeck/programme.h"
#include "register/reported.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::report {

/// A metric of a programme: "imaging/diagnostic_radiology".
struct MetricKey {
    std::string programme;
    std::string metric;

    auto operator<=>(const MetricKey&) const = default;
    std::string text() const { return programme + "/" + metric; }
};

/// What there is to report: described programmes by id, finished tables, and what is missing and why.
struct Material {
    std::vector<const Programme*> programmes;                ///< by id
    std::map<MetricKey, disclosure::ProtectedTable> tables;  ///< every metric of `wanted_metrics`, or it is missing
    std::map<std::string, Text> missing_programmes;          ///< a programme whose plugin failed: the reason
    std::map<MetricKey, Text> missing_metrics;               ///< a metric that failed: the reason
    std::optional<returns::Reported> reported{};             ///< what programmes returned; nothing without a register
    Date as_at{};                                            ///< that milestones are overdue at
};

/// Which metrics a template shows, each once, in the order of the page. Throws `Refusal` naming file, line and
/// the nearest right name for a metric, tag or programme that no plugin has; a metric of a programme that is
/// known to be missing is no error.
std::vector<MetricKey> wanted_metrics(const TemplateFolder& folder, const std::vector<const Programme*>& programmes,
                                      const std::map<std::string, Text>& missing_programmes);

/// Fills the template: sections and blocks in its order. A missing table becomes a MissingBlock and makes the
/// report a draft. Provenance and markings are the caller's to fill.
Report assemble(const TemplateFolder& folder, const Material& material, disclosure::Protector& protector);

}  // namespace quarterdeck::report
