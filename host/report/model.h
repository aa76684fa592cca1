#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "disclosure/certificate.h"
#include "disclosure/policy.h"
#include "disclosure/protect.h"
#include "disclosure/protected_table.h"
#include "quarterdeck/action.h"
#include "quarterdeck/metric.h"
#include "quarterdeck/period.h"
#include "quarterdeck/text.h"
#include "register/reported.h"
#include "report/board/block.h"
#include "snapshot/input.h"

namespace quarterdeck::report {

/// What every page, sheet and file says of a release beside its figures: how it stands, and who may see it.
struct Marking {
    std::string kind;  ///< of its look: "release"
    Text title;        ///< a few words
    Text text;         ///< sentences
};

/// A table with what a reader needs beside it.
struct TableBlock {
    std::string id;         ///< unique in the report; the anchor in HTML
    std::string programme;  ///< id of the plugin; empty for rows of several
    std::string metric;     ///< id of the metric
    Text title;
    Text definition;
    Text unit;
    std::vector<Text> notes;
    disclosure::ProtectedTable table;
    std::optional<Chart> chart;
};

/// A programme's plan.
struct ActionsBlock {
    std::string id;
    std::string programme;
    Text title;
    std::vector<Action> actions;
    std::optional<returns::Quarter> quarter{};   ///< that `states` are of; nothing without a register
    std::vector<returns::ActionState> states{};  ///< of each of `actions` in its order; empty without a register
    Language language = Language::english;       ///< that `states` are worded in
    std::shared_ptr<const std::vector<returns::KnownTranslation>> translations{};  ///< of what the programme said
};

/// What stands where a figure, table or plan should be: which programme, and what happened.
struct MissingBlock {
    std::string id;
    std::string programme;
    std::string metric;
    Text title;
    Text reason;
};

using Block = std::variant<TableBlock, ActionsBlock, BoardBlock, MissingBlock>;

struct Section {
    std::string id;
    Text title;
    Text introduction;  ///< may be empty
    std::vector<Block> blocks;
    bool summary = false;  ///< the page that stands before everything else
};

/// A programme plugin that took part.
struct PluginVersion {
    std::string id;
    std::string version;
    Text title;
    std::string file;    ///< name without folder
    std::string sha256;  ///< of the file
};

/// The population rules that were applied.
struct PopulationVersion {
    std::string programme;
    std::string id;
    std::string version;
    Text title;
    Text definition;
};

/// Where the figures come from. Holds no clock time and no path of the machine.
struct Provenance {
    std::string host_version;
    std::string template_id;
    std::string template_version;
    disclosure::Policy policy;
    disclosure::Tally hidden;
    std::optional<disclosure::PublishedCertificate> certificate;  ///< none for a draft, nor where nothing is hidden
    std::vector<snapshot::SourceFile> files;
    std::vector<PluginVersion> plugins;
    bool plugins_verified = false;     ///< a trust file accepts each of them
    std::vector<std::string> lacking;  ///< protections that plugins ran without, by name; empty: a whole sandbox
    std::vector<PopulationVersion> populations;
    std::vector<snapshot::LeftOut> left_out;
    validate::Findings findings;
    std::uint64_t rows_read = 0;
    std::uint64_t rows_counted = 0;
    bool national_person_ids = true;
};

/// A report as rendered: the same in every format, and in each language.
struct Report {
    std::string id;  ///< of the template: "appendix-tables"
    Text title;
    Text subtitle;
    Date as_at;
    std::vector<Section> sections;
    Provenance provenance;
    bool synthetic = false;            ///< made from made-up records: every page says so
    bool not_for_publication = false;  ///< nothing is hidden: every page and sheet says so
    bool draft = false;                ///< a section is missing: every page says so
    std::vector<Language> languages{Language::english, Language::welsh};  ///< that the release is written in
    std::vector<Marking> markings{};  ///< how the release stands, beside the three above
    std::vector<Text> changes{};      ///< since the edition that this one corrects, a sentence each
};

}  // namespace quarterdeck::report
