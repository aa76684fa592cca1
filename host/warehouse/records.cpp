#include "warehouse/records.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "extract/parallel.h"
#include "refusal.h"
#include "snapshot/dates.h"
#include "snapshot/means.h"
#include "snapshot/record_files.h"

namespace quarterdeck::warehouse {

namespace {

using snapshot::Snapshot;

void append_escaped(std::string& line, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '\\': line += "\\\\"; break;
            case '\t': line += "\\t"; break;
            case '\n': line += "\\n"; break;
            case '\r': line += "\\r"; break;
            default: line += c;
        }
    }
}

/// Says the rows of a snapshot one by one: their numbers, then the texts, empty for those who aren't counted.
template <class Visit>
void each(const Snapshot& snapshot, const Visit& visit) {
    static const std::vector<Field> fields = text_fields();
    std::vector<std::uint32_t> shared(snapshot.rows());
    for (std::uint32_t person = 0; person + 1 < snapshot.shared_starts.size(); ++person)
        for (std::uint32_t at = snapshot.shared_starts[person]; at < snapshot.shared_starts[person + 1]; ++at)
            shared[snapshot.shared_rows[at]] = person + 1;
    std::vector<std::string_view> texts(fields.size());
    const auto tell = [&](std::size_t place, std::uint32_t person, std::int64_t assignment, bool counted,
                          std::uint32_t number_shared, std::int32_t fte) {
        const std::array<std::int64_t, number_columns.size()> numbers{number_of(snapshot.date),
                                                                      static_cast<std::int64_t>(place),
                                                                      person,
                                                                      assignment,
                                                                      counted ? 1 : 0,
                                                                      number_shared,
                                                                      snapshot.trail.starts[person],
                                                                      fte};
        visit(person, numbers, texts);
    };
    for (std::size_t row = 0; row < snapshot.rows(); ++row) {
        for (std::size_t field = 0; field < fields.size(); ++field) texts[field] = snapshot.value(fields[field], row);
        tell(row, snapshot.trail.people[row], snapshot.trail.assignments[row], true, shared[row], snapshot.fte[row]);
    }
    std::fill(texts.begin(), texts.end(), std::string_view());
    for (std::size_t i = 0; i < snapshot.trail.uncounted.size(); ++i)
        tell(snapshot.rows() + i, snapshot.trail.uncounted[i], -1, false, 0, 0);
}

/// The first 32 bits of the MD5: a checksum that both databases can work out, no more.
std::int64_t hash_of(const std::string& text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    EVP_Digest(text.data(), text.size(), bytes.data(), nullptr, EVP_md5(), nullptr);
    std::int64_t hash = 0;
    for (std::size_t i = 0; i < 4; ++i) hash = hash * 256 + bytes[i];
    return hash;
}

Sums sums_of(const Snapshot& snapshot) {
    Sums sums;
    std::string line;
    each(snapshot, [&](std::uint32_t, const auto& numbers, const auto& texts) {
        line.clear();
        for (const std::int64_t number : numbers) fmt::format_to(std::back_inserter(line), "{}\x1f", number);
        for (const std::string_view text : texts) line.append(text).push_back('\x1f');
        line.pop_back();
        ++sums.rows;
        sums.fte += numbers.back();
        sums.hashes += hash_of(line);
    });
    return sums;
}

bool same(const validate::Finding& one, const validate::Finding& other) {
    return one.rule == other.rule && one.what == other.what && one.count == other.count &&
           std::equal(one.places.begin(), one.places.end(), other.places.begin(), other.places.end(),
                      [](const validate::Place& left, const validate::Place& right) {
                          return left.file == right.file && left.line == right.line && left.column == right.column;
                      });
}

