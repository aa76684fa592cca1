#include "render/board/board_words.h"

#include "render/action_words.h"
#include "render/body_name.h"
#include "render/date_text.h"

namespace quarterdeck::render {

std::string BoardWords::day(const Date& day) const {
    return date_text(day, language_);
}

std::string BoardWords::day_or(const std::optional<Date>& day, const std::string& key) const {
    return day ? this->day(*day) : (*this)(key);
}

std::string BoardWords::quarter(const returns::Quarter& quarter) const {
    return printable(message(locale_, "actions.quarter", language_,
                             {{"year", quarter.year()}, {"number", std::int64_t{quarter.number()}}}));
}

std::string BoardWords::quarters(const returns::Quarter& quarter) const {
    return printable(quarters_text(quarter, locale_, language_));
}

std::string BoardWords::figure(const std::optional<Figure>& figure) const {
    return figure_text(figure.value_or(Marker::not_available));
}

std::string BoardWords::figure(const std::optional<Decimal>& figure) const {
    return figure ? figure_text(*figure) : std::string(marker_text(Marker::not_available));
}

std::string BoardWords::rating(returns::Rating rating) const {
    return other("actions.rating_" + std::string(name(rating)));
}

WordsCell BoardWords::rated(const std::optional<returns::Rating>& rating, bool returned) const {
    if (rating) return {.text = this->rating(*rating), .rating = std::string(name(*rating))};
    return {.text = returned ? (*this)("no_rating") : other("actions.not_returned"), .rating = "none"};
}

WordsCell BoardWords::heading_for(report::Direction direction) const {
    switch (direction) {
        case report::Direction::better: return {.text = (*this)("direction.better"), .arrow = "better"};
        case report::Direction::same: return {.text = (*this)("direction.same"), .arrow = "same"};
        case report::Direction::worse: return {.text = (*this)("direction.worse"), .arrow = "worse"};
        case report::Direction::not_known: break;
    }
    return {.text = (*this)("direction.not_known")};
}

WordsCell BoardWords::said(const std::string& text, Language language, const std::string& none_key) const {
    if (text.empty()) return {.text = (*this)(none_key)};
    if (language == language_) return {.text = printable(text)};
    if (translations_ != nullptr)
        for (const returns::KnownTranslation& known : *translations_) {
            if (known.source != text) continue;
            WordsCell cell{.text = printable(known.text)};
            if (!known.reviewed) cell.more.push_back({(*this)("not_reviewed")});
            return cell;
        }
    return {.text = printable(text),
            .language = language,
            .mark = (*this)(std::string("only_in.") + language_code(language))};
}

WordsCell BoardWords::body(const std::string& name, const std::string& none_key) const {
    if (name.empty()) return {.text = (*this)(none_key)};
    const Sentence body = body_name(name, locale_, language_);
    return {.text = body.text, .language = body.language, .mark = body.mark};
}

void BoardWords::also_said(WordsCell& cell, const std::string& text, Language language) const {
    if (text.empty()) return;
    const WordsCell words = said(text, language, "no_text");
    cell.more.push_back(words.first());
    cell.more.insert(cell.more.end(), words.more.begin(), words.more.end());
}

WordsCell BoardWords::said(const report::Said& said, const std::string& none_key) const {
    return this->said(said.text, said.language, none_key);
}

std::string BoardWords::challenge(const report::Challenge& challenge, const std::string& within) const {
    std::string sentence = (*this)("challenge." + std::string(name(challenge.rule)) + ".found",
                                   {{"milestone", printable(challenge.milestone)},
                                    {"date", challenge.date ? day(*challenge.date) : (*this)("no_baseline")}});
    if (challenge.entry.empty() || challenge.entry == within) return sentence;
    return (*this)("about_entry", {{"entry", printable(challenge.entry)}, {"sentence", sentence}});
}

WordsCell BoardWords::challenges(const std::vector<report::Challenge>& challenges, const std::string& within) const {
    if (challenges.empty()) return {.text = (*this)("no_challenge")};
    WordsCell cell{.text = challenge(challenges.front(), within)};
    for (std::size_t i = 1; i < challenges.size(); ++i) cell.more.push_back({challenge(challenges[i], within)});
    return cell;
}

std::string BoardWords::milestone_state(const report::MilestoneLine& line) const {
    if (!line.state) return other("actions.not_returned");
    return other("return.milestone_" +
                 std::string(returns::milestone_state_names[static_cast<std::size_t>(*line.state)]));
}

void BoardWords::shift(const report::Shift& shift, WordsCell& cell) const {
    const std::string from = day_or(shift.from, "no_baseline");
    if (!shift.decision || !shift.decision->decided_on) {
        cell.more.push_back({(*this)("shift.undecided", {{"decision", printable(shift.decision_id)}, {"from", from}})});
        return;
    }
    const WordsCell owner = said(shift.decision->owner, shift.language, "no_owner");
    const WordsCell outcome = said(shift.decision->outcome, shift.language, "no_outcome");
    const std::string decided = (*this)(
        "shift.decided",
        {{"decision", printable(shift.decision_id)}, {"from", from}, {"date", day(*shift.decision->decided_on)}});
    const bool alike = owner.language == outcome.language;
    Sentence told = outcome.first();
    if (alike) told.text = (*this)("side_says", {{"side", owner.text}, {"view", outcome.text}});
    if (alike && !told.language) {
        told.text = decided + " " + told.text;
    } else {
        cell.more.push_back({decided});
        if (!alike) cell.more.push_back(owner.first());
    }
    cell.more.push_back(told);
    cell.more.insert(cell.more.end(), outcome.more.begin(), outcome.more.end());
}

}  // namespace quarterdeck::render
