#include "snapshot/age_bands.h"

#include <algorithm>

#include "snapshot/bands.h"
#include "validate/staff.h"

namespace quarterdeck::snapshot {

Age age_at(std::int32_t birth, Date day) {
    Age age;
    if (birth == 0) {
        age.fault = AgeFault::missing;
        return age;
    }
    const Date born{birth / 10'000, static_cast<unsigned>(birth / 100 % 100), static_cast<unsigned>(birth % 100)};
    const int years = completed_years(born, day);
    if (born > day) {
        age.fault = AgeFault::in_future;
    } else if (years < validate::youngest_age || years > validate::oldest_age) {
        age.fault = AgeFault::implausible;
    } else {
        age.band = static_cast<std::uint8_t>(std::find(age_bands.begin(), age_bands.end(), age_band(years)) -
                                             age_bands.begin());
    }
    return age;
}

}  // namespace quarterdeck::snapshot
