#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quarterdeck/text.h"

namespace quarterdeck {

/// What a rule can look at. The first block belongs to staff records, `gender` and `age_band` to the person;
/// the second block to published and planned figures (`Source::training`, `Source::published`). Funded posts
/// (`Source::establishment`) have `organisation`, `subjective_code`, and of the first block what the map of subjective
/// codes says of each: `staff_group` to `band_group`.
enum class Field {
    organisation,
    host_organisation,
    staff_group,
    occupation_code,
    job_role,
    area_of_work,
    pay_band,
    band_group,  ///< derived from pay_band: "Band 2-4", "Band 5-6", "Band 7/8a/8b", "Band 8c/8d/9", "Non AfC", …
    assignment_status,
    assignment_category,
    contract_type,
    gender,    ///< "Female", "Male" or "Unknown"
    age_band,  ///< "25 and under", "26-35", "36-45", "46-55", "56 and over" or "Unknown"
    series,
    subject,
    provider,
    year,
    stage,
    subjective_code,  ///< of the finance ledger; funded posts only
};

inline constexpr std::array<std::pair<Field, std::string_view>, 19> field_names{{
    {Field::organisation, "organisation"},
    {Field::host_organisation, "host_organisation"},
    {Field::staff_group, "staff_group"},
    {Field::occupation_code, "occupation_code"},
    {Field::job_role, "job_role"},
    {Field::area_of_work, "area_of_work"},
    {Field::pay_band, "pay_band"},
    {Field::band_group, "band_group"},
    {Field::assignment_status, "assignment_status"},
    {Field::assignment_category, "assignment_category"},
    {Field::contract_type, "contract_type"},
    {Field::gender, "gender"},
    {Field::age_band, "age_band"},
    {Field::series, "series"},
    {Field::subject, "subject"},
    {Field::provider, "provider"},
    {Field::year, "year"},
    {Field::stage, "stage"},
    {Field::subjective_code, "subjective_code"},
}};

/// The field's name in messages and files, for instance "occupation_code".
inline std::string_view field_name(Field field) {
    return field_names[static_cast<std::size_t>(field)].second;
}

/// Nothing for an unknown name.
inline std::optional<Field> field_of(std::string_view name) {
    for (const auto& [field, known] : field_names)
        if (known == name) return field;
    return std::nullopt;
}

/// One test of one field. Values compare exactly, case included; with `matches`, `?` stands for any one
/// character and `*` for any run of them.
struct Condition {
    enum class Test { is, is_not, matches };

    Field field{};
    Test test = Test::is;
    std::vector<std::string> values;

    bool operator==(const Condition&) const = default;
};

/// Which records count: any of the alternatives, each of which holds when all of its conditions hold.
/// `everyone()` is the rule with one alternative without conditions; a rule without alternatives holds for none.
struct Rule {
    using Alternative = std::vector<Condition>;

    std::vector<Alternative> alternatives;

    bool operator==(const Rule&) const = default;
};

inline Rule everyone() {
    return {{Rule::Alternative{}}};
}

/// The field holds one of the values: `is(Field::gender, {"Female"})`.
inline Rule is(Field field, std::vector<std::string> values) {
    return {{{Condition{field, Condition::Test::is, std::move(values)}}}};
}

/// The field holds none of the values.
inline Rule is_not(Field field, std::vector<std::string> values) {
    return {{{Condition{field, Condition::Test::is_not, std::move(values)}}}};
}

/// The field fits one of the patterns: `matches(Field::occupation_code, {"U?A"})`.
inline Rule matches(Field field, std::vector<std::string> patterns) {
    return {{{Condition{field, Condition::Test::matches, std::move(patterns)}}}};
}

/// Both rules hold.
inline Rule operator&&(const Rule& left, const Rule& right) {
    Rule both;
    for (const auto& l : left.alternatives)
        for (const auto& r : right.alternatives) {
            Rule::Alternative alternative = l;
            alternative.insert(alternative.end(), r.begin(), r.end());
            both.alternatives.push_back(std::move(alternative));
        }
    return both;
}

/// At least one of the rules holds.
inline Rule operator||(Rule left, const Rule& right) {
    left.alternatives.insert(left.alternatives.end(), right.alternatives.begin(), right.alternatives.end());
    return left;
}

/// The staff that a programme means, as a rule that can be cited. Change `version` with every change of `rule`.
struct Population {
    std::string id;       ///< lower case, digits and underscores; unique within the plugin
    std::string version;  ///< for instance "2023.1"
    Text title;
    Text definition;  ///< the rule in words, as printed with the figures
    Rule rule = everyone();

    bool operator==(const Population&) const = default;
};

}  // namespace quarterdeck
