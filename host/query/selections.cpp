#include "query/selections.h"

#include <algorithm>
#include <span>
#include <utility>

#include "query/key_numbers.h"

namespace quarterdeck::query {
namespace {

using Numbers = std::vector<std::uint32_t>;

/// The place of each list of selections, new ones at the end.
class Places {
public:
    std::size_t of(const Numbers& selections) { return places_.try_emplace(selections, places_.size()).first->second; }

private:
    std::unordered_map<Numbers, std::size_t, boost::hash<Numbers>> places_;
};

template <class Group>
Group& group_of(const Numbers& selections, Places& places, std::size_t first, std::vector<Group>& groups) {
    const std::size_t place = first + places.of(selections);
    if (place == groups.size()) {
        groups.emplace_back();
        groups.back().selections = selections;
    }
    return groups[place];
}

/// The selections of each entry or slot, ascending.
std::vector<Numbers> selections_by_part(const std::unordered_map<Numbers, std::uint32_t, boost::hash<Numbers>>& numbers,
                                        std::size_t parts) {
    std::vector<Numbers> selections(parts);
    for (const auto& [entries, number] : numbers)
        for (const std::uint32_t entry : entries) selections[entry].push_back(number);
    for (Numbers& each : selections) std::sort(each.begin(), each.end());
    return selections;
}

void make_distinct(Numbers& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

/// Adds people and posts to the groups of their selections; what no selection holds is passed over.
class Gathering {
public:
    explicit Gathering(Membership& membership)
        : membership_(membership), first_people_(membership.people.size()), first_posts_(membership.posts.size()) {}

    void add_people(const Numbers& selections, std::int64_t people) {
        if (!selections.empty() && people != 0)
            group_of(selections, people_places_, first_people_, membership_.people).people += people;
    }

    void add_posts(const Numbers& selections, std::int64_t number, std::int64_t fte) {
        if (selections.empty()) return;
        auto& posts = group_of(selections, post_places_, first_posts_, membership_.posts);
        posts.posts += number;
        posts.fte += fte;
    }

private:
    Membership& membership_;
    std::size_t first_people_;
    std::size_t first_posts_;
    Places people_places_;
    Places post_places_;
};

/// Posts in the same selections that also lie in one entry and the same slots.
struct Atom {
    Numbers selections;
    std::int64_t posts = 0;
    std::int64_t fte = 0;
    std::int64_t people = 0;  ///< who hold no other post
};

/// Rows of staff records: those of a snapshot, or alike ones together.
class Rows {
public:
    explicit Rows(const StaffRecords& records)
        : like_(records.like_rows() ? &*records.like_rows() : nullptr),
          snapshot_(like_ != nullptr ? nullptr : &records.snapshot()) {}

    std::size_t size() const { return like_ != nullptr ? like_->posts.size() : snapshot_->rows(); }
    const Numbers& combinations(const StaffRecords& records) const {
        return like_ != nullptr ? like_->combinations : records.combinations().of_row;
    }

    /// Adds a row to its atom. People with several posts count here only where `take_out` takes them out again.
    void add_to(Atom& atom, std::size_t row) const {
        atom.posts += like_ != nullptr ? like_->posts[row] : 1;
        atom.people += like_ != nullptr ? like_->alone[row] : 1;
        atom.fte += like_ != nullptr ? like_->fte[row] : snapshot_->fte[row];
    }
    void take_out(std::vector<Atom>& atoms, const Numbers& atom_of_row) const {
        if (like_ == nullptr)
            for (const std::uint32_t row : snapshot_->shared_rows) --atoms[atom_of_row[row]].people;
    }

    /// Calls `visit(rows, people)` for those who have several posts.
    template <class Visit>
    void each_shared(const Visit& visit) const {
        if (like_ != nullptr) {
            for (const LikeRows::Shared& shared : like_->shared) visit(std::span(shared.rows), shared.people);
            return;
        }
        const auto& starts = snapshot_->shared_starts;
        for (std::size_t person = 0; person + 1 < starts.size(); ++person)
            visit(std::span(snapshot_->shared_rows).subspan(starts[person], starts[person + 1] - starts[person]),
                  std::int64_t{1});
    }

private:
    const LikeRows* like_;
    const snapshot::Snapshot* snapshot_;
};

/// The atoms of the rows in the order of their first ones, and which one each row lies in. Entries and slots are
/// both called parts here: `parts_of_rows` says which each row has, `selections` in which selections each lies.
std::pair<std::vector<Atom>, std::vector<std::uint32_t>> split(
    const Rows& rows, const std::vector<const std::vector<std::uint32_t>*>& parts_of_rows,
    const std::vector<std::vector<Numbers>>& selections) {
    KeyNumbers numbers(parts_of_rows.size(), 0);
    std::vector<Atom> atoms;
    std::vector<std::uint32_t> atom_of_row;
    atom_of_row.reserve(rows.size());
    std::vector<std::uint64_t> key(parts_of_rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t kind = 0; kind < key.size(); ++kind) {
            const std::uint32_t part = (*parts_of_rows[kind])[row];
            key[kind] = selections[kind][part].empty() ? 0 : part + std::uint64_t{1};
        }
        const std::uint32_t number = numbers.number(key.data());
        atom_of_row.push_back(number);
        if (number == atoms.size()) {
            Numbers& all = atoms.emplace_back().selections;
            for (std::size_t kind = 0; kind < key.size(); ++kind)
                if (key[kind] != 0) {
                    const Numbers& some = selections[kind][key[kind] - 1];
                    all.insert(all.end(), some.begin(), some.end());
                }
            make_distinct(all);
        }
        rows.add_to(atoms[number], row);
    }
    rows.take_out(atoms, atom_of_row);
    return {std::move(atoms), std::move(atom_of_row)};
}

}  // namespace

std::uint32_t Selections::number(std::vector<std::uint32_t> entries, std::uint32_t& next) {
    std::sort(entries.begin(), entries.end());
    const auto [known, added] = numbers_.try_emplace(std::move(entries), next);
    if (added) ++next;
    return known->second;
}

std::uint32_t Selections::number(const std::vector<std::uint32_t>& slot_of_row, std::vector<std::uint32_t> slots,
                                 std::uint32_t& next) {
    auto kind =
        std::find_if(slots_.begin(), slots_.end(), [&](const Slots& each) { return each.of_row == &slot_of_row; });
    if (kind == slots_.end()) kind = slots_.insert(slots_.end(), {&slot_of_row, {}});
    std::sort(slots.begin(), slots.end());
    const auto [known, added] = kind->numbers.try_emplace(std::move(slots), next);
    if (added) ++next;
    return known->second;
}

void Selections::group(const StaffRecords& records, Membership& membership) const {
    if (slots_.empty())
        group_entries(records.combinations(), membership);
    else
        group_rows(records, membership);
}

void Selections::group_entries(const Combinations& combinations, Membership& membership) const {
    const std::vector<Numbers> selections_of = selections_by_part(numbers_, combinations.size());
    Gathering gathering(membership);
    for (std::size_t entry = 0; entry < combinations.size(); ++entry) {
        gathering.add_people(selections_of[entry], combinations.people[entry]);
        gathering.add_posts(selections_of[entry], combinations.posts[entry], combinations.fte[entry]);
    }
    const auto& [starts, members] = combinations.spread;
    for (std::size_t person = 0; person + 1 < starts.size(); ++person) {
        Numbers all;
        for (std::uint32_t at = starts[person]; at < starts[person + 1]; ++at)
            all.insert(all.end(), selections_of[members[at]].begin(), selections_of[members[at]].end());
        make_distinct(all);
        gathering.add_people(all, 1);
    }
}

void Selections::group_rows(const StaffRecords& records, Membership& membership) const {
    const Rows rows(records);
    std::vector<const std::vector<std::uint32_t>*> parts_of_rows{&rows.combinations(records)};
    std::vector<std::vector<Numbers>> selections{selections_by_part(numbers_, records.size())};
    for (const Slots& kind : slots_) {
        parts_of_rows.push_back(kind.of_row);
        const auto last = std::max_element(kind.of_row->begin(), kind.of_row->end());
        selections.push_back(selections_by_part(kind.numbers, last == kind.of_row->end() ? 0 : std::size_t{*last} + 1));
    }
    const auto [atoms, atom_of_row] = split(rows, parts_of_rows, selections);

    Gathering gathering(membership);
    for (const Atom& atom : atoms) {
        gathering.add_people(atom.selections, atom.people);
        gathering.add_posts(atom.selections, atom.posts, atom.fte);
    }
    rows.each_shared([&, &atoms = atoms, &atom_of_row = atom_of_row](const auto& shared, std::int64_t people) {
        Numbers all;
        for (const std::uint32_t row : shared) {
            const Numbers& some = atoms[atom_of_row[row]].selections;
            all.insert(all.end(), some.begin(), some.end());
        }
        make_distinct(all);
        gathering.add_people(all, people);
    });
}

}  // namespace quarterdeck::query
