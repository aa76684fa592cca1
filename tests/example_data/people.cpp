#include "people.h"

#include <cstddef>

#include "other_staff.h"
#include "population_ages.h"
#include "row_people.h"

namespace quarterdeck::example {

Base build_base(const Published& published, Jobs& jobs, std::uint64_t seed) {
    Base base;
    for (std::size_t i = 0; i < published.rows.size(); ++i) {
        base.rows.push_back(calibrate(published.rows[i], Draw(seed, Purpose::cells, i)));
        Draw draw(seed, Purpose::people, i);
        const People people = people_of_row(base.rows.back(), published, jobs, draw);
        base.people.insert(base.people.end(), people.begin(), people.end());
    }
    set_ages(base.people, jobs, published, seed);
    const People outside = outside_staff(jobs, seed);
    base.people.insert(base.people.end(), outside.begin(), outside.end());
    const People uncounted = uncounted_staff(base.people, jobs, seed);
    base.people.insert(base.people.end(), uncounted.begin(), uncounted.end());
    return base;
}

}  // namespace quarterdeck::example