/// What is found at one date, without what is found at any. `paths` are the files with records of that date.
LoadedDate date_of(const std::filesystem::path& directory, Date date, const std::vector<std::string>& paths,
                   extract::Advance* advance) {
    const auto read = [&](const std::vector<Date>& dates) {
        snapshot::RecordFiles files(directory, paths, extract::processors());
        return snapshot::read_input(directory, dates, snapshot::Trails::no, {.files = &files, .advance = advance});
    };
    const snapshot::Input common = read({});
    snapshot::Input input = read({date});
    std::erase_if(input.findings, [&](const validate::Finding& finding) {
        return std::any_of(common.findings.begin(), common.findings.end(),
                           [&](const validate::Finding& other) { return same(finding, other); });
    });
    for (snapshot::LeftOut& left_out : input.left_out)
        for (const snapshot::LeftOut& other : common.left_out)
            if (left_out.reason == other.reason) left_out.rows -= other.rows;
    std::erase_if(input.left_out, [](const snapshot::LeftOut& left_out) { return left_out.rows == 0; });
    return {.date = date,
            .sums = {},
            .rows_read = input.rows_read,
            .rows_counted = input.rows_counted,
            .national_person_ids = input.national_person_ids,
            .left_out = std::move(input.left_out),
            .findings = std::move(input.findings)};
}

void expect_storable(const std::string& value, Field field) {
    if (value.find('\0') != std::string::npos)
        throw Refusal(fmt::format(
            "{} holds a zero byte somewhere, which databases can't store as text. Take it out of the extract.",
            field_name(field)));
}

/// The directory is read several times.
void expect_unchanged(const std::filesystem::path& directory, const std::vector<snapshot::SourceFile>& before,
                      const std::vector<snapshot::SourceFile>& after) {
    const bool unchanged = std::equal(
        before.begin(), before.end(), after.begin(), after.end(),
        [](const auto& one, const auto& other) { return one.path == other.path && one.sha256 == other.sha256; });
    if (!unchanged)
        throw Refusal(
            fmt::format("{}: the files changed while they were read. Wait until they are written completely, "
                        "then start again.",
                        directory.string()));
}

}  // namespace

std::vector<Field> text_fields() {
    std::vector<Field> fields;
    for (std::size_t number = 0; number < snapshot::staff_fields; ++number)
        if (const auto field = static_cast<Field>(number); field != Field::band_group) fields.push_back(field);
    return fields;
}

void each_row(const Snapshot& snapshot, const std::function<void(std::uint32_t, const std::string&)>& visit) {
    std::string line;
    each(snapshot, [&](std::uint32_t person, const auto& numbers, const auto& texts) {
        line.clear();
        for (const std::int64_t number : numbers) fmt::format_to(std::back_inserter(line), "{}\t", number);
        for (const std::string_view text : texts) {
            append_escaped(line, text);
            line += '\t';
        }
        line.back() = '\n';
        visit(person, line);
    });
}

Records read_records(const std::filesystem::path& directory, std::string_view version, const Watching& watching) {
    Records records;
    Document& document = records.document;
    document.version = version;
    const auto paths = snapshot::files_of_dates(directory);
    std::vector<Date> dates;
    document.common = snapshot::read_input(directory, {});
    for (const auto& [date, files] : paths) {
        watching("Checking records of " + date.iso());
        document.dates.push_back(date_of(directory, date, files, watching.advance));
        dates.push_back(date);
    }
    watching("Reading records of all dates");
    snapshot::Input all = snapshot::read_input(directory, dates, snapshot::Trails::yes, {.advance = watching.advance});
    expect_unchanged(directory, document.common.files, all.files);
    records.snapshots = std::move(all.snapshots);
    for (std::size_t i = 0; i < dates.size(); ++i) document.dates[i].sums = sums_of(records.snapshots[i]);
    for (const Field field : text_fields()) {
        std::set<std::string> values;
        for (const Snapshot& each : records.snapshots)
            values.insert(each.column(field).values.begin(), each.column(field).values.end());
        for (const std::string& value : values) expect_storable(value, field);
        document.values[static_cast<std::size_t>(field)].assign(values.begin(), values.end());
    }
    return records;
}

}  // namespace quarterdeck::warehouse
