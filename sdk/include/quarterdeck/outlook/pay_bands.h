#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "quarterdeck/outlook/chance.h"
#include "quarterdeck/outlook/stock.h"
#include "quarterdeck/outlook/supply.h"

/// A group's pay bands year by year, from the group's flows. The group's own figures don't depend on its bands.
namespace quarterdeck::outlook {

/// How people come into bands. Bands are in the order of tables, highest first.
struct BandRules {
    std::size_t entry = 0;     ///< the band that graduates and newly qualified doctors start in
    PerMillion promotion = 0;  ///< posts left in a band above `entry` that are filled from the band below
};

/// People in each band at the end of each year. Those who go and those who are recruited are shared out by the bands'
/// sizes; in each year the bands add up to the group. `sizes` at the start count as proportions of the group.
inline std::vector<std::vector<std::int64_t>> band_courses(const std::vector<std::int64_t>& sizes,
                                                           const std::vector<Flows>& flows, const BandRules& rules) {
    std::vector<std::vector<std::int64_t>> courses;
    if (flows.empty() || sizes.empty()) return courses;
    std::vector<std::int64_t> bands = shared_out(flows.front().start, sizes);
    Expected expected;
    for (const Flows& year : flows) {
        const std::vector<std::int64_t> gone = shared_out(year.out(), bands);
        const std::vector<std::int64_t> recruited = shared_out(year.recruited + year.overseas, bands);
        for (std::size_t band = 0; band < bands.size(); ++band) bands[band] += recruited[band] - gone[band];
        bands.at(rules.entry) += year.graduates + year.qualified;
        for (std::size_t band = 0; band < rules.entry; ++band) {
            const std::int64_t open = std::max<std::int64_t>(gone[band] - recruited[band], 0);
            const std::int64_t promoted =
                std::min(expected.some_of(open, rules.promotion, Event::promote), bands[band + 1]);
            bands[band] += promoted;
            bands[band + 1] -= promoted;
        }
        courses.push_back(bands);
    }
    return courses;
}

}  // namespace quarterdeck::outlook
