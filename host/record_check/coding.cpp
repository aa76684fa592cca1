#include "record_check/coding.h"

#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "record_check/lookup.h"

namespace quarterdeck::record_check {
namespace {

constexpr std::string_view no_programme = "(no programme)";

/// Counts under names; what has no programme comes last.
class Counts {
public:
    void add(const std::string& of, const Record& record, Coding coding) {
        Entry& entry = entries_[{of == no_programme, of}];
        entry.quality.of = of;
        const auto at = static_cast<std::size_t>(coding);
        ++entry.quality.posts[at];
        entry.quality.fte[at] += record.fte;
        if (entry.people[at].insert(record.person).second) ++entry.quality.people[at];
    }

    std::vector<CodingQuality> all() const {
        std::vector<CodingQuality> all;
        for (const auto& [name, entry] : entries_) all.push_back(entry.quality);
        return all;
    }

private:
    struct Entry {
        CodingQuality quality;
        std::array<std::set<std::uint32_t>, coding_count> people;
    };
    std::map<std::pair<bool, std::string>, Entry> entries_;
};

}  // namespace

Coding coding_of(std::string_view code, std::string_view staff_group, std::string_view band) {
    if (code.empty()) return Coding::none;
    switch (standing_of(code)) {
        case Standing::malformed: return Coding::malformed;
        case Standing::unknown: return Coding::unknown;
        case Standing::retired: return Coding::retired;
        case Standing::valid: break;
    }
    if (!fits_staff_group(code, staff_group)) return Coding::against_staff_group;
    if (!fits_band(code, band)) return Coding::against_band;
    return Coding::good;
}

std::uint64_t CodingQuality::all_posts() const {
    return std::accumulate(posts.begin(), posts.end(), std::uint64_t{0});
}

std::vector<CodingReport> coding_quality(const Records& records) {
    std::map<std::int32_t, std::pair<Counts, Counts>> dates;
    for (const Record& record : records.rows) {
        const std::string_view code = records.texts[record.occupation_code];
        const Coding coding = coding_of(code, records.texts[record.staff_group], records.texts[record.pay_band]);
        const std::string organisation(records.texts[record.organisation]);
        const std::string_view name = organisation_name(organisation);
        const std::string_view programme = programme_of(code);
        auto& [organisations, programmes] = dates[record.date];
        organisations.add(name.empty() ? organisation : organisation + " " + std::string(name), record, coding);
        programmes.add(std::string(programme.empty() ? no_programme : programme), record, coding);
    }
    std::vector<CodingReport> reports;
    reports.reserve(dates.size());
    for (const auto& [date, counts] : dates) reports.push_back({date, counts.first.all(), counts.second.all()});
    return reports;
}

}  // namespace quarterdeck::record_check
