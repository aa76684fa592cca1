#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/csv.h"
#include "snapshot/assignment_rows.h"
#include "snapshot/dictionary.h"
#include "snapshot/posts.h"
#include "validate/values.h"

namespace quarterdeck::snapshot {

/// Reads chunks of staff records: checks every row and keeps those at wanted dates. Belongs to one thread; its
/// rows hold numbers of its own dictionaries.
class AssignmentReader {
public:
    /// Without `wanted`, all dates are.
    AssignmentReader(const std::vector<Date>* wanted, std::uint64_t hash_mask)
        : wanted_(wanted), hash_mask_(hash_mask) {}

    /// `text` is what stands in that range of the file. The chunks of a file come in its order.
    ChunkRows read(const AssignmentFile& file, extract::Chunk range, std::string_view text, RowStore& store);

    const Dictionary& dictionary(std::size_t coded_field) const { return coded_[coded_field].dictionary; }
    const extract::LongArray<Post>& posts() const { return posts_.all(); }

    /// What a row says in a coded field, as a number of its dictionary.
    std::uint16_t code(const AssignmentRow& row, std::size_t coded_field) const {
        return coded_field < place_fields ? row.places[coded_field]
                                          : posts()[row.post].codes[coded_field - place_fields];
    }

private:
    using Finding = std::optional<validate::Rule>;

    struct Coded {
        Dictionary dictionary;
        std::vector<std::uint8_t> traits;  ///< one a number of the dictionary
    };

    std::string_view cell(AssignmentField field) const {
        const std::string_view text = (*row_)[columns_[static_cast<std::size_t>(field)]];
        if (text.empty() || (text.front() > ' ' && text.back() > ' ')) return text;
        return validate::trimmed(text);
    }
    void take();
    std::optional<std::uint16_t> date_number(std::string_view text);
    std::int32_t read_birth();
    void check_readable(AssignmentField field, validate::Rule rule);
    std::uint8_t code_values(AssignmentRow& row);
    std::uint16_t code_value(std::size_t coded_field, std::uint8_t& traits);
    Posts::Wording wording();
    Post read_post();
    void identify(AssignmentRow& row, Date date);
    std::uint64_t place_hash(const AssignmentRow& row);
    Finding left_out_by_rule(std::uint8_t traits) const;
    Finding missing_identity() const;
    Finding read_fte(AssignmentRow& row);
    void note_kept(const AssignmentRow& row, Date date, std::uint8_t traits);
    void add(validate::Rule rule, std::string_view quote = {}) {
        if (noted_[static_cast<std::size_t>(rule)]++ < validate::places_kept)
            out_.tally.add(rule, out_.range.begin + row_->offset(), quote);
        else
            out_.tally.count_again(rule);
    }

    const std::vector<Date>* wanted_;
    std::uint64_t hash_mask_;
    std::array<Coded, coded_fields.size()> coded_;
    Posts posts_;
    std::string wording_;  ///< of the row's post, where it must be put together
    std::optional<std::pair<std::size_t, std::size_t>> side_by_side_;  ///< the first and last column of a post
    const AssignmentFile* file_ = nullptr;
    std::array<std::uint64_t, validate::rule_count> noted_{};  ///< how often each rule struck in this file so far
    std::array<std::size_t, assignment_fields.size()> columns_{};
    std::vector<std::uint64_t> places_;  ///< hash of an organisation, by its number; 0: not yet known
    extract::Row* row_ = nullptr;
    ChunkRows out_;
    RowStore* store_ = nullptr;
    std::string date_text_;
    std::uint16_t date_number_ = 0;
    bool fte_rounded_ = false;
};

}  // namespace quarterdeck::snapshot
