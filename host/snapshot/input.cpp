#include "snapshot/input.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

#include "extract/pages.h"
#include "extract/parallel.h"
#include "extract/sha256.h"
#include "extract/text_file.h"
#include "refusal.h"
#include "snapshot/assignments.h"
#include "snapshot/build.h"
#include "snapshot/dates.h"
#include "snapshot/directory.h"
#include "snapshot/establishment.h"
#include "snapshot/findings.h"
#include "snapshot/kept.h"
#include "snapshot/means.h"
#include "snapshot/memory.h"
#include "snapshot/no_snapshot.h"
#include "snapshot/people.h"
#include "snapshot/read_options.h"
#include "snapshot/refused_input.h"
#include "snapshot/repeats.h"
#include "snapshot/small_files.h"
#include "snapshot/trails.h"
#include "validate/message.h"

namespace quarterdeck::snapshot {
namespace {

template <typename T>
void append(std::vector<T>& to, std::vector<T> from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

bool refused(const validate::Findings& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const validate::Finding& finding) {
        return finding.consequence == validate::Consequence::refused;
    });
}

/// Opens a file that isn't staff records, notes it as a source and hands its text on.
template <typename Read>
void read_small(Input& input, const std::filesystem::path& directory, const std::string& path, const Read& read) {
    try {
        const extract::TextFile file(directory / path);
        const std::uint64_t rows = read(file.text(), file.sheet());
        input.files.push_back({path, extract::sha256(file.bytes()), file.bytes().size(), rows});
    } catch (const std::runtime_error& error) {
        input.findings.push_back(unreadable(path, error));
    }
}

std::uint64_t take(Input& input, const std::string& path, SmallFile file, std::vector<SeriesFigure>* figures) {
    append(input.findings, std::move(file.findings));
    for (const std::string& name : file.ignored_columns)
        input.ignored_columns.push_back(path + ": " + validate::shown(name));
    if (figures != nullptr) append(*figures, std::move(file.figures));
    return file.rows;
}

void read_small_files(Input& input, const std::filesystem::path& directory, const DirectoryListing& listing) {
    SubjectiveCodes codes;
    for (const std::string& path : listing.subjective_codes)
        read_small(input, directory, path, [&](std::string_view text, const std::string& sheet) {
            return take(input, path, codes.read(path, text, sheet), nullptr);
        });
    for (const std::string& path : listing.establishment)
        read_small(input, directory, path, [&](std::string_view text, const std::string& sheet) {
            return take(input, path, read_establishment(path, text, sheet, codes, input.establishment), nullptr);
        });
    for (const std::string& path : listing.training)
        read_small(input, directory, path, [&](std::string_view text, const std::string& sheet) {
            return take(input, path, read_series(path, text, sheet), &input.training);
        });
    for (const std::string& path : listing.published)
        read_small(input, directory, path, [&](std::string_view text, const std::string& sheet) {
            return take(input, path, read_series(path, text, sheet), &input.published);
        });
    if (!listing.dataset) return;
    read_small(input, directory, "dataset.yaml", [&](std::string_view text, const std::string& /*sheet*/) {
        Dataset dataset = read_dataset("dataset.yaml", text);
        input.synthetic = dataset.synthetic;
        append(input.findings, std::move(dataset.findings));
        return std::uint64_t{0};
    });
}

void check_dates(validate::Findings& findings, const Assignments& read, const std::vector<Date>& wanted) {
    std::vector<std::string> there;
    for (const auto& [date, rows] : read.dates) there.push_back(date.iso());
    std::vector<Date> absent;
    for (const Date date : wanted)
        if (!read.dates.contains(date)) {
            absent.push_back(date);
            findings.push_back(
                refusal("no-snapshot-at-date", {"assignments", 0, {}},
                        there.empty() ? fmt::format("there are no records at {}, nor at any other date", date.iso())
                                      : fmt::format("there are no records at {}; the dates there are: {}", date.iso(),
                                                    fmt::join(there, ", ")),
                        "Choose one of these dates, or add the extract of the date that is missing."));
        }
    if (!absent.empty() && read.dates.contains(wanted.front()))
        throw NoSnapshot(validate::refusal_text(findings), absent);
}

void check_sizes(validate::Findings& findings, const Assignments& read, const std::vector<MergedTexts>& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const bool overflowed =
            std::any_of(read.readers.begin(), read.readers.end(),
                        [&](const AssignmentReader& reader) { return reader.dictionary(i).overflowed(); });
        if (!overflowed && texts[i].texts.size() <= 65'536) continue;
        validate::Finding finding = finding_of(validate::Rule::too_many_values, 1, {});
        finding.places.push_back({"assignments", 0, std::string(field_name(coded_fields[i].first))});
        finding.what = fmt::format("{} has more than 65,536 different values", field_name(coded_fields[i].first));
        findings.push_back(std::move(finding));
    }
}

void count_rows(Input& input, const Assignments& read) {
    std::array<std::uint64_t, validate::rule_count> left_out{};
    for (const ChunkRows& chunk : read.chunks) {
        for (const ChunkDate& date : chunk.dates) {
            if (date.wanted) input.rows_read += date.rows;
            input.rows_counted += date.counted;
        }
        if (chunk.counted_without_national_id) input.national_person_ids = false;
        for (std::size_t i = 0; i < left_out.size(); ++i)
            left_out[i] += chunk.tally.count(static_cast<validate::Rule>(i));
    }
    for (std::size_t i = 0; i < left_out.size(); ++i) {
        const validate::RuleText& text = validate::text_of(static_cast<validate::Rule>(i));
        if (text.consequence == validate::Consequence::left_out && left_out[i] > 0)
            input.left_out.push_back({std::string(text.id), left_out[i]});
    }
}

/// The memory of hashes that nobody needs any more.
void give_back(std::vector<RowStore>& stores) {
    for (RowStore& store : stores) {
        store.people.release();
        store.assignments.release();
    }
}

/// Which rows are about one assignment, and which about one person.
struct ToldApart {
    std::vector<Repeat> twice;
    SharedPeople shared;
};

/// Side by side: neither keeps all threads busy all the time.
ToldApart tell_apart(const NumberedRows& rows, const RowKeys& keys, std::size_t threads) {
    ToldApart told;
    const std::size_t each = std::max<std::size_t>(threads / 2, 1);
    const KeyTexts assignments = [&](const std::vector<std::uint32_t>& some) {
        return keys.assignments(some, RowKeys::At::one_date, each);
    };
    const KeyTexts people = [&](const std::vector<std::uint32_t>& some) {
        return keys.people(some, RowKeys::At::one_date, each);
    };
    extract::parallel(2, threads, [&](std::size_t task, std::size_t) {
        if (task == 0)
            told.shared = settle_people(rows, keys,
                                        find_repeats(rows, &ChunkRows::people, Told::at_one_date, people, each), each);
        else
            told.twice = find_repeats(rows, &ChunkRows::assignments, Told::none, assignments, each);
    });
    return told;
}

Assignments read_files(const std::filesystem::path& directory, const std::vector<std::string>& paths,
                       const std::optional<std::vector<Date>>& dates, const ReadOptions& options) {
    if (options.files != nullptr) return read_assignments(*options.files, dates, options);
    RecordFiles files(directory, paths, options.threads);
    return read_assignments(files, dates, options);
}

/// Reads the staff records; snapshots only where nothing is refused.
Staff read_records(const std::filesystem::path& directory, const std::vector<std::string>& paths,
                   const std::optional<std::vector<Date>>& dates, const ReadOptions& options) {
    Staff staff;
    Input& input = staff.input;
    if (paths.empty())
        input.findings.push_back(refusal("no-assignments", {"assignments", 0, {}},
                                         fmt::format("{} holds no assignments/*.csv", directory.string()),
                                         "Put at least one extract of staff records into the folder assignments."));
    Assignments read = read_files(directory, paths, dates, options);
    input.files = std::move(read.sources);
    input.ignored_columns = std::move(read.ignored_columns);
    append(input.findings, std::move(read.findings));

    const std::vector<MergedTexts> texts = merge_texts(read.readers);
    check_sizes(staff.about_rows, read, texts);
    count_rows(input, read);
    const NumberedRows rows(read.chunks);
    const RowKeys keys(read.files, rows);
    const auto [twice, shared] = tell_apart(rows, keys, options.threads);
    if (options.trails == Trails::no) give_back(read.stores);
    append(staff.about_rows, row_findings(read.files, rows, twice, shared, options.places));
    const auto usable = [&] { return dates && !refused(input.findings) && !refused(staff.about_rows); };
    if (usable()) check_dates(staff.about_rows, read, *dates);
    if (!usable()) return staff;
    std::vector<Trail> trails(dates->size());
    if (options.trails == Trails::yes) trails = follow(read.chunks, keys, *dates, options);
    input.snapshots = build_snapshots(read.chunks, read.readers, texts, *dates, shared, options.threads);
    for (std::size_t date = 0; date < trails.size(); ++date) input.snapshots[date].trail = std::move(trails[date]);
    return staff;
}

/// What was kept of the staff records, or what they come to now, which is kept for the next run.
Staff kept_or_read(const std::filesystem::path& directory, const std::vector<std::string>& paths,
                   const std::optional<std::vector<Date>>& dates, const ReadOptions& options) {
    if (!dates || options.keep_in.empty()) return read_records(directory, paths, dates, options);
    const KeptSnapshots kept(options.keep_in, directory, *dates, options.trails, options.version);
    if (auto staff = kept.find(paths, options.threads)) return *std::move(staff);
    Staff staff = read_records(directory, paths, dates, options);
    if (!staff.input.snapshots.empty()) kept.keep(staff);
    return staff;
}

}  // namespace

