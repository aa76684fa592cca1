#include "snapshot/assignment_reader.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "snapshot/age_bands.h"
#include "snapshot/bands.h"
#include "snapshot/short_text.h"
#include "validate/staff.h"
#include "validate/values.h"

namespace quarterdeck::snapshot {
namespace {

using validate::Rule;

constexpr std::int32_t largest_fte = 200'000;
constexpr std::size_t most_dates = 65'535;

/// What a value of a coded field means for its rows.
enum Trait : std::uint8_t {
    bank_or_honorary = 1,
    status_not_counted = 2,
    contract_not_counted = 4,
    band_unknown = 8,
    occupation_empty = 16,
    control_character = 32,
};

std::uint8_t traits_of(Field field, std::string_view value) {
    std::uint8_t traits = validate::has_control_character(value) ? control_character : 0;
    switch (field) {
        case Field::assignment_status:
            if (!validate::status_counts(value)) traits |= status_not_counted;
            break;
        case Field::contract_type:
            if (!validate::contract_counts(value)) traits |= contract_not_counted;
            [[fallthrough]];
        case Field::assignment_category:
            if (validate::bank_or_honorary(value)) traits |= bank_or_honorary;
            break;
        case Field::pay_band:
            if (band_group(value) == "Unknown") traits |= band_unknown;
            break;
        case Field::occupation_code:
            if (value.empty()) traits |= occupation_empty;
            break;
        default: break;
    }
    return traits;
}

/// The first and the last, if they stand side by side.
std::optional<std::pair<std::size_t, std::size_t>> columns_of_posts(const AssignmentFile& file) {
    std::vector<std::size_t> columns;
    for (std::size_t i = place_fields; i < coded_fields.size(); ++i)
        columns.push_back(file.column(coded_fields[i].second));
    const auto [first, last] = std::minmax_element(columns.begin(), columns.end());
    if (*last - *first != post_fields - 1) return std::nullopt;
    return std::pair(*first, *last);
}

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
    return XXH3_64bits_withSeed(text.data(), text.size(), seed);
}

}  // namespace

ChunkRows AssignmentReader::read(const AssignmentFile& file, extract::Chunk range, std::string_view text,
                                 RowStore& store) {
    if (std::exchange(file_, &file) != &file) noted_.fill(0);
    store_ = &store;
    out_ = {};
    out_.range = range;
    date_text_.clear();
    std::copy(file.columns.position.begin(), file.columns.position.end(), columns_.begin());
    side_by_side_ = columns_of_posts(file);
    extract::Row row(file.columns.columns);
    row_ = &row;
    extract::RowScanner scanner(text);
    while (scanner.next(row)) {
        ++out_.data_rows;
        take();
    }
    out_.rows = store.rows.end_run();
    out_.people = store.people.end_run();
    out_.assignments = store.assignments.end_run();
    out_.lines = scanner.lines();
    out_.fault = scanner.fault();
    out_.fault_offset = range.begin + scanner.fault_offset();
    return std::move(out_);
}

void AssignmentReader::take() {
    if (row_->size() != file_->columns.columns) return add(Rule::ragged_row);
    const auto number = date_number(cell(AssignmentField::snapshot_date));
    const std::int32_t birth = read_birth();
    check_readable(AssignmentField::start_date, Rule::start_unreadable);
    check_readable(AssignmentField::end_date, Rule::end_unreadable);
    if (!number) return add(Rule::snapshot_date_unreadable);
    ChunkDate& date = out_.dates[*number];
    ++date.rows;
    if (!date.wanted) return;

    AssignmentRow& row = store_->rows.add({});
    row.date = *number;
    row.birth = birth;
    row.offset = static_cast<std::uint32_t>(row_->offset());
    row.gender = validate::gender_of(cell(AssignmentField::gender));
    if (validate::is_yes(cell(AssignmentField::primary_assignment))) row.flags |= AssignmentRow::primary;
    const std::uint8_t traits = code_values(row);
    if ((traits & control_character) != 0) add(Rule::control_character);
    const Finding identity = missing_identity();
    if (!identity) {
        identify(row, date.date);
    } else {
        ++out_.unidentified;
        store_->people.add(0);
        store_->assignments.add(0);
    }
    const Finding fte = read_fte(row);

    Finding reason = left_out_by_rule(traits);
    if (!reason) reason = identity;
    if (!reason) reason = fte;
    if (reason) {
        const bool about_fte = *reason == Rule::fte_not_a_number || *reason == Rule::fte_out_of_range;
        const std::string_view text = about_fte ? cell(AssignmentField::contracted_fte) : std::string_view();
        return add(*reason, validate::looks_like_fte(text) ? text : std::string_view());
    }
    row.flags |= AssignmentRow::counted;
    ++date.counted;
    note_kept(row, date.date, traits);
}

std::optional<std::uint16_t> AssignmentReader::date_number(std::string_view text) {
    if (!date_text_.empty() && text == date_text_) return date_number_;
    const auto date = validate::read_date(text);
    if (!date) return std::nullopt;
    const auto known = std::find_if(out_.dates.begin(), out_.dates.end(),
                                    [&](const ChunkDate& chunk_date) { return chunk_date.date == *date; });
    date_number_ = static_cast<std::uint16_t>(known - out_.dates.begin());
    if (known == out_.dates.end()) {
        if (out_.dates.size() > most_dates) return std::nullopt;
        const bool wanted = wanted_ == nullptr || std::find(wanted_->begin(), wanted_->end(), *date) != wanted_->end();
        out_.dates.push_back({*date, wanted, 0, 0});
    }
    date_text_ = text;
    return date_number_;
}

