#include "report/board/measures.h"

#include "report/challenge/rules.h"

namespace quarterdeck::report {

namespace {

using Course = MeasureLine::Course;

Text indicator_of(const Action& entry, Indicator::Kind kind) {
    if (kind == Indicator::Kind::measure && !entry.measure.en.empty()) return entry.measure;
    for (const Indicator& one : entry.indicators)
        if (one.kind == kind) return one.title;
    return {};
}

std::optional<Figure> actual_of(const BoardSource& source, const std::string& programme,
                                const returns::Measurement& measurement) {
    if (measurement.actual) return *measurement.actual;
    if (measurement.metric.empty()) return std::nullopt;
    return source.figure ? source.figure(programme, measurement.metric) : std::nullopt;
}

std::optional<Decimal> before_of(const returns::Return* before, const returns::Measurement& now) {
    if (before != nullptr)
        for (const returns::Measurement& then : before->measurements)
            if (then.id == now.id && then.kind == now.kind) return then.actual;
    return std::nullopt;
}

Course course_of(const returns::Measurement& now, const std::optional<Decimal>& before) {
    if (!now.actual || !now.target || !(before || now.baseline)) return Course::not_known;
    if (rules::moving_away(now, before)) return Course::away;
    if (rules::has_reached(now)) return Course::reached;
    return rules::is_same(*now.actual, before ? *before : *now.baseline) ? Course::unchanged : Course::towards;
}

}  // namespace

std::vector<MeasureLine> measures_of(const BoardSource& source, const Programme& programme) {
    std::vector<MeasureLine> lines;
    const returns::Return* content = source.reported.find(programme.id);
    if (content == nullptr) return lines;
    for (const Action& entry : programme.actions)
        for (returns::Measurement one : content->measurements) {
            if (one.id != entry.id) continue;
            const std::optional<Figure> actual = actual_of(source, programme.id, one);
            if (const auto* number = actual ? std::get_if<Decimal>(&*actual) : nullptr) one.actual = *number;
            const std::optional<Decimal> before = before_of(source.reported.find(programme.id, 1), one);
            lines.push_back({.id = entry.id,
                             .title = entry.title,
                             .kind = one.kind,
                             .indicator = indicator_of(entry, one.kind),
                             .baseline = one.baseline,
                             .target = one.target,
                             .actual = actual,
                             .before = before,
                             .course = course_of(one, before),
                             .narrative = {one.narrative, content->language}});
        }
    return lines;
}

}  // namespace quarterdeck::report
