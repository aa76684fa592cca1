#include "record_check/records.h"

#include <algorithm>
#include <array>

#include "extract/columns.h"
#include "extract/csv.h"
#include "extract/table.h"
#include "extract/text_file.h"
#include "snapshot/assignment_file.h"
#include "snapshot/directory.h"
#include "validate/message.h"
#include "validate/values.h"

namespace quarterdeck::record_check {
namespace {

using snapshot::AssignmentField;

constexpr std::size_t most_columns = 4'096;
constexpr std::int64_t largest_fte = 200'000;
constexpr std::uint64_t rows_between_tellings = 10'000;

/// The cells of a row by field.
class Cells {
public:
    Cells(const extract::Row& row, const extract::ColumnMap& columns) : row_(row), columns_(columns) {}
    std::string_view operator[](AssignmentField field) const {
        const std::size_t at = columns_.position[static_cast<std::size_t>(field)];
        return at == columns_.columns ? std::string_view() : validate::trimmed(row_[at]);
    }

private:
    const extract::Row& row_;
    const extract::ColumnMap& columns_;
};

bool counts(const Cells& cells) {
    return validate::status_counts(cells[AssignmentField::assignment_status]) &&
           validate::contract_counts(cells[AssignmentField::contract_type]) &&
           !validate::bank_or_honorary(cells[AssignmentField::contract_type]) &&
           !validate::bank_or_honorary(cells[AssignmentField::assignment_category]) &&
           !cells[AssignmentField::organisation].empty() && !cells[AssignmentField::assignment_number].empty();
}

class Reading {
public:
    Reading(Records& records, extract::Advance* advance) : records_(records), advance_(advance) {}

    void read(const std::filesystem::path& directory, const std::string& path) {
        const extract::TextFile file(directory / path);
        extract::RowScanner scanner(file.text());
        extract::Row header(most_columns);
        if (!scanner.next(header)) return;
        std::vector<std::string> names;
        for (std::size_t i = 0; i < std::min(header.size(), most_columns); ++i) names.emplace_back(header[i]);
        const extract::ColumnMap columns = extract::map_columns(names, snapshot::assignment_fields);
        if (!columns.missing.empty()) return;
        const auto number = static_cast<std::uint32_t>(records_.files.size());
        records_.files.push_back(path);
        records_.shapes.push_back({file.sheet(), columns});
        extract::Row row(columns.columns);
        while (scanner.next(row)) {
            if (row.size() != columns.columns) continue;
            // Empty lines are passed over, so that the row's own line is counted from where it begins.
            const std::string_view skipped = file.text().substr(counted_, row.offset() - counted_);
            line_ += static_cast<std::uint32_t>(std::count(skipped.begin(), skipped.end(), '\n'));
            counted_ = row.offset();
            take(Cells(row, columns), number);
            if (++untold_rows_ == rows_between_tellings) tell(file, row.offset());
        }
        tell(file, file.text().size());
        line_ = 1;
        counted_ = 0;
        told_ = 0;
    }

private:
    /// Says that the text has been gone through up to `offset`, as its share of the file's bytes.
    void tell(const extract::TextFile& file, std::size_t offset) {
        const auto text = static_cast<double>(std::max<std::size_t>(file.text().size(), 1));
        const auto now =
            static_cast<std::uint64_t>(static_cast<double>(file.bytes().size()) * (static_cast<double>(offset) / text));
        if (advance_ != nullptr) advance_->add(now - told_, untold_rows_);
        told_ = now;
        untold_rows_ = 0;
    }

