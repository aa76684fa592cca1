#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/advance.h"
#include "quarterdeck/period.h"
#include "quarterdeck/text.h"
#include "register/edition.h"
#include "snapshot/input.h"

namespace quarterdeck {

/// How a release is to stand, and among which others.
struct ReleaseRequest {
    returns::Edition::State state = returns::Edition::State::draft;
    bool state_given = false;  ///< otherwise an edition that is made again has the state that it got last
    returns::Edition::Audience audience = returns::Edition::Audience::restricted;
    std::string embargo{};                ///< "2023-05-01 09:30"; empty: none
    std::string by{};                     ///< the role that answers for it
    std::string note{};                   ///< why there is a further edition
    Date on{};                            ///< the day that the register gets
    std::optional<int> edition{};         ///< the recorded edition that is to be made again
    std::vector<std::string> previous{};  ///< directories of releases that went out before
    bool first_release = false;           ///< nothing went out before
};

/// What `quarterdeck report` is asked for.
struct ReportRequest {
    std::vector<std::string> templates;  ///< names of template folders; all make one release
    std::filesystem::path data;          ///< directory, or a warehouse's URL
    Date as_at;
    std::filesystem::path out;
    std::vector<Language> languages;
    std::filesystem::path plugins;  ///< directory of plugins
    std::filesystem::path design;   ///< directory of templates
    std::string register_place{};   ///< of the programmes' returns: a path or URL; empty: there is none
    ReleaseRequest release{};
    std::filesystem::path certificate{};  ///< where the analyst's copy goes, with intervals; empty: nowhere
    std::filesystem::path trust{};        ///< which builds of plugins the site accepts; empty: all, unverified
    std::chrono::milliseconds plugin_deadline{10'000};  ///< for each call of a plugin
    bool protect = true;                                ///< false: nothing is hidden and nothing may be published
    std::filesystem::path keep_snapshots{};             ///< where snapshots are kept for the next run; empty: nowhere
    std::uint64_t memory = 0;                           ///< most bytes of memory; 0: no limit
    bool charts = true;                                 ///< false: tables alone
    std::chrono::seconds warehouse_timeout{600};        ///< for each statement, where `data` is a warehouse
};

/// What was made.
struct ReportOutcome {
    std::vector<std::string> files;       ///< relative to the output directory, by path
    std::vector<std::string> missing;     ///< what the release lacks: a sentence each. Not empty: it is a draft
    returns::Edition edition;             ///< what it stands as, without figures
    bool history = true;                  ///< earlier releases were taken into account, or there were none
    std::vector<std::string> revised;     ///< figures that an earlier release printed otherwise: a sentence each
    std::vector<std::string> group_rows;  ///< rows of which everybody has the same value, by table and label
    std::vector<std::string> lacking;     ///< protections that the kernel doesn't offer; not empty: a reduced sandbox
    std::vector<Date> absent;             ///< earlier dates without records: what looks back to them is `[x]`
    std::vector<Date> not_joined{};       ///< dates of earlier releases whose movements need records that aren't there
    snapshot::Input input;                ///< counts and findings; its snapshots are released
};

/// Told what the run is doing now, and how far that has come.
struct Progress {
    std::function<void(std::string_view stage)> stage{};  ///< a new one begins; empty: nobody watches
    extract::Advance* advance = nullptr;                  ///< of the stage; null: nobody watches

    void operator()(std::string_view name) const {
        if (advance != nullptr) advance->begin(0);
        if (stage) stage(name);
    }
};

/// Makes one release: the whole way from records to files. Throws `Refusal` or `WrongUse` with nothing written.
ReportOutcome make_reports(const ReportRequest& request, const Progress& progress);

}  // namespace quarterdeck
