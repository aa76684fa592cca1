#include "report/board/priorities.h"

#include <algorithm>

namespace quarterdeck::report {

namespace {

bool takes(const PriorityRequest& priority, const Action& action) {
    return std::find(priority.themes.begin(), priority.themes.end(), action.theme.en) != priority.themes.end();
}

/// Each heading as a priority of its own, in the order of the plans.
std::vector<PriorityRequest> headings(const BoardSource& source) {
    std::vector<PriorityRequest> rows;
    for (const Programme* programme : source.programmes)
        for (const Action& action : programme->actions)
            if (action.kind == Action::Kind::action &&
                std::none_of(rows.begin(), rows.end(), [&](const auto& row) { return takes(row, action); }))
                rows.push_back({action.theme, {action.theme.en}});
    return rows;
}

void count(const BoardSource& source, const Programme& programme, const Action& action, PriorityCell& cell) {
    ++cell.actions;
    if (const auto state = source.reported.state(programme.id, action.id); state.now)
        ++cell.rated[static_cast<std::size_t>(state.now->rating)];
}

}  // namespace

Priorities priorities(const BoardSource& source, const std::vector<PriorityRequest>& wanted) {
    const std::vector<PriorityRequest> rows = wanted.empty() ? headings(source) : wanted;
    Priorities matrix;
    for (const PriorityRequest& row : rows)
        matrix.rows.push_back({row.title, std::vector<PriorityCell>(source.programmes.size())});
    PriorityRow rest{{}, std::vector<PriorityCell>(source.programmes.size())};
    for (std::size_t column = 0; column < source.programmes.size(); ++column) {
        const Programme& programme = *source.programmes[column];
        matrix.programmes.push_back(programme.title);
        for (const Action& action : programme.actions) {
            if (action.kind != Action::Kind::action) continue;
            const auto row =
                std::find_if(rows.begin(), rows.end(), [&](const PriorityRequest& one) { return takes(one, action); });
            PriorityRow& into = row == rows.end() ? rest : matrix.rows[static_cast<std::size_t>(row - rows.begin())];
            count(source, programme, action, into.cells[column]);
        }
    }
    if (std::any_of(rest.cells.begin(), rest.cells.end(), [](const PriorityCell& cell) { return cell.actions > 0; }))
        matrix.rows.push_back(std::move(rest));
    return matrix;
}

}  // namespace quarterdeck::report
