#include "explain/record_values.h"

#include "snapshot/age_bands.h"
#include "snapshot/bands.h"

namespace quarterdeck::explain {
namespace {

std::string_view gender_text(validate::Gender gender) {
    switch (gender) {
        case validate::Gender::female: return "Female";
        case validate::Gender::male: return "Male";
        case validate::Gender::unknown: break;
    }
    return "Unknown";
}

}  // namespace

std::string_view own_value(const SingleRow& single, Date date, Field field) {
    switch (field) {
        case Field::gender: return gender_text(single.row.gender);
        case Field::age_band: return snapshot::age_bands[snapshot::age_at(single.row.birth, date).band];
        case Field::band_group: return snapshot::band_group(own_value(single, date, Field::pay_band));
        default: break;
    }
    for (std::size_t i = 0; i < snapshot::coded_fields.size(); ++i)
        if (snapshot::coded_fields[i].first == field)
            return single.reader.dictionary(i).texts()[single.reader.code(single.row, i)];
    return {};
}

}  // namespace quarterdeck::explain
