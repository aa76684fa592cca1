#include "snapshot/kept_staff.h"

#include <algorithm>

#include "validate/values.h"

namespace quarterdeck::snapshot {
namespace {

void write(KeptWriter& to, const validate::Findings& findings) {
    to.list(findings, [&](const validate::Finding& finding) {
        to.text(finding.rule);
        to.number(static_cast<std::uint64_t>(finding.consequence));
        to.text(finding.what);
        to.text(finding.mend);
        to.number(finding.count);
        to.list(finding.places, [&](const validate::Place& place) {
            to.text(place.file);
            to.number(place.line);
            to.text(place.column);
            to.text(place.sheet);
            to.text(place.cell);
        });
    });
}

validate::Findings read_findings(KeptReader& from) {
    return from.list<validate::Finding>([&] {
        validate::Finding finding;
        finding.rule = from.text();
        finding.consequence = static_cast<validate::Consequence>(from.number());
        finding.what = from.text();
        finding.mend = from.text();
        finding.count = from.number();
        finding.places = from.list<validate::Place>([&] {
            validate::Place place;
            place.file = from.text();
            place.line = from.number();
            place.column = from.text();
            place.sheet = from.text();
            place.cell = from.text();
            return place;
        });
        return finding;
    });
}

Date unpacked(std::uint64_t day) {
    return {static_cast<int>(day / 10'000), static_cast<unsigned>(day / 100 % 100), static_cast<unsigned>(day % 100)};
}

void write(KeptWriter& to, const Snapshot& snapshot) {
    to.number(static_cast<std::uint64_t>(validate::packed(snapshot.date)));
    for (const CodedColumn& column : snapshot.columns) {
        to.list(column.values, [&](const std::string& value) { to.text(value); });
        to.numbers(column.codes);
    }
    to.numbers(snapshot.posts);
    to.numbers(snapshot.fte);
    to.number(snapshot.people);
    to.numbers(snapshot.shared_rows);
    to.numbers(snapshot.shared_starts);
    to.numbers(snapshot.trail.people);
    to.numbers(snapshot.trail.assignments);
    to.numbers(snapshot.trail.uncounted);
    to.numbers(snapshot.trail.starts);
}

void expect(bool holds) {
    if (!holds) throw KeptFault();
}

template <class Numbers>
bool all_below(const Numbers& numbers, std::size_t end) {
    return numbers.empty() || *std::max_element(numbers.begin(), numbers.end()) < end;
}

Snapshot read_snapshot(KeptReader& from) {
    Snapshot snapshot;
    snapshot.date = unpacked(from.number());
    for (CodedColumn& column : snapshot.columns) {
        column.values = from.list<std::string>([&] { return from.text(); });
        from.numbers(column.codes);
        expect(all_below(column.codes, column.values.size()));
    }
    from.numbers(snapshot.posts);
    from.numbers(snapshot.fte);
    expect(snapshot.posts.size() == snapshot.rows() && all_below(snapshot.posts, snapshot.kinds_of_posts()));
    for (std::size_t number = 0; number < staff_fields; ++number) {
        const auto field = static_cast<Field>(number);
        const std::size_t codes = snapshot.column(field).codes.size();
        expect(is_of_post(field) ? codes == snapshot.kinds_of_posts() : codes == 0 || codes == snapshot.rows());
    }
    snapshot.people = from.number();
    from.numbers(snapshot.shared_rows);
    from.numbers(snapshot.shared_starts);
    expect(all_below(snapshot.shared_rows, snapshot.rows()) && !snapshot.shared_starts.empty() &&
           std::is_sorted(snapshot.shared_starts.begin(), snapshot.shared_starts.end()) &&
           snapshot.shared_starts.back() == snapshot.shared_rows.size());
    Trail& trail = snapshot.trail;
    from.numbers(trail.people);
    from.numbers(trail.assignments);
    from.numbers(trail.uncounted);
    from.numbers(trail.starts);
    expect(all_below(trail.people, trail.starts.size()) && all_below(trail.uncounted, trail.starts.size()));
    return snapshot;
}

}  // namespace

void write(KeptWriter& to, const std::vector<SourceFile>& files) {
    to.list(files, [&](const SourceFile& file) {
        to.text(file.path);
        to.text(file.sha256);
        to.number(file.bytes);
        to.number(file.rows);
    });
}

std::vector<SourceFile> read_files(KeptReader& from) {
    return from.list<SourceFile>([&] {
        SourceFile file;
        file.path = from.text();
        file.sha256 = from.text();
        file.bytes = from.number();
        file.rows = from.number();
        return file;
    });
}

void write(KeptWriter& to, const Staff& staff) {
    const Input& input = staff.input;
    write(to, input.files);
    to.list(input.left_out, [&](const LeftOut& left_out) {
        to.text(left_out.reason);
        to.number(left_out.rows);
    });
    write(to, input.findings);
    write(to, staff.about_rows);
    to.list(input.ignored_columns, [&](const std::string& column) { to.text(column); });
    to.number(input.rows_read);
    to.number(input.rows_counted);
    to.number(input.national_person_ids ? 1 : 0);
    to.list(input.snapshots, [&](const Snapshot& snapshot) { write(to, snapshot); });
}

Staff read_staff(KeptReader& from) {
    Staff staff;
    Input& input = staff.input;
    input.files = read_files(from);
    input.left_out = from.list<LeftOut>([&] {
        LeftOut left_out;
        left_out.reason = from.text();
        left_out.rows = from.number();
        return left_out;
    });
    input.findings = read_findings(from);
    staff.about_rows = read_findings(from);
    input.ignored_columns = from.list<std::string>([&] { return from.text(); });
    input.rows_read = from.number();
    input.rows_counted = from.number();
    input.national_person_ids = from.number() != 0;
    input.snapshots = from.list<Snapshot>([&] { return read_snapshot(from); });
    expect(from.at_end());
    return staff;
}

}  // namespace quarterdeck::snapshot
