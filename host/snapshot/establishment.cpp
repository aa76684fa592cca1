#include "snapshot/establishment.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>

#include "extract/columns.h"
#include "extract/table.h"
#include "snapshot/bands.h"
#include "snapshot/small_reader.h"
#include "validate/values.h"

namespace quarterdeck::snapshot {
namespace {

using validate::Consequence;
using validate::Place;

constexpr std::array<extract::WantedField, 4> establishment_fields{
    {{"organisation"}, {"subjective_code"}, {"funded_fte"}, {"date"}}};

enum CodeField : std::size_t {
    subjective_code,
    staff_group,
    occupation_code,
    job_role,
    area_of_work,
    pay_band,
    band_group_field,
    valid_from,
    valid_to
};

constexpr std::array<extract::WantedField, 9> code_fields{{{"subjective_code"},
                                                           {"staff_group", false},
                                                           {"occupation_code", false},
                                                           {"job_role", false},
                                                           {"area_of_work", false},
                                                           {"pay_band", false},
                                                           {"band_group", false},
                                                           {"valid_from", false},
                                                           {"valid_to", false}}};

constexpr Date first_day{1, 1, 1};
constexpr Date last_day{4712, 12, 31};

/// What is wrong with the rows of a map.
struct MapFaults {
    std::vector<Place> no_dates;
    std::vector<Place> no_bands;
    std::vector<Place> contradictions;
    std::vector<Place> twice;

    void append_to(SmallFile& out) {
        SmallReader::add(
            out, Consequence::refused, "subjective-code-date-not-a-date",
            "valid_from or valid_to is not a date; expected a day such as 2023-03-31 or 31-MAR-2023, or nothing",
            "Correct the date.", std::move(no_dates));
        SmallReader::add(out, Consequence::refused, "subjective-code-band-unknown",
                         "pay_band or band_group is none of the pay scale",
                         "Spell it as staff records and published tables do: Band 6, Consultant, Band 5-6.",
                         std::move(no_bands));
        SmallReader::add(out, Consequence::refused, "subjective-code-bands-contradict",
                         "the pay_band belongs to another group than band_group says",
                         "Correct one of the two, or leave one empty.", std::move(contradictions));
        SmallReader::add(out, Consequence::refused, "subjective-code-twice",
                         "subjective_code is mapped twice for the same day", "Keep one meaning a code and day.",
                         std::move(twice));
    }
};

}  // namespace

SmallFile SubjectiveCodes::read(const std::string& path, std::string_view text, const std::string& sheet) {
    SmallFile out;
    const SmallReader reader(path, text, sheet, code_fields, out);
    MapFaults faults;
    const auto day = [&](const extract::TableRow& row, CodeField field, Date open) {
        const std::string_view cell = reader.cell(row, field);
        const std::optional<Date> date = cell.empty() ? open : validate::read_date(cell);
        if (!date) faults.no_dates.push_back(reader.place(row, code_fields[field].name));
        return date.value_or(open);
    };
    reader.each(out, [&](const extract::TableRow& row) {
        FundedPosts posts;
        posts.subjective_code = reader.cell(row, subjective_code);
        posts.staff_group = reader.cell(row, staff_group);
        posts.occupation_code = reader.cell(row, occupation_code);
        posts.job_role = reader.cell(row, job_role);
        posts.area_of_work = reader.cell(row, area_of_work);
        posts.pay_band = reader.cell(row, pay_band);
        posts.band_group = reader.cell(row, band_group_field);
        if (!posts.band_group.empty() && !is_band_group(posts.band_group))
            faults.no_bands.push_back(reader.place(row, "band_group"));
        if (!posts.pay_band.empty()) {
            const std::string group(band_group(posts.pay_band));
            if (!is_band_group(group)) faults.no_bands.push_back(reader.place(row, "pay_band"));
            if (!posts.band_group.empty() && posts.band_group != group)
                faults.contradictions.push_back(reader.place(row, "band_group"));
            posts.band_group = group;
        }
        const Date from = day(row, valid_from, first_day);
        const Date to = day(row, valid_to, last_day);
        std::vector<Meaning>& meanings = meanings_[posts.subjective_code];
        if (std::any_of(meanings.begin(), meanings.end(),
                        [&](const Meaning& other) { return from <= other.to && other.from <= to; }))
            faults.twice.push_back(reader.place(row, "subjective_code"));
        meanings.push_back({from, to, std::move(posts)});
    });
    faults.append_to(out);
    return out;
}

bool SubjectiveCodes::describe(FundedPosts& posts) const {
    const auto code = meanings_.find(posts.subjective_code);
    if (code == meanings_.end()) return false;
    const auto meaning = std::find_if(code->second.begin(), code->second.end(), [&](const Meaning& each) {
        return each.from <= posts.date && posts.date <= each.to;
    });
    if (meaning == code->second.end()) return false;
    FundedPosts described = meaning->posts;
    described.date = posts.date;
    described.organisation = std::move(posts.organisation);
    described.fte = posts.fte;
    described.known = posts.known;
    posts = std::move(described);
    return true;
}

SmallFile read_establishment(const std::string& path, std::string_view text, const std::string& sheet,
                             const SubjectiveCodes& codes, std::vector<FundedPosts>& establishment) {
    SmallFile out;
    const SmallReader reader(path, text, sheet, establishment_fields, out);
    std::vector<Place> no_dates;
    std::vector<Place> no_numbers;
    std::vector<Place> not_mapped;
    reader.each(out, [&](const extract::TableRow& row) {
        FundedPosts posts;
        posts.organisation = reader.cell(row, 0);
        posts.subjective_code = reader.cell(row, 1);
        const auto number = validate::read_decimal(reader.cell(row, 2));
        posts.known = number && number->value >= 0;
        posts.fte = posts.known ? number->value : 0;
        if (!posts.known) no_numbers.push_back(reader.place(row, "funded_fte"));
        const std::optional<Date> date = validate::read_date(reader.cell(row, 3));
        if (!date) return no_dates.push_back(reader.place(row, "date"));
        posts.date = *date;
        if (!codes.describe(posts)) not_mapped.push_back(reader.place(row, "subjective_code"));
        establishment.push_back(std::move(posts));
    });
    SmallReader::add(out, Consequence::refused, "establishment-date-not-a-date",
                     "date is not a date; expected a day such as 2023-03-31 or 31-MAR-2023", "Correct the date.",
                     std::move(no_dates));
    SmallReader::add(
        out, Consequence::kept, "funded-fte-not-a-number",
        "funded_fte is not a number; expected a number from 0 up. Vacancies of the staff that it funds count "
        "as not known",
        "Correct the funded FTE.", std::move(no_numbers));
    SmallReader::add(
        out, Consequence::kept, "subjective-code-not-mapped",
        "the map of subjective codes (subjective_codes/*.csv) doesn't say whom subjective_code funds, so that "
        "its posts are in no programme's establishment",
        "Add the code to the map, with staff group, occupation code and band as staff records say them.",
        std::move(not_mapped));
    return out;
}

}  // namespace quarterdeck::snapshot
