#include "establishment.h"

#include "csv_text.h"
#include "organisations.h"
#include "population.h"

namespace quarterdeck::example {

std::string establishment(InPost& in_post, std::uint64_t seed) {
    Draw draw(seed, Purpose::establishment);
    std::string out = "organisation,subjective_code,funded_fte,date\n";
    for (std::size_t organisation = 0; organisation < organisations().size(); ++organisation)
        for (std::size_t population = 0; population < populations().size(); ++population) {
            const std::int64_t fte = in_post.at(organisation, population);
            if (fte == 0) continue;
            constexpr std::int64_t units_per_hundredth = whole_fte / 100;
            const std::int64_t funded = fte * draw.between(101, 107) / 100 / units_per_hundredth;
            append_csv(out, {organisations()[organisation], populations()[population].subjective_code,
                             hundredths(funded), snapshot_date});
        }
    return out;
}

}  // namespace quarterdeck::example
