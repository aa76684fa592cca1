#pragma once

#include <string>
#include <vector>

#include "report/assemble.h"
#include "report/template_folder.h"

namespace quarterdeck::report {

/// Finds what the blocks of a template name among the programmes that there are.
class Selection {
public:
    /// Keeps references to all three.
    Selection(const TemplateFolder& folder, const std::vector<const Programme*>& programmes,
              const std::map<std::string, Text>& missing_programmes)
        : folder_(folder), programmes_(programmes), missing_programmes_(missing_programmes) {}

    /// The metrics of a block in its order; none for a plan. Throws `Refusal` as `wanted_metrics` does.
    std::vector<MetricKey> metrics(const BlockRequest& block) const;

    /// The ids of the programmes whose plans or forms a block shows; none for other kinds. Throws `Refusal` for an
    /// unknown one.
    std::vector<std::string> plans(const BlockRequest& block) const;

    /// Missing programmes that may have had something for a block, without a metric of theirs being named.
    std::vector<std::string> unheard(const BlockRequest& block) const;

    const Programme* programme(const std::string& id) const;  ///< null where there is none
    const Metric* metric(const MetricKey& key) const;         ///< null where there is none

    /// Throws a `Refusal` that starts with the block's place.
    [[noreturn]] void refuse(const BlockRequest& block, const std::string& sentence) const;

private:
    MetricKey named_metric(const BlockRequest& block, const std::string& name) const;
    void expect_programme(const BlockRequest& block, const std::string& id) const;
    std::vector<MetricKey> tagged(const BlockRequest& block) const;

    const TemplateFolder& folder_;
    const std::vector<const Programme*>& programmes_;
    const std::map<std::string, Text>& missing_programmes_;
};

}  // namespace quarterdeck::report
