#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "disclosure/merges.h"
#include "disclosure/policy.h"
#include "quarterdeck/text.h"
#include "report/board/priorities.h"
#include "report/challenge/challenge.h"

namespace quarterdeck::report {

/// Anchors that every page has; a section or block can't be called so.
inline constexpr std::array<std::string_view, 5> anchors_of_the_page{"main-content", "contents", "reading-the-tables",
                                                                     "certificate", "provenance"};

/// One part of a section as `report.yaml` asks for it.
struct BlockRequest {
    enum class Kind {
        metric,   ///< one table: `metric: imaging/diagnostic_radiology`
        tag,      ///< every metric with a tag, a table each: `tag: commissioned_places`
        stack,    ///< the rows of every metric with a tag in one table: `stack: skill_mix`
        totals,   ///< the total rows of every metric with a tag in one table: `totals: appendix`
        actions,  ///< the plan of one programme, or of each: `actions: imaging`, `actions: all`

        // About a quarter, from plans and returns
        ratings,      ///< each programme now and last quarter: `ratings: all`
        decisions,    ///< those asked for, or the log of those taken: `decisions: asked`, `decisions: taken`
        milestones,   ///< those of all plans that are overdue: `milestones: overdue`
        risks,        ///< the highest of all programmes, in a matrix and a list: `risks: top`
        priorities,   ///< how many actions serve which priority: `priorities: all`
        form,         ///< one programme's quarter, or each programme's: `form: imaging`, `form: all`
        calendar,     ///< days and lead roles: `calendar: quarter`
        corrections,  ///< returns that were replaced: `corrections: quarter`
        criteria,     ///< what ratings mean, and how they are held against the facts: `criteria: ratings`
        definitions,  ///< how plans differ from those of the last returns: `definitions: changes`
        progress,     ///< four quarters of a plan's actions, by the plan's name: `progress: framework`
    };

    Kind kind = Kind::metric;
    std::string of;   ///< metric, tag or programme
    std::string id;   ///< anchor; empty: made from `of`
    Text title;       ///< empty: that of the metric or programme, for a stack or totals of the first metric
    Text definition;  ///< of a stack or totals; empty: that of the first metric
    std::vector<std::string> columns;  ///< of totals: ids of the columns shown, in order; empty: all
    std::vector<std::string> order;  ///< metrics with the tag in this order ("pathology/skill_mix"), others after them
    std::size_t most = 0;            ///< lines shown of decisions, milestones or risks; 0: all
    std::vector<PriorityRequest> rows;  ///< of priorities; empty: each heading of the plans
    std::size_t line = 0;               ///< in report.yaml, for messages
};

struct SectionRequest {
    std::string id;
    Text title;
    Text introduction;
    bool summary = false;  ///< the page that stands before everything else
    std::vector<BlockRequest> blocks;
};

/// Wording that templates and renderers use, by key ("contents.title"), in both languages.
class Locale {
public:
    /// Reads en.yaml and cy.yaml of a folder: nested keys join with dots. Throws `Refusal` for a key that one
    /// language lacks, a key twice, or text that isn't.
    static Locale read(const std::filesystem::path& folder);

    /// Throws `Refusal` naming the unknown key.
    const std::string& get(const std::string& key, Language language) const;
    const Text& text(const std::string& key) const;
    const std::map<std::string, Text>& all() const { return texts_; }

private:
    std::map<std::string, Text> texts_;
};

/// A report's design: a folder with `report.yaml`, `page.mustache` and `workbook.yaml`, beside the shared
/// folders `partials`, `locale` and `web`.
struct TemplateFolder {
    std::filesystem::path folder;
    std::string id;  ///< the folder's name
    std::string version;
    Text title;
    Text subtitle;
    disclosure::Policy policy;
    std::vector<disclosure::Merge> merges;
    RulesOff rules_off;
    std::vector<SectionRequest> sections;
    Locale locale;

    /// Throws `Refusal` with file and line: no such folder (naming those there are), unknown or double key,
    /// missing title, a language missing.
    static TemplateFolder read(const std::filesystem::path& templates, const std::string& id);
};

}  // namespace quarterdeck::report