std::int32_t AssignmentReader::read_birth() {
    const std::string_view text = cell(AssignmentField::date_of_birth);
    if (text.empty()) return 0;
    const std::int32_t birth = validate::read_packed(text);
    if (birth < 0) add(Rule::birth_unreadable);
    return std::max(birth, 0);
}

void AssignmentReader::check_readable(AssignmentField field, Rule rule) {
    const std::string_view text = cell(field);
    if (!text.empty() && validate::read_packed(text) < 0) add(rule);
}

std::uint16_t AssignmentReader::code_value(std::size_t coded_field, std::uint8_t& traits) {
    Coded& coded = coded_[coded_field];
    const std::string_view value = cell(coded_fields[coded_field].second);
    const std::uint16_t code = coded.dictionary.code(value);
    if (code == coded.traits.size()) coded.traits.push_back(traits_of(coded_fields[coded_field].first, value));
    traits |= coded.traits[code];
    return code;
}

Post AssignmentReader::read_post() {
    Post post;
    for (std::size_t i = 0; i < post_fields; ++i) post.codes[i] = code_value(place_fields + i, post.traits);
    return post;
}

/// The stretch of the row from its first field to its last, where nothing else stands between and nothing is quoted.
Posts::Wording AssignmentReader::wording() {
    if (side_by_side_ && !row_->quoted()) {
        const std::string_view first = (*row_)[side_by_side_->first];
        const std::string_view last = (*row_)[side_by_side_->second];
        return {{first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())}, true};
    }
    wording_.clear();
    for (std::size_t i = place_fields; i < coded_fields.size(); ++i) {
        const std::string_view text = cell(coded_fields[i].second);
        const auto size = static_cast<std::uint32_t>(text.size());
        wording_.append(reinterpret_cast<const char*>(&size), sizeof size).append(text);
    }
    return {wording_, false};
}

std::uint8_t AssignmentReader::code_values(AssignmentRow& row) {
    std::uint8_t traits = 0;
    for (std::size_t i = 0; i < place_fields; ++i) row.places[i] = code_value(i, traits);
    row.post = posts_.number(wording(), [this] { return read_post(); });
    return traits | posts_.all()[row.post].traits;
}

AssignmentReader::Finding AssignmentReader::missing_identity() const {
    if (cell(AssignmentField::organisation).empty()) return Rule::organisation_missing;
    if (cell(AssignmentField::assignment_number).empty()) return Rule::assignment_number_missing;
    if (cell(AssignmentField::employee_number).empty() && cell(AssignmentField::person_id_national).empty())
        return Rule::employee_number_missing;
    return std::nullopt;
}

std::uint64_t AssignmentReader::place_hash(const AssignmentRow& row) {
    static_assert(coded_fields[0].first == Field::organisation);
    const std::uint16_t number = row.places[0];
    const std::string_view organisation = cell(AssignmentField::organisation);
    if (coded_[0].dictionary.overflowed()) return hash_of(organisation, 0);
    if (number >= places_.size()) places_.resize(number + 1U);
    if (places_[number] == 0) places_[number] = hash_of(organisation, 0);
    return places_[number];
}

void AssignmentReader::identify(AssignmentRow& row, Date date) {
    const std::string_view national = cell(AssignmentField::person_id_national);
    const std::uint64_t mark = mark_of(date);
    const std::uint64_t place = place_hash(row);
    row.flags |= AssignmentRow::identified;
    store_->assignments.add((hash_of(cell(AssignmentField::assignment_number), place) ^ mark) & hash_mask_);
    if (national.empty()) {
        store_->people.add((hash_of(cell(AssignmentField::employee_number), ~place) ^ mark) & hash_mask_);
        return;
    }
    row.flags |= AssignmentRow::national;
    const std::optional<std::uint64_t> number = number_of_short_text(national);
    if (number && hash_mask_ == ~std::uint64_t{0}) row.flags |= AssignmentRow::told;
    store_->people.add(((number ? *number : hash_of(national, ~std::uint64_t{0})) ^ mark) & hash_mask_);
}

AssignmentReader::Finding AssignmentReader::left_out_by_rule(std::uint8_t traits) const {
    if ((traits & bank_or_honorary) != 0) return Rule::bank_or_honorary;
    if ((traits & status_not_counted) != 0) return Rule::status_not_counted;
    if ((traits & contract_not_counted) != 0) return Rule::contract_not_counted;
    return std::nullopt;
}

AssignmentReader::Finding AssignmentReader::read_fte(AssignmentRow& row) {
    const auto fte = validate::read_decimal(cell(AssignmentField::contracted_fte));
    fte_rounded_ = fte && fte->rounded;
    if (!fte) return Rule::fte_not_a_number;
    if (fte->value < 0 || fte->value > largest_fte) return Rule::fte_out_of_range;
    row.fte = static_cast<std::int32_t>(fte->value);
    return std::nullopt;
}

void AssignmentReader::note_kept(const AssignmentRow& row, Date date, std::uint8_t traits) {
    if (fte_rounded_) add(Rule::fte_too_precise);
    if (row.gender == validate::Gender::unknown) add(Rule::gender_unknown);
    switch (age_at(row.birth, date).fault) {
        case AgeFault::none: break;
        case AgeFault::missing: add(Rule::birth_missing); break;
        case AgeFault::in_future: add(Rule::birth_in_future); break;
        case AgeFault::implausible: add(Rule::birth_implausible); break;
    }
    if (!row.is(AssignmentRow::national)) {
        out_.counted_without_national_id = true;
        if (file_->has(AssignmentField::person_id_national)) add(Rule::national_id_missing);
    }
    if (row.fte == 0) add(Rule::fte_zero);
    if ((traits & band_unknown) != 0) add(Rule::band_unknown);
    if ((traits & occupation_empty) != 0) add(Rule::occupation_empty);
}

}  // namespace quarterdeck::snapshot
