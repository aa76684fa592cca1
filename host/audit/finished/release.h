#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "disclosure/certificate.h"
#include "disclosure/policy.h"
#include "quarterdeck/metric.h"
#include "quarterdeck/table.h"
#include "query/answer.h"
#include "query/membership.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::audit {

/// A metric's table in a release.
struct FinishedTable {
    static constexpr std::size_t computed = static_cast<std::size_t>(-1);

    std::string programme;
    std::string metric;
    std::string file;  ///< name of its CSV file
    const Metric* described = nullptr;
    std::size_t answer = computed;  ///< what was counted for it; `computed` where a plugin made the table from others
    std::string query{};            ///< for an answer that no table shows: whose it is

    std::string name() const { return metric_name() + (query.empty() ? "" : ", from which it is computed: " + query); }
    std::string metric_name() const { return programme + "/" + metric; }
};

/// A protected answer that a computed metric was given. No table need show it, but whatever is computed from it may
/// tell all of it.
struct GivenAnswer {
    FinishedTable table;
    Table shown;
};

/// A release whose files are written and not published yet, and what it was made from. True figures serve to leave out
/// what doesn't hold of them, and to tell which hidden counts are too small.
struct FinishedRelease {
    std::filesystem::path folder;  ///< of the files
    std::vector<Language> languages;
    std::vector<FinishedTable> tables;
    const std::vector<report::Report>& reports;  ///< what pages and workbooks should hold
    const std::vector<query::Answer>& answers;
    const query::Membership& membership;
    disclosure::Policy policy;
    const std::vector<disclosure::Certificate::Hidden>& narrow;  ///< known to be narrower than the policy
    std::vector<GivenAnswer> given{};                            ///< what computed tables rest on
    const report::Locale* wording = nullptr;  ///< of pages and workbooks; null: it has no numbers of its own
};

}  // namespace quarterdeck::audit
