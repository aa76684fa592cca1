#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "quarterdeck/text.h"
#include "render/workbook_settings.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::render::spreadsheet {

/// The words of the workbook's section of the locale, in one language.
class Words {
public:
    Words(const report::Locale& locale, Language language) : locale_(locale), language_(language) {}

    /// Throws `Refusal` naming the unknown key.
    const std::string& operator()(const std::string& key) const { return locale_.get("workbook." + key, language_); }
    /// A rule of the records by its id, or `otherwise` where the locale has no words for it.
    const std::string& rule(const std::string& id, const std::string& otherwise) const;
    const std::string& in(const Text& text) const { return text.in(language_); }
    Language language() const { return language_; }
    const report::Locale& locale() const { return locale_; }

private:
    const report::Locale& locale_;
    Language language_;
};

/// A sheet with one block of the report, or with its chart.
struct PlannedSheet {
    enum class Kind { table, chart, actions, board, board_chart, missing };

    Kind kind = Kind::table;
    const report::Section* section = nullptr;
    const report::Block* block = nullptr;
    std::size_t number = 0;          ///< of the table; its chart has the same
    std::string name;                ///< of the sheet; has a space, so that the library quotes it in references
    std::string title;               ///< with its number, without its notes
    std::vector<std::size_t> notes;  ///< numbers of the notes that the title refers to
    std::string table_sheet;         ///< of a chart: where its figures are
    std::size_t part = 0;            ///< of a block about a quarter: which of its tables, from 0
};

/// A note, and the numbers of the tables that refer to it.
struct Note {
    std::string text;
    std::vector<std::size_t> tables;
};

/// Which sheets the workbook has, in order, and what they are called. Definitions and notes of tables become
/// numbered notes; equal ones share a number.
struct Plan {
    std::string cover;
    std::string contents;
    std::string notes_sheet;  ///< empty when there are no notes
    std::string certificate;
    std::string provenance;
    std::vector<Note> notes;
    std::vector<PlannedSheet> sheets;
};

/// The report must outlive the plan.
Plan plan(const report::Report& report, const Settings& settings, const Words& words);

/// What the title of a sheet is followed by: " [note 1] [note 3]", or nothing.
std::string note_references(const std::vector<std::size_t>& notes, const Words& words);

}  // namespace quarterdeck::render::spreadsheet
