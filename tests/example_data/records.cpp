#include "records.h"

#include <algorithm>
#include <numeric>

#include "employment.h"
#include "organisations.h"
#include "population.h"
#include "record_row.h"
#include "year_ago.h"

namespace quarterdeck::example {

namespace {

constexpr std::uint64_t block_people = 8192;
constexpr std::size_t usual_row_bytes = 230;

/// About the golden section of `people` and coprime to it: counting in such steps meets everybody once.
std::uint64_t mixing_step(std::uint64_t people) {
    std::uint64_t step = people * 618 / 1000 + 1;
    while (std::gcd(step, people) != 1) ++step;
    return step;
}

/// Writes somebody's rows; the earlier ones only where they are wanted.
class PersonWriter {
public:
    PersonWriter(const Jobs& jobs, Draw& draw, YearAgo year_ago, Day latest_start)
        : jobs_(jobs), draw_(draw), year_ago_(year_ago), latest_start_(latest_start) {}

    void write(std::uint64_t number, const Person& person, Block& block, bool earlier) {
        const Day birth = draw_birth(person, draw_);
        const Employment first = draw_first(person, jobs_[person.first.job], birth, latest_start_, draw_);
        add({number, person, person.first, jobs_[person.first.job], birth, first}, block, earlier);
        if (!person.two_posts) return;
        const Job& job = jobs_[person.second.job];
        const Employment second = draw_second(person, job, first, latest_start_, draw_);
        const bool elsewhere = second.organisation != first.organisation;
        add({number, person, person.second, job, birth, second, false, elsewhere}, block, earlier);
    }

private:
    void add(const RecordRow& row, Block& block, bool earlier) {
        if (latest_start_ == snapshot_day) append_row(block.now, snapshot_date, row);
        if (earlier && row.employment.start <= earlier_day) year_ago_.append(block.earlier, row);
        if (counted(row.post.standing))
            block.in_post[{row.employment.works_at(), row.job.population, row.job.band_group}] += row.post.fte;
    }

    const Jobs& jobs_;
    Draw& draw_;
    YearAgo year_ago_;
    Day latest_start_;
};

}  // namespace

Records::Records(const People& base, const Jobs& jobs, std::uint64_t seed, std::uint64_t people, bool scaled)
    : base_(base),
      jobs_(jobs),
      second_posts_(base, jobs),
      seed_(seed),
      people_(people),
      step_(mixing_step(people)),
      scaled_(scaled) {}

std::uint64_t Records::blocks() const {
    return (people_ + block_people - 1) / block_people;
}

const Person& Records::person_at(std::uint64_t number) const {
    const std::uint64_t place = number * step_ % people_;
    return base_[place * base_.size() / people_];
}

Block Records::block(std::uint64_t number) const {
    const std::uint64_t begin = number * block_people;
    const std::uint64_t end = std::min(begin + block_people, people_);
    Block block;
    block.now.reserve((end - begin) * usual_row_bytes);
    Draw draw(seed_, Purpose::records, number);
    PersonWriter writer(jobs_, draw, YearAgo(base_, jobs_, seed_, number), snapshot_day);
    for (std::uint64_t i = begin; i < end; ++i) {
        Person person = person_at(i);
        if (scaled_) second_posts_.draw_for(person, draw);
        writer.write(i + 1, person, block, !scaled_);
    }
    return block;
}

std::string Records::leavers() const {
    constexpr std::size_t one_in = 16;
    Block block;
    Draw draw(seed_, Purpose::leavers);
    PersonWriter writer(jobs_, draw, YearAgo(base_, jobs_, seed_, blocks()), earlier_day);
    for (std::uint64_t i = 1; i <= base_.size() / one_in; ++i) {
        Person person = base_[draw.below(static_cast<std::uint32_t>(base_.size()))];
        person.two_posts = false;
        person.exact_birth = 0;
        writer.write(people_ + i, person, block, true);
    }
    return block.earlier;
}

}  // namespace quarterdeck::example
