#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quarterdeck/action.h"
#include "quarterdeck/period.h"
#include "quarterdeck/table.h"
#include "register/quarter.h"
#include "register/rating.h"
#include "render/board/words_table.h"
#include "render/html_text.h"
#include "report/board/block.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// The words of blocks about a quarter, in one language.
class BoardWords {
public:
    using Translations = std::vector<returns::KnownTranslation>;

    /// Keeps what it is given. What programmes said is shown in the reader's language where a translation is known,
    /// else marked with the language that it is in.
    BoardWords(const report::Locale& locale, Language language, const Translations* translations = nullptr)
        : locale_(locale), language_(language), translations_(translations) {}

    Language language() const { return language_; }

    /// The wording of "board." + key with its arguments.
    std::string operator()(const std::string& key, const std::vector<Argument>& arguments = {}) const {
        return printable(message(locale_, "board." + key, language_, arguments));
    }
    std::string in(const Text& text) const { return printable(text.in(language_)); }
    /// A wording of another section: "actions.status_complete".
    std::string other(const std::string& key) const { return locale_.get(key, language_); }

    std::string day(const Date& day) const;
    std::string day_or(const std::optional<Date>& day, const std::string& key) const;
    std::string quarter(const returns::Quarter& quarter) const;
    /// Which quarters are meant by this and last.
    std::string quarters(const returns::Quarter& quarter) const;
    std::string figure(const std::optional<Figure>& figure) const;  ///< "–" never: says that it isn't known
    std::string figure(const std::optional<Decimal>& figure) const;

    std::string rating(returns::Rating rating) const;
    WordsCell rated(const std::optional<returns::Rating>& rating, bool returned) const;
    WordsCell heading_for(report::Direction direction) const;
    WordsCell said(const report::Said& said, const std::string& none_key) const;
    WordsCell said(const std::string& text, Language language, const std::string& none_key) const;
    /// A body or role that a plan or a calendar names.
    WordsCell body(const std::string& name, const std::string& none_key) const;
    /// Words of a return behind those that a cell has. Nothing is added for none.
    void also_said(WordsCell& cell, const std::string& text, Language language) const;

    /// What a challenge says, with the entry that it is about in front unless `within` is that entry.
    std::string challenge(const report::Challenge& challenge, const std::string& within) const;
    /// Of all given: a cell of sentences, or that there are none.
    WordsCell challenges(const std::vector<report::Challenge>& challenges, const std::string& within) const;

    std::string milestone_state(const report::MilestoneLine& line) const;
    /// That a baseline date was moved, then what was decided, in the words of the return.
    void shift(const report::Shift& shift, WordsCell& cell) const;

private:
    const report::Locale& locale_;
    Language language_;
    const Translations* translations_;
};

}  // namespace quarterdeck::render
