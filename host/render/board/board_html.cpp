#include "render/board/board_html.h"

#include "render/board/tables.h"
#include "render/board/timeline.h"

namespace quarterdeck::render {
namespace {

using nlohmann::json;

json texts(const std::vector<std::string>& sentences) {
    json list = json::array();
    for (const std::string& text : sentences) list.push_back({{"text", text}});
    return list;
}

/// A sentence; `mark` is false where it is in the page's language.
json sentence_data(const Sentence& sentence) {
    const bool foreign = sentence.language.has_value();
    return {{"text", sentence.text},
            {"lang", foreign ? language_code(*sentence.language) : ""},
            {"mark", foreign ? json(sentence.mark) : json(false)}};
}

json cell_data(const WordsCell& cell) {
    json data = sentence_data(cell.first());
    data.update({{"rating", cell.rating},
                 {"arrow", cell.arrow},
                 {"more", sentences_data(cell.more)},
                 {"said", json::array()},
                 {"warnings", json::array()},
                 {"number", cell.number.has_value()}});
    return data;
}

/// Blocks of a page: their tables count on through it.
class Board {
public:
    Board(std::size_t& number, const PageWords& page, const report::BoardBlock& block)
        : number_(number), page_(page), words_(page.locale(), page.language(), block.translations.get()) {}

    json part(const WordsTable& table, const std::string& heading) {
        const std::string caption =
            page_("table_caption", {{"number", static_cast<std::int64_t>(++number_)}, {"title", table.title}});
        json rows = json::array();
        for (const auto& row : table.rows) rows.push_back({{"cells", cells_data(table, row)}});
        for (json& row : rows) {
            row["head"] = row["cells"].front();
            row["cells"].erase(row["cells"].begin());
        }
        json columns = json::array();
        for (const WordsColumn& column : table.columns)
            if (column.beside == WordsColumn::Beside::no) columns.push_back({{"title", column.title}});
        json shown{{"caption", caption},
                   {"region_label", page_("table_region", {{"title", table.title}})},
                   {"columns", std::move(columns)},
                   {"rows", std::move(rows)}};
        return {{"heading", heading},
                {"about", texts(table.about)},
                {"table", table.rows.empty() ? json(false) : std::move(shown)},
                {"empty", table.rows.empty() ? table.empty : ""},
                {"chart", false},
                {"matrix", false},
                {"details", false}};
    }

    json parts(const report::BoardBlock& block) {
        json list = json::array();
        if (const auto* risks = std::get_if<report::Risks>(&block.content)) {
            std::vector<WordsTable> tables = tables_of(block, words_);
            list.push_back(part(tables[0], ""));
            list.back()["matrix"] = matrix(*risks, tables[1]);
            return list;
        }
        for (const WordsTable& table : tables_of(block, words_))
            if (table.picture == WordsTable::Picture::none)  // each programme's section says how its actions fare
                list.push_back(part(table, list.empty() ? "" : table.title));
        return list;
    }

    json form_parts(const report::BoardBlock& block, const report::Form& form) {
        const auto titled = [&](WordsTable table) {
            const std::string heading = table.title;
            table.title = part_title(block, heading);
            return part(table, heading);
        };
        json list = json::array();
        list.push_back(titled(milestones_table(form.milestones, words_)));
        if (const std::string svg = timeline(form.milestones, words_); !svg.empty())
            list.back()["chart"] = {
                {"label", page_("chart_region", {{"title", part_title(block, words_("part.milestones"))}})},
                {"svg", svg}};
        list.push_back(titled(risks_table(form.risks, words_)));
        list.push_back(titled(actions_table(form, ActionsShown::exceptions, words_)));
        if (!form.issues.empty()) list.push_back(titled(issues_table(form, words_)));
        if (!form.asked.lines.empty()) list.push_back(titled(decisions_table(form.asked, words_)));
        list.push_back(titled(resources_table(form, words_)));
        list.push_back(titled(interdependencies_table(form, words_)));
        list.push_back(titled(measures_table(form, words_)));
        list.push_back(titled(actions_table(form, ActionsShown::all, words_)));
        list.back()["details"] = true;
        return list;
    }

    json form(const report::Form& form) const {
        std::vector<report::Challenge> whole;
        for (const report::Challenge& one : form.rating.challenges)
            if (one.entry.empty()) whole.push_back(one);
        const auto said = [&](const report::Said& words, const char* none) {
            return cell_data(words_.said(words, form.rating.returned ? none : "nothing_returned"));
        };
        json warnings = json::array();
        for (const report::Challenge& one : whole) warnings.push_back({{"text", words_.challenge(one, {})}});
        return {{"rating", cell_data(words_.rated(form.rating.now, form.rating.returned))},
                {"before", cell_data(words_.rated(form.rating.before, form.rating.returned_before))},
                {"direction", cell_data(words_.heading_for(form.rating.direction))},
                {"lead", cell_data(words_.body(form.rating.lead, "no_owner"))},
                {"reason", said(form.rating.reason, "no_reason")},
                {"summary", said(form.rating.summary, "no_text")},
                {"done", said(form.done, "no_text")},
                {"planned", said(form.planned, "no_text")},
                {"tally", tally(form.rating.tally)},
                {"warnings", std::move(warnings)},
                {"words", form_words()}};
    }

private:
    std::string part_title(const report::BoardBlock& block, const std::string& part) const {
        return words_("part_title", {{"title", words_.in(block.title)}, {"part", part}});
    }

