#include "counting.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "query/evaluate.h"
#include "query/staff_source.h"
#include "snapshot/means.h"
#include "snapshot/no_snapshot.h"
#include "version.h"

namespace quarterdeck {
namespace {

bool contains(const std::vector<Date>& dates, Date date) {
    return std::find(dates.begin(), dates.end(), date) != dates.end();
}

}  // namespace

Counting::Counting(const ReportRequest& request, snapshot::RecordFiles* files,
                   const std::vector<disclosure::EarlierRelease>& earlier, const std::vector<Query>& own)
    : request_(request), files_(files), warehouse_(warehouse::open(request.data, request.warehouse_timeout)) {
    absent_.as_at = request.as_at;
    for (const disclosure::OtherDates& other : disclosure::other_dates(earlier, own, request.as_at))
        for (const Date date : other.dates())
            if (!contains(beside_, date)) beside_.push_back(date);
}

Counting::~Counting() = default;

snapshot::Input Counting::read(const std::vector<Query>& queries, extract::Advance* advance) {
    const auto read = [&](const std::vector<Query>& wanted) {
        std::vector<Date> dates = query::dates_needed(wanted, request_.as_at);
        std::copy_if(beside_.begin(), beside_.end(), std::back_inserter(dates),
                     [&](Date date) { return !contains(dates, date); });
        if (warehouse_) return warehouse_->read(dates);
        const bool follow = !beside_.empty() || query::follow_people(wanted);
        return snapshot::read_input(request_.data, dates, follow ? snapshot::Trails::yes : snapshot::Trails::no,
                                    {.files = files_,
                                     .memory = request_.memory,
                                     .keep_in = request_.keep_snapshots,
                                     .version = version,
                                     .advance = advance});
    };
    try {
        return read(queries);
    } catch (const snapshot::NoSnapshot& none) {
        const std::vector<Date> own = query::dates_needed(queries, request_.as_at);
        for (const Date date : none.dates) {
            if (contains(own, date)) absent_.dates.push_back(date);
            if (contains(beside_, date)) missing_.push_back(date);
        }
        std::erase_if(beside_, [&](Date date) { return contains(none.dates, date); });
    }
    return read(query::without(queries, absent_));
}

std::vector<query::Answer> Counting::evaluate(const std::vector<Query>& queries, const snapshot::Input& input,
                                              Date as_at, query::Membership& membership) const {
    return warehouse_ ? query::evaluate(queries, input, warehouse_->staff(), as_at, membership)
                      : query::evaluate(queries, input, as_at, membership);
}

std::vector<query::Answer> Counting::answers(const std::vector<Query>& queries, const snapshot::Input& input,
                                             query::Membership& membership) const {
    std::vector<query::Answer> answers = evaluate(query::without(queries, absent_), input, request_.as_at, membership);
    query::mark_unknown(queries, absent_, answers);
    return answers;
}

std::vector<disclosure::AnsweredDates> Counting::other_dates(const std::vector<disclosure::EarlierRelease>& earlier,
                                                             const std::vector<Query>& own,
                                                             const snapshot::Input& input) {
    others_ = disclosure::other_dates(earlier, own, request_.as_at);
    not_joined_.clear();
    std::erase_if(others_, [&](const disclosure::OtherDates& other) {
        const bool there = std::none_of(other.dates().begin(), other.dates().end(),
                                        [&](Date date) { return contains(missing_, date); });
        if (!there) not_joined_.push_back(other.as_at());
        return !there;
    });
    std::vector<disclosure::AnsweredDates> answered;
    for (const disclosure::OtherDates& other : others_) {
        query::Membership membership;
        std::vector<query::Answer> answers = evaluate(other.queries(), input, other.as_at(), membership);
        answered.push_back({other, std::move(answers), std::move(membership)});
    }
    return answered;
}

}  // namespace quarterdeck
