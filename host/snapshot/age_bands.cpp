#include "snapshot/age_bands.h"

#include "validate/staff.h"
#include "validate/values.h"

namespace quarterdeck::snapshot {

Age age_at(std::int32_t birth, Date day) {
    const std::int32_t today = validate::packed(day);
    Age age;
    if (birth == 0) {
        age.fault = AgeFault::missing;
        return age;
    }
    const int years = (today - birth) / 10'000;
    if (birth > today) {
        age.fault = AgeFault::in_future;
    } else if (years < validate::youngest_age || years > validate::oldest_age) {
        age.fault = AgeFault::implausible;
    } else {
        age.band = age_band_number(years);
    }
    return age;
}

}  // namespace quarterdeck::snapshot
