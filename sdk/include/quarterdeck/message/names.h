#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "quarterdeck/action.h"
#include "quarterdeck/metric.h"
#include "quarterdeck/population.h"
#include "quarterdeck/query.h"

/// The enumerators' names in messages and files: `Names<Source>::list`.
namespace quarterdeck::message {

template <class Enum>
struct Names;

template <>
struct Names<Field> {
    static constexpr auto list = field_names;
};

template <>
struct Names<Condition::Test> {
    static constexpr std::array<std::pair<Condition::Test, std::string_view>, 3> list{{
        {Condition::Test::is, "is"},
        {Condition::Test::is_not, "is_not"},
        {Condition::Test::matches, "matches"},
    }};
};

template <>
struct Names<Source> {
    static constexpr std::array<std::pair<Source, std::string_view>, 4> list{{
        {Source::staff, "staff"},
        {Source::training, "training"},
        {Source::published, "published"},
        {Source::establishment, "establishment"},
    }};
};

template <>
struct Names<Count> {
    static constexpr std::array<std::pair<Count, std::string_view>, 4> list{{
        {Count::headcount, "headcount"},
        {Count::role_count, "role_count"},
        {Count::fte, "fte"},
        {Count::value, "value"},
    }};
};

template <>
struct Names<Movement> {
    static constexpr std::array<std::pair<Movement, std::string_view>, 13> list{{
        {Movement::none, "none"},
        {Movement::recoded_in, "recoded_in"},
        {Movement::moved_in, "moved_in"},
        {Movement::returned, "returned"},
        {Movement::corrected, "corrected"},
        {Movement::joined, "joined"},
        {Movement::recoded_out, "recoded_out"},
        {Movement::moved_out, "moved_out"},
        {Movement::uncounted, "uncounted"},
        {Movement::left, "left"},
        {Movement::stayed, "stayed"},
        {Movement::more_hours, "more_hours"},
        {Movement::fewer_hours, "fewer_hours"},
    }};
};

template <>
struct Names<Totals> {
    static constexpr std::array<std::pair<Totals, std::string_view>, 4> list{{
        {Totals::none, "none"},
        {Totals::grand, "grand"},
        {Totals::rollup, "rollup"},
        {Totals::cube, "cube"},
    }};
};

template <>
struct Names<Formula::Kind> {
    static constexpr std::array<std::pair<Formula::Kind, std::string_view>, 6> list{{
        {Formula::Kind::ratio, "ratio"},
        {Formula::Kind::percentage, "percentage"},
        {Formula::Kind::share, "share"},
        {Formula::Kind::difference, "difference"},
        {Formula::Kind::growth, "growth"},
        {Formula::Kind::compound_growth, "compound_growth"},
    }};
};

template <>
struct Names<Chart::Kind> {
    static constexpr std::array<std::pair<Chart::Kind, std::string_view>, 3> list{{
        {Chart::Kind::stacked_bar, "stacked_bar"},
        {Chart::Kind::bar, "bar"},
        {Chart::Kind::line, "line"},
    }};
};

template <>
struct Names<Action::Kind> {
    static constexpr std::array<std::pair<Action::Kind, std::string_view>, 5> list{{
        {Action::Kind::action, "action"},
        {Action::Kind::milestone, "milestone"},
        {Action::Kind::risk, "risk"},
        {Action::Kind::resource_dependency, "resource_dependency"},
        {Action::Kind::interdependency, "interdependency"},
    }};
};

template <>
struct Names<Indicator::Kind> {
    static constexpr std::array<std::pair<Indicator::Kind, std::string_view>, 4> list{{
        {Indicator::Kind::measure, "measure"},
        {Indicator::Kind::process, "process"},
        {Indicator::Kind::output, "output"},
        {Indicator::Kind::outcome, "outcome"},
    }};
};

template <>
struct Names<Horizon> {
    static constexpr std::array<std::pair<Horizon, std::string_view>, 4> list{{
        {Horizon::none, "none"},
        {Horizon::short_term, "short"},
        {Horizon::medium_term, "medium"},
        {Horizon::long_term, "long"},
    }};
};

}  // namespace quarterdeck::message
