#include "explain/rows.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

#include "explain/record_values.h"
#include "explain/row_files.h"
#include "record_check/check.h"
#include "snapshot/bands.h"
#include "snapshot/directory.h"
#include "snapshot/findings.h"
#include "snapshot/read_options.h"
#include "validate/rules.h"

namespace quarterdeck::explain {
namespace {

using snapshot::AssignmentRow;
using validate::Consequence;
using validate::Finding;

std::string_view value_of(const snapshot::Snapshot& snapshot, std::size_t row, Field field) {
    if (field == Field::band_group) return snapshot::band_group(value_of(snapshot, row, Field::pay_band));
    return snapshot.value(field, row);
}

std::vector<char> rows_that_fit(const Rule& rule, const snapshot::Snapshot& snapshot) {
    std::vector<char> fits(snapshot.rows());
    for (std::size_t row = 0; row < fits.size(); ++row)
        fits[row] = holds(rule, [&](Field field) { return value_of(snapshot, row, field); }) ? 1 : 0;
    return fits;
}

/// What each rule found at rows of one kind.
class ByRule {
public:
    void add(validate::Rule rule, const SingleRow& row) {
        Finding& finding = findings_[rule];
        ++finding.count;
        if (finding.places.size() < validate::places_kept)
            finding.places.push_back(snapshot::place_in(row.file, row.line, validate::text_of(rule).column));
    }

    Finding of(validate::Rule rule) const {
        const auto found = findings_.find(rule);
        const validate::RuleText& text = validate::text_of(rule);
        Finding finding = found == findings_.end() ? Finding() : found->second;
        finding.rule = text.id;
        finding.consequence = text.consequence;
        finding.what = text.what;
        finding.mend = text.mend;
        return finding;
    }

    bool any(validate::Rule rule) const { return findings_.contains(rule); }

private:
    std::map<validate::Rule, Finding> findings_;
};

class Gathering {
public:
    Gathering(const snapshot::Snapshot& snapshot, const Rule& rule)
        : snapshot_(snapshot), rule_(rule), fits_(rows_that_fit(rule, snapshot)) {}

    void take(const SingleRow& single) {
        ++behind_.read;
        const bool counted = single.row.is(AssignmentRow::counted);
        const bool inside = counted ? next_counted() : fits(single);
        if (counted && inside) {
            ++behind_.in_cell;
            lines_.insert({single.file.path, single.line});
        }
        for (std::size_t number = 0; number < validate::rule_count; ++number) {
            const auto rule = static_cast<validate::Rule>(number);
            if (single.read.tally.count(rule) == 0) continue;
            if (!counted && validate::text_of(rule).consequence == Consequence::left_out) ++left_out_[number];
            if (inside) (counted ? touching_ : would_count_).add(rule, single);
        }
    }

    RowsBehind finish(const std::filesystem::path& directory, extract::Advance* advance) && {
        if (behind_.counted != snapshot_.rows()) differ();
        for (std::size_t number = 0; number < validate::rule_count; ++number) {
            const auto rule = static_cast<validate::Rule>(number);
            if (left_out_[number] > 0)
                behind_.left_out.push_back({std::string(validate::text_of(rule).id),
                                            std::string(validate::text_of(rule).what), left_out_[number],
                                            would_count_.of(rule)});
            if (touching_.any(rule)) behind_.findings.push_back(touching_.of(rule));
        }
        // What rows say beside each other is known only from reading all of them.
        const snapshot::Input whole = snapshot::read_with(directory, std::vector<Date>{snapshot_.date},
                                                          {.places = std::numeric_limits<std::size_t>::max()});
        for (const Finding& finding : whole.findings)
            if (finding.consequence != Consequence::left_out && !told(finding.rule)) add_touching(finding);
        for (const Finding& finding : record_check::check(directory, advance, std::numeric_limits<std::size_t>::max()))
            add_touching(finding);
        return std::move(behind_);
    }

private:
    bool next_counted() {
        if (behind_.counted == fits_.size()) differ();
        return fits_[behind_.counted++] != 0;
    }

    bool fits(const SingleRow& single) const {
        return holds(rule_, [&](Field field) { return own_value(single, snapshot_.date, field); });
    }

    bool told(const std::string& rule) const {
        return std::any_of(behind_.findings.begin(), behind_.findings.end(),
                           [&](const Finding& finding) { return finding.rule == rule; });
    }

    void add_touching(const Finding& finding) {
        Finding touching = finding;
        std::erase_if(touching.places, [&](const validate::Place& place) {
            return !lines_.contains({place.file, place.line});
        });
        touching.count = touching.places.size();
        if (touching.places.size() > validate::places_kept) touching.places.resize(validate::places_kept);
        if (touching.count > 0) behind_.findings.push_back(std::move(touching));
    }

    [[noreturn]] static void differ() {
        throw std::logic_error("the staff records changed between two readings, or rows and snapshot differ");
    }

    const snapshot::Snapshot& snapshot_;
    const Rule& rule_;
    std::vector<char> fits_;
    RowsBehind behind_;
    std::set<std::pair<std::string, std::uint64_t>> lines_;  ///< of the cell's rows
    std::array<std::uint64_t, validate::rule_count> left_out_{};
    ByRule touching_;
    ByRule would_count_;
};

}  // namespace

RowsBehind rows_behind(const std::filesystem::path& directory, const snapshot::Snapshot& snapshot, const Rule& rule,
                       extract::Advance* advance) {
    const std::vector<Date> dates{snapshot.date};
    snapshot::AssignmentReader reader(&dates, ~std::uint64_t{0});
    Gathering gathering(snapshot, rule);
    for (const std::string& path : snapshot::list_directory(directory).assignments)
        each_row(directory, path, reader, [&](const SingleRow& single) { gathering.take(single); });
    return std::move(gathering).finish(directory, advance);
}

}  // namespace quarterdeck::explain