    json cells_data(const WordsTable& table, const std::vector<WordsCell>& row) const {
        json cells = json::array();
        const std::string none = words_("no_challenge");
        for (std::size_t i = 0; i < row.size(); ++i) {
            const WordsColumn& column = table.columns[i];
            if (column.beside == WordsColumn::Beside::no) {
                cells.push_back(cell_data(row[i]));
            } else if (column.beside == WordsColumn::Beside::said) {
                json said = sentence_data(row[i].first());
                said["title"] = column.title;
                cells.back()["said"].push_back(std::move(said));
                for (const Sentence& more : row[i].more) {
                    said = sentence_data(more);
                    said["title"] = "";
                    cells.back()["said"].push_back(std::move(said));
                }
            } else if (row[i].text != none) {
                cells.back()["warnings"].push_back({{"text", row[i].text}});
                for (const Sentence& more : row[i].more) cells.back()["warnings"].push_back({{"text", more.text}});
            }
        }
        return cells;
    }

    json matrix(const report::Risks& risks, const WordsTable& table) {
        if (risks.lines.empty()) return false;
        json rows = json::array();
        int likelihood = static_cast<int>(table.rows.size());
        const std::string none = words_("no_risk");
        for (const auto& row : table.rows) {
            json cells = json::array();
            for (std::size_t i = 1; i < row.size(); ++i)
                cells.push_back({{"text", row[i].text == none ? "" : row[i].text},
                                 {"band", band(likelihood * static_cast<int>(i))}});
            rows.push_back({{"title", row.front().text}, {"cells", std::move(cells)}});
            --likelihood;
        }
        json columns = json::array();
        for (int impact = 1; impact <= static_cast<int>(table.rows.size()); ++impact)
            columns.push_back({{"title", words_("impact." + std::to_string(impact))}});
        return {{"caption",
                 page_("table_caption", {{"number", static_cast<std::int64_t>(++number_)}, {"title", table.title}})},
                {"region_label", page_("table_region", {{"title", table.title}})},
                {"about", words_("matrix_about")},
                {"likelihood", words_("column.likelihood")},
                {"impact", words_("column.impact")},
                {"columns", std::move(columns)},
                {"rows", std::move(rows)}};
    }

    static std::string band(int score) {
        constexpr int severe = 15;
        constexpr int high = 10;
        constexpr int moderate = 5;
        if (score >= severe) return "severe";
        if (score >= high) return "high";
        return score >= moderate ? "moderate" : "low";
    }

    json tally(const report::ActionTally& tally) const {
        json list = json::array();
        for (std::size_t i = returns::rating_names.size(); i-- > 0;) {
            const auto rating = static_cast<returns::Rating>(i);
            list.push_back({{"count", std::to_string(tally.rated[i])},
                            {"rating", std::string(name(rating))},
                            {"text", words_.rating(rating)}});
        }
        list.push_back({{"count", std::to_string(tally.actions - tally.returned)},
                        {"rating", "none"},
                        {"text", words_.other("actions.not_returned")}});
        return list;
    }

    json form_words() const {
        return {{"rating", words_("column.rating")},
                {"before", words_("column.rating_before")},
                {"direction", words_("column.direction")},
                {"lead", words_("column.lead")},
                {"reason", words_("column.reason")},
                {"summary", words_("part.summary")},
                {"done", words_("part.done")},
                {"planned", words_("part.planned")},
                {"tally", words_("part.tally")},
                {"warning", words_("column.challenges")}};
    }

    std::size_t& number_;
    const PageWords& page_;
    BoardWords words_;
};

std::string kind_of(const report::BoardContent& content) {
    constexpr std::array<const char*, std::variant_size_v<report::BoardContent>> kinds{
        "ratings",  "decisions",   "milestones", "risks",    "priorities", "form",
        "calendar", "corrections", "criteria",   "progress", "definitions"};
    return kinds[content.index()];
}

}  // namespace

json sentences_data(const std::vector<Sentence>& sentences) {
    json list = json::array();
    for (const Sentence& sentence : sentences) list.push_back(sentence_data(sentence));
    return list;
}

json board_data(const report::BoardBlock& block, std::size_t& number, const PageWords& words) {
    Board board(number, words, block);
    const auto* form = std::get_if<report::Form>(&block.content);
    return {{"kind", kind_of(block.content)},
            {"form", form == nullptr ? json(false) : board.form(*form)},
            {"parts", form == nullptr ? board.parts(block) : board.form_parts(block, *form)}};
}

}  // namespace quarterdeck::render