Input read_with(const std::filesystem::path& directory, const std::optional<std::vector<Date>>& dates,
                const ReadOptions& given) {
    ReadOptions options = given;
    if (options.threads == 0) options.threads = extract::processors();
    const DirectoryListing listing = list_directory(directory);
    if (options.memory > 0) expect_enough(options.memory, directory, listing.assignments, options.trails);
    Staff staff = kept_or_read(directory, listing.assignments, dates, options);
    extract::give_system_pages_back();
    Input input = std::move(staff.input);
    read_small_files(input, directory, listing);
    std::sort(input.files.begin(), input.files.end(),
              [](const SourceFile& left, const SourceFile& right) { return left.path < right.path; });
    append(input.findings, std::move(staff.about_rows));
    if (refused(input.findings)) input.snapshots.clear();
    return input;
}

Input read_input(const std::filesystem::path& directory, const std::vector<Date>& dates, Trails trails,
                 const Means& means) {
    Input input = read_with(directory, dates,
                            {.files = means.files,
                             .trails = trails,
                             .memory = means.memory,
                             .keep_in = means.keep_in,
                             .version = std::string(means.version),
                             .advance = means.advance});
    if (!refused(input.findings)) return input;
    const std::string text = validate::refusal_text(input.findings);
    throw RefusedInput(text, std::make_shared<const Input>(std::move(input)));
}

Input read_input(const std::filesystem::path& directory, const std::vector<Date>& dates, Trails trails) {
    return read_input(directory, dates, trails, {});
}

std::map<Date, std::vector<std::string>> files_of_dates(const std::filesystem::path& directory) {
    RecordFiles files(directory);
    const Assignments read = read_assignments(files, std::vector<Date>{}, {.threads = extract::processors()});
    if (refused(read.findings)) throw Refusal(validate::refusal_text(read.findings));
    std::map<Date, std::vector<std::string>> paths;
    for (const ChunkRows& chunk : read.chunks)
        for (const ChunkDate& date : chunk.dates) {
            std::vector<std::string>& of_date = paths[date.date];
            const std::string& path = read.files[chunk.file].path;
            if (of_date.empty() || of_date.back() != path) of_date.push_back(path);
        }
    return paths;
}

Input check_input(const std::filesystem::path& directory) {
    return check_input(directory, {});
}

Input check_input(const std::filesystem::path& directory, const Means& means) {
    return read_with(directory, std::nullopt, {.memory = means.memory, .advance = means.advance});
}

}  // namespace quarterdeck::snapshot
