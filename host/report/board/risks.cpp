#include "report/board/risks.h"

#include <algorithm>
#include <tuple>

#include "report/challenge/rules.h"

namespace quarterdeck::report {

namespace {

const returns::Risk* find(const returns::Return* content, const std::string& id) {
    if (content == nullptr) return nullptr;
    const auto found =
        std::find_if(content->risks.begin(), content->risks.end(), [&](const auto& one) { return one.id == id; });
    return found == content->risks.end() ? nullptr : &*found;
}

RiskLine line_of(const BoardSource& source, const Programme& programme, const std::string& id, const Text& title) {
    RiskLine line{.programme = programme.id,
                  .programme_title = programme.title,
                  .id = id,
                  .title = title,
                  .risk = {},
                  .score_before = {}};
    if (const returns::Return* content = source.reported.find(programme.id)) line.language = content->language;
    if (const returns::Risk* now = find(source.reported.find(programme.id), id)) line.risk = *now;
    if (line.risk && rules::without_mitigation(*line.risk) &&
        !source.off.contains(ChallengeRule::risk_without_mitigation))
        line.challenges.push_back({.rule = ChallengeRule::risk_without_mitigation, .entry = id});
    if (const returns::Risk* before = find(source.reported.find(programme.id, 1), id))
        line.score_before = before->score();
    return line;
}

/// Of the plan in its order, then what the return brings in.
std::vector<RiskLine> open_risks(const BoardSource& source, const Programme& programme) {
    std::vector<RiskLine> lines;
    for (const Action& entry : programme.actions)
        if (entry.kind == Action::Kind::risk) lines.push_back(line_of(source, programme, entry.id, entry.title));
    if (const returns::Return* content = source.reported.find(programme.id))
        for (const returns::Risk& risk : content->risks)
            if (std::none_of(lines.begin(), lines.end(), [&](const RiskLine& line) { return line.id == risk.id; }))
                lines.push_back(line_of(source, programme, risk.id, {}));
    std::erase_if(lines, [](const RiskLine& line) { return line.risk && line.risk->closed; });
    return lines;
}

/// Highest first; those that weren't returned last.
bool graver(const RiskLine& one, const RiskLine& other) {
    const auto key = [](const RiskLine& line) {
        return line.risk ? std::tuple(line.risk->score(), line.risk->impact, -static_cast<int>(line.risk->trend))
                         : std::tuple(0, 0, 0);
    };
    return key(one) > key(other);
}

Risks finished(std::vector<RiskLine> lines, std::size_t most) {
    Risks risks;
    std::stable_sort(lines.begin(), lines.end(), graver);
    if (most != all_lines && lines.size() > most) {
        risks.more = lines.size() - most;
        lines.resize(most);
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].risk) lines[i].number = i + 1;
    risks.lines = std::move(lines);
    return risks;
}

}  // namespace

Risks risks_of(const BoardSource& source, const Programme& programme, std::size_t most) {
    return finished(open_risks(source, programme), most);
}

Risks top_risks(const BoardSource& source, std::size_t most) {
    std::vector<RiskLine> all;
    for (const Programme* programme : source.programmes)
        for (RiskLine& line : open_risks(source, *programme))
            if (line.risk) all.push_back(std::move(line));
    Risks risks = finished(std::move(all), most);
    risks.all_programmes = true;
    return risks;
}

}  // namespace quarterdeck::report
