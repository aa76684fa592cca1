#include "year_ago.h"

#include <algorithm>

#include "organisations.h"
#include "records.h"

namespace quarterdeck::example {

namespace {

constexpr std::uint32_t thousand = 1000;

// How many in a thousand.
constexpr std::uint32_t entered_late = 6;
constexpr std::uint32_t other_hours = 60;
constexpr std::uint32_t other_code = 15;
constexpr std::uint32_t elsewhere = 20;
constexpr std::uint32_t on_career_break = 8;
constexpr std::uint32_t still_active = 400;  ///< of those who aren't counted now

constexpr std::int32_t hours_step = 20'000;

bool in_employment(Standing standing) {
    return standing < Standing::bank;
}

}  // namespace

void YearAgo::append(std::string& out, const RecordRow& now) {
    const bool late = draw_.chance(entered_late, thousand);
    Post post = now.post;
    Employment employment = now.employment;
    if (draw_.chance(other_hours, thousand)) {
        const std::int32_t change = draw_.chance(1, 2) ? hours_step : -hours_step;
        post.fte = std::clamp(post.fte + change, hours_step, std::max(whole_fte, post.fte));
    }
    const Job& job = draw_.chance(other_code, thousand) ? job_then(now.job) : now.job;
    if (draw_.chance(elsewhere, thousand) && employment.host == Employment::no_host)
        employment.organisation = draw_.below(static_cast<std::uint32_t>(organisations().size()));
    if (counted(post.standing) && draw_.chance(on_career_break, thousand)) post.standing = Standing::career_break;
    if (!counted(now.post.standing) && in_employment(now.post.standing) && draw_.chance(still_active, thousand))
        post.standing = Standing::active;
    if (late) return;
    append_row(out, earlier_date,
               {now.number, now.person, post, job, now.birth, employment, now.primary, now.second_employer});
}

/// A colleague's: that of somebody who is a doctor too, or isn't either.
const Job& YearAgo::job_then(const Job& now) {
    const Person& colleague = base_[draw_.below(static_cast<std::uint32_t>(base_.size()))];
    const Job& job = jobs_[colleague.first.job];
    return job.doctor == now.doctor && job.training == now.training ? job : now;
}

}  // namespace quarterdeck::example
