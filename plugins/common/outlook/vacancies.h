#pragma once

#include <vector>

#include "common/outlook/plan.h"
#include "quarterdeck/query.h"
#include "quarterdeck/table.h"

namespace quarterdeck::programmes {

/// Funded posts of some staff beside those who hold posts, in FTE. Vacancies are funded FTE less FTE in post, below 0
/// where more is in post than is funded: [c] where the FTE in post is hidden, [x] without funded posts.
struct Vacancies {
    Figure funded;
    Figure in_post;
    Figure vacant;

    /// Vacancies of funded FTE in per cent, to one place.
    Figure rate() const;
};

/// Funded posts and FTE in post by group, with all groups together behind them where there are several.
std::vector<Query> vacancy_needs(const OutlookPlan& plan);

/// From the answers to `vacancy_needs`, a group each and all groups together at the end. Where the posts of one group
/// aren't known, neither are those of all.
std::vector<Vacancies> vacancies_of(const Table& funded, const Table& in_post);

}  // namespace quarterdeck::programmes
