#pragma once

#include <cstddef>
#include <vector>

#include "disclosure/earlier.h"
#include "quarterdeck/period.h"
#include "quarterdeck/query.h"
#include "query/answer.h"
#include "query/membership.h"

namespace quarterdeck::disclosure {

/// Dates that earlier releases followed people between, which aren't those of a new release. What these releases asked
/// is asked again as at their own date, and beside it what the new one asks of the same dates, movements left out: the
/// staff in post that both know are what joins them.
class OtherDates {
public:
    /// `releases`: all that went out; `dates`: that the ones as at `as_at` look at; `own`: the new release's queries,
    /// which are as at `own_as_at`.
    OtherDates(const std::vector<EarlierRelease>& releases, const std::vector<Query>& own, Date own_as_at, Date as_at,
               std::vector<Date> dates);

    Date own_as_at() const { return own_as_at_; }
    Date as_at() const { return as_at_; }
    const std::vector<Date>& dates() const { return dates_; }  ///< latest first

    /// To be answered as at `as_at`: the new release's, then the earlier ones'.
    const std::vector<Query>& queries() const { return queries_; }

    /// The earlier releases' questions, which are the last of the queries.
    const Earlier& earlier() const { return earlier_; }

private:
    Date own_as_at_;
    Date as_at_;
    std::vector<Date> dates_;
    Earlier earlier_;
    std::vector<Query> queries_;
};

/// The dates of earlier releases with movements that have to do with a release: one of the dates that they look at is
/// one that it looks at, or that another of these looks at. Latest first.
std::vector<OtherDates> other_dates(const std::vector<EarlierRelease>& releases, const std::vector<Query>& own,
                                    Date as_at);

/// The answers to the queries of other dates.
struct AnsweredDates {
    const OtherDates& asked;
    std::vector<query::Answer> answers;
    query::Membership membership;
};

}  // namespace quarterdeck::disclosure
