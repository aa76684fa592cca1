#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "disclosure/earlier.h"
#include "disclosure/extents.h"
#include "disclosure/policy.h"
#include "disclosure/problem.h"
#include "disclosure/views.h"

namespace quarterdeck::disclosure {

/// The figures of a release as cells of its problem, and what an attacker knows of each by itself; no relations yet.
class Cells {
public:
    /// All must outlive this.
    Cells(const std::vector<query::Answer>& answers, const query::Membership& membership, const Policy& policy,
          const Earlier& earlier);

    /// One cell of an answer: its row's extent and its own.
    struct Seen {
        std::size_t row = 0;
        std::size_t measure = 0;
        std::uint32_t whole = 0;
        std::uint32_t own = 0;
    };

    /// Measures that pick values of one field: their rules' keys.
    using Picks = std::map<Field, std::map<std::vector<std::string>, std::string>>;

    Problem& problem() { return problem_; }
    const Extents& extents() const { return extents_; }
    const Views& views() const { return views_; }
    const std::map<std::size_t, std::vector<Seen>>& seen() const { return seen_; }  ///< by answer
    std::uint32_t extent_of(std::uint32_t cell) const { return problem_.counted[cell].extent; }

    /// Extents of which nobody is to know whether somebody is in them.
    const std::set<std::uint32_t>& unsure() const { return unsure_; }

    const Picks& parts() const { return parts_; }    ///< measures that pick values
    const Picks& others() const { return others_; }  ///< measures that leave them out

private:
    using Counted = Problem::Counted;

    void mark_groups();
    Counted counted(const Measure& asked, const Seen& place) const;
    void add_extents(std::size_t number);
    void add_cells(std::size_t number);
    void see(const Seen& place, const Way& way, std::uint32_t cell);
    std::int64_t weight_of(const Measure& measure, const Row& row) const;
    void note_part(const Measure& measure);
    std::uint32_t cell_for(const Counted& counted, const query::Cell& cell);
    void hide_group(std::uint32_t cell);
    void remember();
    void remember(const Problem::Place& place, const std::string& was, std::set<std::uint32_t>& known,
                  std::set<std::uint32_t>& hidden);
    void keep_hidden(std::uint32_t cell);
    bool is_known(std::uint32_t cell) const;
    void add_companions();
    void break_ties();

    const std::vector<query::Answer>& answers_;
    const query::Membership& membership_;
    const Policy& policy_;
    const Earlier& earlier_;
    std::size_t own_answers_;
    Extents extents_;
    Views views_;
    Problem problem_;
    std::set<std::uint32_t> unsure_;
    std::set<Counted> groups_;  ///< what tells of everybody in a row the same, where that is hidden
    std::map<Counted, std::uint32_t> numbers_;
    std::map<std::uint32_t, std::int64_t> people_;
    std::map<std::size_t, std::vector<Seen>> seen_;
    std::vector<std::uint32_t> same_;  ///< for each extent
    Picks parts_;
    Picks others_;
};

}  // namespace quarterdeck::disclosure
