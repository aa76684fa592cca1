#include "workbook_check/guidance.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <set>

namespace quarterdeck::workbook_check {
namespace {

constexpr int most_cells_named = 10;
constexpr std::size_t most_blanks = 10'000;  // a table may claim the whole sheet

/// The departures of one sheet, or of the workbook as a whole.
class Findings {
public:
    Findings(std::vector<Departure>& all, std::string sheet) : all_(all), sheet_(std::move(sheet)) {}

    void add(const std::string& rule, const std::string& what, const std::string& mend, Position at = {}) {
        if (at.first > 0 && ++cells_[rule] > most_cells_named) return;
        all_.push_back({rule, sheet_, at.first > 0 ? address(at) : "", what, mend});
    }
    void expect(bool holds, const std::string& rule, const std::string& what, const std::string& mend) {
        if (!holds) add(rule, what, mend);
    }

private:
    std::vector<Departure>& all_;
    std::string sheet_;
    std::map<std::string, int> cells_;
};

/// The whole text fits. Long ones don't: std::regex would take a level of the stack for each character.
bool fits(const std::string& text, const std::regex& pattern) {
    constexpr std::size_t longest = 40;
    return text.size() <= longest && std::regex_match(text, pattern);
}

/// "1,234.5", "-7", "12%": what a person means as a number.
bool reads_as_number(const std::string& text) {
    static const std::regex number(R"(\s*(-|−|\+)?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?\s*%?\s*)");
    return fits(text, number);
}

void check_table(const Sheet& sheet, const MarkedTable& table, Findings& findings) {
    const auto [top, left] = table.range.first;
    const auto [bottom, right] = table.range.last;
    findings.expect(table.header_row, "one-header-row", "has a table without a header row",
                    "Turn the table's header row on and name each column in it.");
    std::size_t blanks = 0;
    for (std::uint32_t column = left; column <= right; ++column) {
        bool numbers = false;
        std::vector<Position> texts;
        for (std::uint32_t row = top; row <= bottom; ++row) {
            const auto cell = sheet.cells.find({row, column});
            if (cell == sheet.cells.end()) {
                findings.add("no-blank-cells", "is blank within a table",
                             "Fill it in, with a marker such as [x] where there is no figure.", {row, column});
                if (++blanks == most_blanks) return;
            } else if (row > top || !table.header_row) {
                numbers |= cell->second.number;
                if (!cell->second.number && reads_as_number(cell->second.text)) texts.emplace_back(row, column);
            }
        }
        if (!numbers) continue;
        for (const Position& at : texts)
            findings.add("numbers-as-numbers", "holds a number as text in a column of numbers",
                         "Store it as a number and let the cell's format show it.", at);
    }
}

void check_cells(const Sheet& sheet, Findings& findings) {
    findings.expect(sheet.cells.contains({1, 1}), "title-in-a1", "has nothing in A1",
                    "Begin each sheet with its title in A1: screen readers start there.");
    std::set<std::uint32_t> rows;
    for (const auto& [at, cell] : sheet.cells) {
        rows.insert(at.first);
        const bool in_table = std::any_of(sheet.tables.begin(), sheet.tables.end(),
                                          [&at = at](const MarkedTable& table) { return table.range.holds(at); });
        if (cell.number && !in_table)
            findings.add("figures-in-tables", "holds a number outside a marked table",
                         "Mark the range that it belongs to as a table.", at);
    }
    for (std::uint32_t row = 1; !rows.empty() && row < *rows.rbegin(); ++row)
        if (!rows.contains(row))
            findings.add("no-blank-rows", "begins a row that is blank",
                         "Remove the row: readers take it for the end of the sheet. Space comes from row heights.",
                         {row, 1});
}

void check_sheet(const Sheet& sheet, std::vector<Departure>& all) {
    static const std::regex default_name(R"((Sheet|Chart|Tabelle|Taflen)\d+)");
    Findings findings(all, sheet.name);
    findings.expect(!sheet.hidden, "nothing-hidden", "is hidden", "Show the sheet, or leave it out.");
    findings.expect(!sheet.hidden_rows_or_columns, "nothing-hidden", "has hidden rows or columns",
                    "Show them, or leave them out.");
    findings.expect(!fits(sheet.name, default_name), "named-sheets", "has the name it was made with",
                    "Name the sheet after what it holds.");
    for (const std::string& range : sheet.merged)
        findings.add("no-merged-cells", fmt::format("has the merged cells {}", range),
                     "Split them: they mislead screen readers and sorting.");
    findings.expect(sheet.tables.size() <= 1, "one-table-a-sheet", fmt::format("holds {} tables", sheet.tables.size()),
                    "Give each table a sheet of its own.");
    findings.expect(sheet.tables.empty() || sheet.frozen, "frozen-headings", "has a table whose headings scroll away",
                    "Freeze the panes below the header row.");
    findings.expect(sheet.tables.empty() || sheet.drawings.empty(), "charts-apart", "holds a chart beside a table",
                    "Put the chart on a sheet of its own.");
    for (const Drawing& drawing : sheet.drawings)
        findings.expect(!drawing.description.empty(), "alternative-text",
                        fmt::format("has \"{}\" without alternative text", drawing.name),
                        "Say in its alternative text what it shows.");
    check_cells(sheet, findings);
    for (const MarkedTable& table : sheet.tables) check_table(sheet, table, findings);
}

/// The sheet that a link within the workbook leads to: of "'It''s'!A1", "It's".
std::string linked_sheet(const std::string& link) {
    std::string name = link.substr(0, link.rfind('!'));
    if (name.size() < 2 || name.front() != '\'' || name.back() != '\'') return name;
    name = name.substr(1, name.size() - 2);
    for (auto at = name.find("''"); at != std::string::npos; at = name.find("''", at + 1)) name.erase(at, 1);
    return name;
}

void check_contents(const Workbook& workbook, Findings& findings) {
    std::size_t most = 0;
    std::set<std::string> best;
    for (const Sheet& sheet : workbook.sheets) {
        std::set<std::string> linked{sheet.name};
        for (const std::string& link : sheet.links) linked.insert(linked_sheet(link));
        if (linked.size() <= most) continue;
        most = linked.size();
        best = linked;
    }
    for (const Sheet& sheet : workbook.sheets)
        findings.expect(best.contains(sheet.name) || &sheet == &workbook.sheets.front(), "linked-contents",
                        fmt::format("has no contents sheet that links to \"{}\"", sheet.name),
                        "Add a sheet that lists all sheets, each with a link.");
}

std::set<std::string> notes_in(const std::string& text) {
    static const std::regex note(R"(\[(note|nodyn) (\d+)\])");
    std::set<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), note), end; at != end; ++at) found.insert(at->str(2));
    return found;
}

