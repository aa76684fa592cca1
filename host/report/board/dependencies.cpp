#include "report/board/dependencies.h"

#include <algorithm>

namespace quarterdeck::report {

namespace {

View view_of(const BoardSource& source, const Programme& owner, const Action& entry, const std::string& side) {
    const Programme* programme = source.programme(side);
    View view{.side = side,
              .side_title = programme == nullptr ? Text{side, side} : programme->title,
              .returns = programme != nullptr,
              .rating = {},
              .view = {}};
    for (const returns::SideView& seen : source.reported.views(owner.id, entry.id)) {
        if (seen.programme != side) continue;
        view.rating = seen.dependency.rating;
        const returns::Return* content = source.reported.find(side);
        view.view = {seen.dependency.view, content == nullptr ? Language::english : content->language};
    }
    return view;
}

DependencyLine line_of(const BoardSource& source, const Programme& owner, const Action& entry) {
    DependencyLine line{.programme = owner.id,
                        .id = entry.id,
                        .title = entry.title,
                        .own = view_of(source, owner, entry, owner.id),
                        .others = {}};
    for (const std::string& side : entry.with) line.others.push_back(view_of(source, owner, entry, side));
    return line;
}

}  // namespace

std::vector<DependencyLine> dependencies_of(const BoardSource& source, const Programme& programme, Action::Kind kind) {
    std::vector<DependencyLine> lines;
    for (const Action& entry : programme.actions)
        if (entry.kind == kind) lines.push_back(line_of(source, programme, entry));
    if (kind != Action::Kind::interdependency) return lines;
    for (const Programme* other : source.programmes)
        for (const Action& entry : other->actions)
            if (other->id != programme.id && entry.kind == kind &&
                std::find(entry.with.begin(), entry.with.end(), programme.id) != entry.with.end())
                lines.push_back(line_of(source, *other, entry));
    return lines;
}

}  // namespace quarterdeck::report