    void take(const Cells& cells, std::uint32_t file) {
        const std::int32_t date = validate::read_packed(cells[AssignmentField::snapshot_date]);
        const auto fte = validate::read_decimal(cells[AssignmentField::contracted_fte]);
        if (date < 0 || !fte || fte->value < 0 || fte->value > largest_fte || !counts(cells)) return;
        const std::string_view national = cells[AssignmentField::person_id_national];
        const std::string_view employee = cells[AssignmentField::employee_number];
        if (national.empty() && employee.empty()) return;
        Record record;
        record.file = file;
        record.line = line_;
        record.date = date;
        record.fte = static_cast<std::int32_t>(fte->value);
        record.organisation = records_.texts.number(cells[AssignmentField::organisation]);
        record.staff_group = records_.texts.number(cells[AssignmentField::staff_group]);
        record.occupation_code = records_.texts.number(cells[AssignmentField::occupation_code]);
        record.pay_band = records_.texts.number(cells[AssignmentField::pay_band]);
        record.birth = day(cells[AssignmentField::date_of_birth]);
        record.start = day(cells[AssignmentField::start_date]);
        record.end = day(cells[AssignmentField::end_date]);
        record.gender = validate::gender_of(cells[AssignmentField::gender]);
        record.primary = validate::is_yes(cells[AssignmentField::primary_assignment]);
        record.national = !national.empty();
        if (!employee.empty()) {
            key_ = 'e';
            key_ += cells[AssignmentField::organisation];
            key_ += '\x1F';
            key_ += employee;
            record.employee = records_.people.number(key_);
        }
        if (record.national) {
            key_ = 'n';
            key_ += national;
            record.person = records_.people.number(key_);
        } else {
            record.person = record.employee;
        }
        records_.rows.push_back(record);
    }

    static std::int32_t day(std::string_view text) {
        return text.empty() ? 0 : std::max(validate::read_packed(text), 0);
    }

    Records& records_;
    extract::Advance* advance_;
    std::uint64_t told_ = 0;  ///< bytes of this file
    std::uint64_t untold_rows_ = 0;
    std::uint32_t line_ = 1;
    std::size_t counted_ = 0;
    std::string key_;
};

void read_establishment(Records& records, const std::filesystem::path& directory, const std::string& path) {
    const extract::TextFile file(directory / path);
    const extract::Table table = extract::read_table(file.text());
    constexpr std::array<extract::WantedField, 3> fields{{{"organisation"}, {"funded_fte"}, {"date"}}};
    const extract::ColumnMap columns = extract::map_columns(table.header, fields);
    const std::size_t organisation = columns.position[0];
    const std::size_t fte = columns.position[1];
    const std::size_t date = columns.position[2];
    const auto place = [&](const extract::TableRow& row) {
        validate::Place cell{path, row.line, "organisation"};
        validate::put_in_sheet(cell, file.sheet(), organisation);
        return cell;
    };
    for (const extract::TableRow& row : table.rows) {
        if (std::max({organisation, fte, date}) >= row.cells.size()) continue;
        const auto funded = validate::read_decimal(validate::trimmed(row.cells[fte]));
        const std::int32_t day = validate::read_packed(validate::trimmed(row.cells[date]));
        if (funded && funded->value > 0 && day > 0)
            records.funded.push_back({std::string(validate::trimmed(row.cells[organisation])), day, place(row)});
    }
}

}  // namespace

validate::Place Records::place(std::uint32_t file, std::uint32_t line, const char* column) const {
    validate::Place place{files[file], line, column};
    const auto& fields = snapshot::assignment_fields;
    const auto* const field = std::find_if(fields.begin(), fields.end(),
                                           [&](const extract::WantedField& each) { return each.name == column; });
    const bool known =
        field != fields.end() && shapes[file].columns.has(static_cast<std::size_t>(field - fields.begin()));
    validate::put_in_sheet(
        place, shapes[file].sheet,
        known ? shapes[file].columns.position[static_cast<std::size_t>(field - fields.begin())] : validate::no_column);
    return place;
}

Records read_records(const std::filesystem::path& directory, extract::Advance* advance) {
    Records records;
    const snapshot::DirectoryListing listing = snapshot::list_directory(directory);
    if (advance != nullptr) {
        std::uint64_t bytes = 0;
        for (const std::string& path : listing.assignments) bytes += std::filesystem::file_size(directory / path);
        advance->begin(bytes);
    }
    Reading reading(records, advance);
    for (const std::string& path : listing.assignments) reading.read(directory, path);
    for (const std::string& path : listing.establishment) read_establishment(records, directory, path);
    return records;
}

}  // namespace quarterdeck::record_check
