#include "explain/coding_effects.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string_view>

#include "explain/record_values.h"
#include "record_check/lookup.h"
#include "snapshot/directory.h"

namespace quarterdeck::explain {
namespace {

using record_check::Coding;

/// Whom a metric counts in any of its rows.
struct Counting {
    std::size_t effect = 0;  ///< number of its metric
    std::string_view programme;
    Rule population;
    Rule rows;
};

std::vector<Counting> countings_of(const std::vector<const Programme*>& programmes,
                                   std::vector<CodingEffect>& effects) {
    std::vector<Counting> countings;
    for (const Programme* programme : programmes)
        for (const Metric& metric : programme->metrics) {
            if (metric.computed() || metric.query.source != Source::staff) continue;
            Rule rows = metric.query.by.empty() ? Rule() : everyone();
            for (const Row& row : metric.query.rows)
                if (!row.total) rows = rows || row.where;
            countings.push_back({effects.size(), programme->id, metric.query.population.rule, std::move(rows)});
            effects.emplace_back().metric = programme->id + "/" + metric.id;
        }
    return countings;
}

/// A post as rules see it; its occupation code can be exchanged.
class Post {
public:
    Post(const SingleRow& single, Date date) : single_(single), date_(date) {}

    bool fits(const Counting& counting, std::string_view code) const {
        const auto value_of = [&](Field field) {
            return field == Field::occupation_code ? code : own_value(single_, date_, field);
        };
        return holds(counting.population, value_of) && holds(counting.rows, value_of);
    }
    std::string value(Field field) const { return std::string(own_value(single_, date_, field)); }

private:
    const SingleRow& single_;
    Date date_;
};

class Gathering {
public:
    Gathering(const std::vector<const Programme*>& programmes, Date date)
        : date_(date), countings_(countings_of(programmes, effects_.metrics)) {}

    void take(const SingleRow& single) {
        if (!single.row.is(snapshot::AssignmentRow::counted)) return;
        const Post post(single, date_);
        const std::string code = post.value(Field::occupation_code);
        const Coding coding =
            record_check::coding_of(code, post.value(Field::staff_group), post.value(Field::pay_band));
        const bool bad = coding != Coding::good && coding != Coding::none;
        const std::string meant = bad ? meant_code(code) : std::string();
        std::set<std::string_view> leaving_out;
        for (const Counting& counting : countings_) {
            CodingEffect& effect = effects_.metrics[counting.effect];
            if (post.fits(counting, code)) {
                ++effect.counted;
                ++effect.by_coding[static_cast<std::size_t>(coding)];
                if (bad && !post.fits(counting, "")) ++effect.by_bad_code;
            } else if (!meant.empty() && post.fits(counting, meant)) {
                ++effect.left_out;
                leaving_out.insert(counting.programme);
            }
        }
        for (const std::string_view programme : leaving_out)
            ++left_out_[{post.value(Field::organisation), std::string(programme)}];
    }

    CodingEffects finish() && {
        for (const auto& [of, posts] : left_out_) effects_.left_out.push_back({of.first, of.second, posts});
        return std::move(effects_);
    }

private:
    Date date_;
    CodingEffects effects_;
    std::vector<Counting> countings_;
    std::map<std::pair<std::string, std::string>, std::uint64_t> left_out_;
};

}  // namespace

std::string meant_code(std::string_view code) {
    std::string meant;
    for (const char c : code)
        if (c != ' ') meant += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    const bool digits = std::all_of(meant.begin(), meant.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    if (digits && !meant.empty() && meant.size() < 3) meant.insert(0, 3 - meant.size(), '0');
    return meant != code && record_check::standing_of(meant) == record_check::Standing::valid ? meant : std::string();
}

CodingEffects coding_effects(const std::filesystem::path& directory, const std::vector<const Programme*>& programmes,
                             Date date) {
    const std::vector<Date> dates{date};
    snapshot::AssignmentReader reader(&dates, ~std::uint64_t{0});
    Gathering gathering(programmes, date);
    for (const std::string& path : snapshot::list_directory(directory).assignments)
        each_row(directory, path, reader, [&](const SingleRow& single) { gathering.take(single); });
    return std::move(gathering).finish();
}

}  // namespace quarterdeck::explain
