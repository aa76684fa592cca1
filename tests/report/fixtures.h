#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "../temporary_folder.h"
#include "quarterdeck/programme.h"
#include "report/assemble.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::testing {

using Folder = TemporaryFolder;

/// Templates with a small wording and the report "small" made of `sections`, which start in line 4 of its report.yaml.
class SmallTemplates : public Folder {
public:
    SmallTemplates();
    report::TemplateFolder read(const std::string& sections) const;
};

/// What a refused call says; fails the test when nothing is refused.
std::string refusal(const std::function<void()>& call);

/// Programmes "imaging" and "pathology" with a metric "workforce" (tags "appendix" and "both") of labels staff_group
/// and band and a total, and a metric "skills" (tag "skills") of one label with a chart. Imaging also has a plan.
const Programme& imaging();
const Programme& pathology();
std::vector<const Programme*> programmes();

/// The table that the fixtures give each metric.
Table table_of(const report::MetricKey& key);

/// All tables of both programmes.
report::Material material();

/// The shipped templates with a stand-in for the built style sheet.
class ShippedTemplates : public Folder {
public:
    ShippedTemplates();
};

/// The report of a template folder made from `material`, with date, markings and provenance filled.
report::Report filled_report(const report::TemplateFolder& folder, const report::Material& material);

/// A page without charts drawn: each chart is `<svg><title>chart</title></svg>`.
std::string page(const report::Report& report, const report::TemplateFolder& folder, Language language);

}  // namespace quarterdeck::testing
