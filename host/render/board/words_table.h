#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "quarterdeck/period.h"
#include "quarterdeck/text.h"

namespace quarterdeck::render {

/// Words in the page's language, or in another with a mark behind them that says which: "(Welsh only)".
struct Sentence {
    std::string text;
    std::optional<Language> language{};  ///< of words from a return, where it isn't the page's
    std::string mark{};                  ///< in the page's language; empty where `language` is nothing

    /// Both, where they can't be told apart by markup.
    std::string marked() const { return mark.empty() ? text : text + " " + mark; }

    bool operator==(const Sentence&) const = default;
};

/// What stands in one place of a table of words. In a workbook its parts follow each other, each on a line.
struct WordsCell {
    std::string text;
    std::string rating{};                 ///< "green": a mark in its colour and shape stands before the word
    std::string arrow{};                  ///< "better": an arrow stands before the word
    std::optional<Language> language{};   ///< of `text`, as a sentence has it
    std::string mark{};                   ///< of `text`, as a sentence has it
    std::vector<Sentence> more{};         ///< each on a line
    std::optional<std::size_t> number{};  ///< a figure, stored as one in a workbook
    std::optional<Date> date{};           ///< stored as one in a workbook

    Sentence first() const { return {text, language, mark}; }

    bool operator==(const WordsCell&) const = default;
};

/// A cell's parts, each on a line of its own, with their marks.
inline std::string lines_of(const WordsCell& cell) {
    std::string text = cell.first().marked();
    for (const Sentence& more : cell.more) text += "\n" + more.marked();
    return text;
}

/// A cell with nothing but a figure.
inline WordsCell counted(std::size_t number) {
    return {.text = std::to_string(number), .number = number};
}

struct WordsColumn {
    std::string title;
    double width = 0;  ///< in a workbook, in Excel's characters
    /// On a page it stands in the column before it, since it belongs to what is there: `said` with its title in front,
    /// `warns` as a challenge of it, or not at all where there is none.
    enum class Beside { no, said, warns } beside = Beside::no;

    bool operator==(const WordsColumn&) const = default;
};

/// A table of words as pages and workbooks show it. Every row has a cell for each column; none is empty.
struct WordsTable {
    /// What is drawn of it. A page has that, or says it in another form, instead of the table.
    enum class Picture { none, tallies, timeline };

    std::string title;
    std::vector<std::string> about;  ///< sentences that belong to the table
    std::vector<WordsColumn> columns;
    std::vector<std::vector<WordsCell>> rows;
    std::string empty;  ///< what is said where there are no rows
    Picture picture = Picture::none;

    bool operator==(const WordsTable&) const = default;
};

}  // namespace quarterdeck::render
