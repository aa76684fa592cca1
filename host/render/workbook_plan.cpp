#include "render/workbook_plan.h"

#include <algorithm>
#include <variant>

#include "render/board/tables.h"
#include "render/workbook_text.h"

namespace quarterdeck::render::spreadsheet {
namespace {

class Planner {
public:
    Planner(const Settings& settings, const Words& words) : settings_(settings), words_(words) {
        plan_.cover = names_.take(words("cover_sheet"));
        plan_.contents = names_.take(words("contents_sheet"));
        plan_.notes_sheet = names_.take(words("notes_sheet"));
        plan_.certificate = names_.take(words("certificate_sheet"));
        plan_.provenance = names_.take(words("provenance_sheet"));
    }

    void add(const report::Section& section, const report::Block& block) {
        ++number_;
        std::visit([&](const auto& part) { add_part(section, block, part); }, block);
    }

    Plan finish() {
        if (plan_.notes.empty()) plan_.notes_sheet.clear();
        return std::move(plan_);
    }

private:
    PlannedSheet& add_sheet(PlannedSheet::Kind kind, const report::Section& section, const report::Block& block,
                            const std::string& name, const std::string& wording, const Text& title) {
        const std::string number = std::to_string(number_);
        plan_.sheets.push_back({kind,
                                &section,
                                &block,
                                number_,
                                names_.take(number + " " + name),
                                filled(words_(wording), {{"number", number}, {"title", words_.in(title)}}),
                                {},
                                {},
                                0});
        return plan_.sheets.back();
    }

    void add_part(const report::Section& section, const report::Block& block, const report::TableBlock& table) {
        PlannedSheet& sheet =
            add_sheet(PlannedSheet::Kind::table, section, block, words_.in(table.title), "table_title", table.title);
        note(table.definition, sheet);
        for (const Text& text : table.notes) note(text, sheet);
        if (!table.chart || !settings_.charts || table.table.rows().empty() || table.table.labels().empty()) return;
        const std::string table_sheet = sheet.name;
        add_sheet(PlannedSheet::Kind::chart, section, block, words_("chart_sheet"), "chart_title", table.chart->title)
            .table_sheet = table_sheet;
    }

    void add_part(const report::Section& section, const report::Block& block, const report::ActionsBlock& actions) {
        add_sheet(PlannedSheet::Kind::actions, section, block, words_.in(actions.title), "table_title", actions.title);
    }

    /// A sheet for each table, and for what is drawn of it.
    void add_part(const report::Section& section, const report::Block& block, const report::BoardBlock& board) {
        const std::vector<WordsTable> tables =
            tables_of(board, BoardWords(words_.locale(), words_.language(), board.translations.get()));
        for (std::size_t part = 0; part < tables.size(); ++part) {
            if (part > 0) ++number_;
            const Text title{tables[part].title, tables[part].title};
            PlannedSheet& sheet =
                add_sheet(PlannedSheet::Kind::board, section, block, tables[part].title, "table_title", title);
            sheet.part = part;
            if (tables[part].picture == WordsTable::Picture::none || tables[part].rows.empty() || !settings_.charts)
                continue;
            const std::string table_sheet = sheet.name;
            PlannedSheet& chart =
                add_sheet(PlannedSheet::Kind::board_chart, section, block, words_("chart_sheet"), "chart_title", title);
            chart.part = part;
            chart.table_sheet = table_sheet;
        }
    }

    void add_part(const report::Section& section, const report::Block& block, const report::MissingBlock& missing) {
        add_sheet(PlannedSheet::Kind::missing, section, block, words_.in(missing.title), "missing_title",
                  missing.title);
    }

    void note(const Text& text, PlannedSheet& sheet) {
        const std::string& words = words_.in(text);
        if (one_line(words).empty()) return;
        auto found =
            std::find_if(plan_.notes.begin(), plan_.notes.end(), [&](const Note& note) { return note.text == words; });
        if (found == plan_.notes.end()) found = plan_.notes.insert(found, {words, {}});
        const auto number = static_cast<std::size_t>(found - plan_.notes.begin()) + 1;
        if (std::find(sheet.notes.begin(), sheet.notes.end(), number) != sheet.notes.end()) return;
        sheet.notes.push_back(number);
        found->tables.push_back(sheet.number);
    }

    const Settings& settings_;
    const Words& words_;
    SheetNames names_;
    Plan plan_;
    std::size_t number_ = 0;
};

}  // namespace

const std::string& Words::rule(const std::string& id, const std::string& otherwise) const {
    const auto known = locale_.all().find("page.rule." + id);
    return known == locale_.all().end() ? otherwise : in(known->second);
}

Plan plan(const report::Report& report, const Settings& settings, const Words& words) {
    Planner planner(settings, words);
    for (const report::Section& section : report.sections)
        for (const report::Block& block : section.blocks) planner.add(section, block);
    return planner.finish();
}

std::string note_references(const std::vector<std::size_t>& notes, const Words& words) {
    std::string references;
    for (const std::size_t note : notes)
        references += " " + filled(words("notes.reference"), {{"number", std::to_string(note)}});
    return references;
}

}  // namespace quarterdeck::render::spreadsheet
