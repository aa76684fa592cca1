#include "snapshot/findings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "extract/gzip.h"
#include "extract/workbook.h"
#include "validate/message.h"

namespace quarterdeck::snapshot {
namespace {

using validate::Finding;
using validate::Findings;
using validate::Place;
using validate::Rule;
using validate::Sighting;

/// Finds the lines of rows from what the chunks counted.
class Lines {
public:
    Lines(const std::vector<AssignmentFile>& files, const NumberedRows& rows) : files_(files), rows_(rows) {
        for (std::size_t i = 0; i < rows.chunks().size(); ++i) {
            const bool first = i == 0 || rows.chunks()[i - 1].file != rows.chunks()[i].file;
            first_lines_.push_back(first ? files[rows.chunks()[i].file].body_line
                                         : first_lines_.back() + rows.chunks()[i - 1].lines);
        }
    }

    Place at(std::size_t chunk, std::size_t offset, std::string_view column) const {
        const AssignmentFile& file = files_[rows_.chunks()[chunk].file];
        const std::size_t begin = rows_.chunks()[chunk].range.begin;
        const std::string_view before = file.text().substr(begin, offset - begin);
        const auto breaks = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
        return place_in(file, first_lines_[chunk] + breaks, column);
    }

    Place of_row(std::uint32_t row, std::string_view column) const {
        const std::size_t chunk = rows_.chunk_of(row);
        return at(chunk, rows_.chunks()[chunk].range.begin + rows_[row].offset, column);
    }

private:
    const std::vector<AssignmentFile>& files_;
    const NumberedRows& rows_;
    std::vector<std::uint64_t> first_lines_;
};

void add_tallied(Findings& findings, Rule rule, const NumberedRows& rows, const Lines& lines) {
    std::uint64_t count = 0;
    std::vector<Sighting> first;
    for (std::size_t chunk = 0; chunk < rows.chunks().size(); ++chunk) {
        const validate::Tally& tally = rows.chunks()[chunk].tally;
        count += tally.count(rule);
        for (const validate::Spot& spot : tally.spots(rule))
            if (first.size() < validate::places_kept)
                first.push_back({lines.at(chunk, spot.offset, validate::text_of(rule).column), spot.quote});
    }
    if (count > 0) findings.push_back(finding_of(rule, count, first));
}

void add_rows(Findings& findings, Rule rule, const std::vector<std::uint32_t>& rows, const Lines& lines,
              std::size_t places) {
    if (rows.empty()) return;
    Finding finding = finding_of(rule, rows.size(), {});
    for (std::size_t i = 0; i < std::min(rows.size(), places); ++i)
        finding.places.push_back(lines.of_row(rows[i], validate::text_of(rule).column));
    findings.push_back(std::move(finding));
}

/// One finding a pair, so that both places can be named; the last stands for all further pairs.
void add_twice(Findings& findings, const std::vector<Repeat>& twice, const NumberedRows& rows, const Lines& lines) {
    const validate::RuleText& text = validate::text_of(Rule::assignment_twice);
    for (std::size_t i = 0; i < std::min(twice.size(), validate::places_kept); ++i) {
        const ChunkRows& chunk = rows.chunks()[rows.chunk_of(twice[i].row)];
        const Place first = lines.of_row(twice[i].first, text.column);
        const Place second = lines.of_row(twice[i].row, text.column);
        const bool last = i + 1 == validate::places_kept;
        Finding finding = finding_of(Rule::assignment_twice, last ? twice.size() - i : 1, {{second, {}}, {first, {}}});
        finding.what = fmt::format("organisation and assignment_number are the same as in {} at {}", place_text(first),
                                   chunk.dates[rows[twice[i].row].date].date.iso());
        findings.push_back(std::move(finding));
    }
}

}  // namespace

Place place_in(const AssignmentFile& file, std::uint64_t line, std::string_view column) {
    Place place{file.path, line, std::string(column)};
    const auto* const field =
        std::find_if(assignment_fields.begin(), assignment_fields.end(),
                     [&](const extract::WantedField& known) { return !column.empty() && known.name == column; });
    const auto number = static_cast<std::size_t>(field - assignment_fields.begin());
    const bool known = field != assignment_fields.end() && file.columns.has(number);
    validate::put_in_sheet(place, file.contents->sheet(), known ? file.columns.position[number] : validate::no_column);
    return place;
}

Finding refusal(std::string_view rule, Place place, std::string what, std::string mend) {
    Finding finding;
    finding.rule = rule;
    finding.consequence = validate::Consequence::refused;
    finding.what = std::move(what);
    finding.mend = std::move(mend);
    finding.count = 1;
    finding.places.push_back(std::move(place));
    return finding;
}

Finding unreadable(const std::string& path, const std::runtime_error& reason) {
    if (dynamic_cast<const extract::GzipFault*>(&reason) != nullptr)
        return refusal("damaged-gzip", {path, 0, {}}, fmt::format("the file can't be unpacked: {}", reason.what()),
                       "Copy it again, or unpack it elsewhere and put the CSV file in its place.");
    if (const auto* workbook = dynamic_cast<const extract::WorkbookFault*>(&reason))
        return refusal("unreadable-workbook", {path, 0, {}}, workbook->what(), workbook->mend);
    return refusal("unreadable-file", {path, 0, {}}, fmt::format("the file can't be read ({})", reason.what()),
                   "Check that the file exists and that you may read it.");
}

Finding fault_finding(extract::CsvFault fault, Place place) {
    const std::string mend_quotes =
        "Put the whole field in quotation marks and double those inside it, or export the file again.";
    switch (fault) {
        case extract::CsvFault::not_utf8:
            return refusal("not-utf8", std::move(place), "the text is not UTF-8", "Save the file as CSV in UTF-8.");
        case extract::CsvFault::quote_not_closed:
            return refusal("quote-not-closed", std::move(place),
                           "a field begins with a quotation mark that is never closed", mend_quotes);
        case extract::CsvFault::text_after_quote:
            return refusal("text-after-quote", std::move(place),
                           "text follows a field's closing quotation mark; expected a comma or the end of the row",
                           mend_quotes);
        default:
            return refusal("quote-inside-field", std::move(place),
                           "a quotation mark stands in a field that doesn't begin with one", mend_quotes);
    }
}

Findings header_findings(const std::string& file, const extract::ColumnMap& columns) {
    Findings findings;
    for (const std::string_view field : columns.missing) {
        const auto spellings = extract::spellings_of(field);
        findings.push_back(refusal(
            "missing-column", {file, 1, std::string(field)}, fmt::format("the column {} is missing", field),
            spellings.empty() ? "Add the column, or correct its name in the header row."
                              : fmt::format("Add the column, or correct its name in the header row; also known as {}.",
                                            fmt::join(spellings, ", "))));
    }
    for (const extract::ColumnClash& clash : columns.clashes)
        findings.push_back(
            refusal("column-twice", {file, 1, std::string(clash.field)},
                    fmt::format("the columns \"{}\" and \"{}\" both mean {}", validate::shown(clash.first),
                                validate::shown(clash.second), clash.field),
                    "Take one of them out, or rename it."));
    return findings;
}

Findings row_findings(const std::vector<AssignmentFile>& files, const NumberedRows& rows,
                      const std::vector<Repeat>& twice, const SharedPeople& people, std::size_t places) {
    const Lines lines(files, rows);
    Findings findings;
    for (std::size_t chunk = 0; chunk < rows.chunks().size(); ++chunk) {
        const ChunkRows& read = rows.chunks()[chunk];
        if (read.fault != extract::CsvFault::none)
            findings.push_back(fault_finding(read.fault, lines.at(chunk, read.fault_offset, {})));
    }
    for (std::size_t number = 0; number < validate::rule_count; ++number) {
        const auto rule = static_cast<Rule>(number);
        switch (rule) {
            case Rule::assignment_twice: add_twice(findings, twice, rows, lines); break;
            case Rule::two_births: add_rows(findings, rule, people.two_births, lines, places); break;
            case Rule::two_genders: add_rows(findings, rule, people.two_genders, lines, places); break;
            case Rule::two_primaries: add_rows(findings, rule, people.two_primaries, lines, places); break;
            default: add_tallied(findings, rule, rows, lines); break;
        }
    }
    return findings;
}

}  // namespace quarterdeck::snapshot
