#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace quarterdeck::returns {

/// One entry of the register's journal. `body` is JSON, which `codec.h` writes and reads.
struct JournalEntry {
    std::int64_t number = 0;  ///< from 1, without a gap, in the order of appending
    std::string kind;         ///< "return", "approval", "calendar", "definitions", "edition" or "translation"
    std::string programme;    ///< may be empty
    std::string quarter;      ///< may be empty
    std::string body;
};

/// Which entries to read. Empty texts choose all.
struct JournalChoice {
    std::string kind;
    std::string programme{};
    std::string quarter{};
    std::int64_t up_to;  ///< number of the last entry that counts
};

/// Where the register keeps what is appended: an SQLite file or a PostgreSQL database. All members throw `Refusal`.
class Journal {
public:
    /// Creates the register, or brings it to this program's version, where that is needed and `create` or a register
    /// is there.
    static Journal open(const std::string& place, bool create);

    Journal(Journal&&) noexcept;
    Journal& operator=(Journal&&) noexcept;
    ~Journal();

    /// Appends whole or not at all, and gives the entry's number. Its own `number` is ignored.
    std::int64_t append(const JournalEntry& entry);

    /// Appends all entries or none. They are of one kind; throws `Refusal` when one of that kind was appended after the
    /// entry numbered `known_up_to`.
    void append_unless_newer(const std::vector<JournalEntry>& entries, std::int64_t known_up_to);

    /// In the order of their numbers, as they stand at one moment.
    std::vector<JournalEntry> read(const JournalChoice& choice) const;

    std::int64_t last_number() const;

    /// Throws the `Refusal` for an entry that this program doesn't understand.
    [[noreturn]] void refuse_content(std::int64_t number) const;

private:
    struct State;
    explicit Journal(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace quarterdeck::returns
