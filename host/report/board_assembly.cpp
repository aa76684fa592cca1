#include "report/board_assembly.h"

#include <algorithm>

namespace quarterdeck::report {
namespace {

using Kind = BlockRequest::Kind;

constexpr std::size_t quarters_of_a_year = 4;

/// The wording of a block's title where the template gives none.
std::string title_key(const BlockRequest& request) {
    switch (request.kind) {
        case Kind::ratings: return "board.title.ratings";
        case Kind::decisions: return "board.title.decisions_" + request.of;
        case Kind::milestones: return "board.title.milestones_overdue";
        case Kind::risks: return "board.title.risks";
        case Kind::priorities: return "board.title.priorities";
        case Kind::calendar: return "board.title.calendar";
        case Kind::corrections: return "board.title.corrections";
        case Kind::criteria: return "board.title.criteria";
        case Kind::definitions: return "board.title.definitions";
        default: return "board.title.progress";
    }
}

}  // namespace

BoardAssembly::BoardAssembly(const TemplateFolder& folder, const Material& material)
    : folder_(folder),
      material_(material),
      nothing_{.quarter = returns::Quarter::of(material.as_at),
               .quarters = std::vector<std::vector<returns::Return>>(quarters_of_a_year)} {
    if (material.reported)
        translations_ = std::make_shared<const std::vector<returns::KnownTranslation>>(material.reported->translations);
}

BoardSource BoardAssembly::source() const {
    return {.programmes = material_.programmes,
            .reported = material_.reported ? *material_.reported : nothing_,
            .as_at = material_.as_at,
            .off = folder_.rules_off,
            .figure = [this](const std::string& programme, const std::string& metric) {
                return figure(programme, metric);
            }};
}

std::optional<Figure> BoardAssembly::figure(const std::string& programme, const std::string& metric) const {
    const auto slash = metric.find('/');
    const auto found = material_.tables.find({programme, metric.substr(0, slash)});
    if (slash == std::string::npos || found == material_.tables.end()) return std::nullopt;
    const Table& table = found->second.table();
    const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                     [&](const Column& one) { return one.id == metric.substr(slash + 1); });
    const auto total =
        std::find_if(table.rows.begin(), table.rows.end(), [](const TableRow& row) { return row.total; });
    const auto row = table.rows.size() == 1 ? table.rows.begin() : total;
    if (column == table.columns.end() || row == table.rows.end()) return std::nullopt;
    return row->figures[static_cast<std::size_t>(column - table.columns.begin())];
}

std::optional<BoardContent> BoardAssembly::content(const BlockRequest& request) const {
    const BoardSource source = this->source();
    switch (request.kind) {
        case Kind::ratings: {
            Ratings all = ratings(source);
            all.with_register = material_.reported.has_value();
            return all;
        }
        case Kind::decisions:
            return decisions(source, request.of == "asked" ? Decisions::Kind::asked : Decisions::Kind::taken, {},
                             request.most);
        case Kind::milestones: return overdue_milestones(source, request.most);
        case Kind::risks: return top_risks(source, request.most);
        case Kind::priorities: return priorities(source, request.rows);
        case Kind::calendar: return calendar_days(source);
        case Kind::corrections: return corrections(source);
        case Kind::criteria: return criteria(folder_.rules_off);
        case Kind::progress: return progress(source, request.of);
        case Kind::definitions: return definition_changes(source);
        default: return std::nullopt;
    }
}

std::optional<BoardBlock> BoardAssembly::block(const BlockRequest& request) const {
    std::optional<BoardContent> made = content(request);
    if (!made) return std::nullopt;
    const Text title = request.title.en.empty() ? folder_.locale.text(title_key(request)) : request.title;
    return BoardBlock{
        .id = {}, .programme = {}, .title = title, .content = std::move(*made), .translations = translations_};
}

BoardBlock BoardAssembly::form(const BlockRequest& request, const Programme& programme) const {
    return {.id = {},
            .programme = programme.id,
            .title = request.title.en.empty() ? programme.title : request.title,
            .content = report::form(source(), programme),
            .translations = translations_};
}

}  // namespace quarterdeck::report
