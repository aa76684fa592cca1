#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "disclosure/certificate.h"
#include "quarterdeck/period.h"
#include "quarterdeck/query.h"
#include "query/answer.h"

namespace quarterdeck::disclosure {

/// A table's figures that count staff, as a release let its readers know them. What a figure is of is told by rules,
/// in one form whatever the order or the ids in which a plugin or template has them: the population, the row's
/// records, the group that the measure picks, what it counts, and the date.
struct PublishedTable {
    /// What a figure counts, of a row's records.
    struct Kind {
        std::string id;  ///< of the measure; a name for messages
        Count count = Count::headcount;
        Rule where = everyone();
        Date date;                           ///< at which people are counted, or to which they moved
        Movement movement = Movement::none;  ///< since `since`, where there is one
        Date since;                          ///< `date` without a movement

        bool operator==(const Kind&) const = default;
    };

    struct Line {
        std::string id;  ///< of the row; a name for messages
        Rule where = everyone();
        bool total = false;                ///< of all records that fit another line
        std::vector<std::string> of{};     ///< for each label "one" value, or "all"
        std::vector<std::string> figures;  ///< for each kind: plain digits, "[c]" or "[x]"

        bool operator==(const Line&) const = default;
    };

    std::string name;  ///< "imaging/diagnostic_radiology"
    Rule population = everyone();
    std::vector<Kind> kinds;
    std::vector<Line> lines;

    bool operator==(const PublishedTable&) const = default;
};

/// published-figures.json: what readers of a release know of counts of staff, and nothing that it hides.
struct PublishedFigures {
    Date as_at;
    std::vector<PublishedTable> tables;

    bool operator==(const PublishedFigures&) const = default;
};

/// The same records whatever the order in which a rule names them.
Rule canonical(const Rule& rule);

/// What one figure is printed as.
std::string printed(const query::Cell& cell, const Measure& measure, Fate fate);

/// Of a release: its queries, their tables' names, the answers to them, and the fates of their cells. Further answers
/// and fates are left out.
PublishedFigures published_figures(const std::vector<Query>& queries, const std::vector<std::string>& names,
                                   const std::vector<query::Answer>& answers,
                                   const std::vector<std::vector<Fate>>& fates, Date as_at);

std::string text_of(const PublishedFigures& figures);

/// Throws `Refusal` when it isn't the text of published figures; `place` names it.
PublishedFigures figures_from(std::string_view text, const std::string& place);

}  // namespace quarterdeck::disclosure