/// Notes are explained where they stand alone in a cell, and referred to elsewhere.
void check_notes(const Workbook& workbook, Findings& findings) {
    std::set<std::string> explained;
    std::set<std::string> referred;
    static const std::regex alone(R"(\[(note|nodyn) \d+\])");
    for (const Sheet& sheet : workbook.sheets)
        for (const auto& [at, cell] : sheet.cells) {
            std::set<std::string>& notes =
                at.second == 1 && at.first > 1 && fits(cell.text, alone) ? explained : referred;
            notes.merge(notes_in(cell.text));
        }
    for (const std::string& note : referred)
        findings.expect(explained.contains(note), "notes-explained",
                        fmt::format("refers to a note {} that isn't there", note),
                        "Explain the note on the notes sheet.");
    for (const std::string& note : explained)
        findings.expect(referred.contains(note), "notes-explained",
                        fmt::format("explains a note {} that nothing refers to", note),
                        "Refer to the note where it applies, or remove it.");
}

}  // namespace

std::vector<Departure> departures(const Workbook& workbook) {
    std::vector<Departure> all;
    Findings findings(all, "");
    findings.expect(!workbook.title.empty(), "document-properties", "has no title",
                    "Set the title in the document's properties.");
    findings.expect(!workbook.author.empty(), "document-properties", "has no author",
                    "Set the author in the document's properties.");
    findings.expect(!workbook.language.empty(), "document-properties", "has no language",
                    "Set the language in the document's properties.");
    findings.expect(!workbook.macros, "no-macros", "holds macros", "Save it as .xlsx, without macros.");
    findings.expect(!workbook.links_outside, "no-links-outside", "takes values from other workbooks",
                    "Put the values themselves in.");
    findings.expect(workbook.opens_at == 0, "opens-at-the-cover", "opens at another sheet than the first",
                    "Save it with the first sheet in front.");
    findings.expect(!workbook.sheets.empty() && workbook.sheets.front().tables.empty(), "cover-first",
                    "begins with a table",
                    "Begin with a cover sheet: title, date, contact, and what the workbook holds.");
    check_contents(workbook, findings);
    check_notes(workbook, findings);
    for (const Sheet& sheet : workbook.sheets) check_sheet(sheet, all);
    return all;
}

}  // namespace quarterdeck::workbook_check
