#include "snapshot/assignments.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <stdexcept>
#include <utility>

#include "extract/parallel.h"
#include "snapshot/findings.h"
#include "validate/message.h"

namespace quarterdeck::snapshot {
namespace {

constexpr std::size_t most_columns = 4'096;

std::vector<std::string> read_header(AssignmentFile& file, validate::Findings& findings) {
    extract::RowScanner scanner(file.text());
    extract::Row row(most_columns);
    std::vector<std::string> header;
    if (scanner.next(row))
        for (std::size_t i = 0; i < std::min(row.size(), most_columns); ++i) header.emplace_back(row[i]);
    if (scanner.fault() != extract::CsvFault::none)
        findings.push_back(fault_finding(scanner.fault(), {file.path, 1, {}}));
    file.body = scanner.position();
    file.body_line = scanner.lines() + 1;
    return header;
}

/// A file, or why it can't be read.
struct Opened {
    std::unique_ptr<extract::TextFile> contents;
    std::optional<validate::Finding> finding;
};

/// Opens the files side by side: unpacking takes its time.
std::vector<Opened> open_all(const std::filesystem::path& directory, const std::vector<std::string>& paths,
                             std::size_t threads) {
    std::vector<Opened> files(paths.size());
    extract::parallel(paths.size(), threads, [&](std::size_t i, std::size_t) {
        try {
            files[i].contents = std::make_unique<extract::TextFile>(directory / paths[i]);
        } catch (const std::runtime_error& error) {
            files[i].finding = unreadable(paths[i], error);
        }
    });
    return files;
}

/// Finds the columns of a file; keeps it when its rows can be read.
void take(const std::string& path, Opened opened, Assignments& read, std::vector<AssignmentFile>& unusable) {
    if (opened.finding) return read.findings.push_back(*std::move(opened.finding));
    AssignmentFile file;
    file.path = path;
    file.contents = std::move(opened.contents);
    validate::Findings findings;
    file.columns = extract::map_columns(read_header(file, findings), assignment_fields);
    if (findings.empty()) findings = header_findings(path, file.columns);
    const bool usable = findings.empty();
    for (validate::Finding& finding : findings)
        for (validate::Place& place : finding.places)
            validate::put_in_sheet(place, file.contents->sheet(), validate::no_column);
    read.findings.insert(read.findings.end(), findings.begin(), findings.end());
    for (const std::string& name : file.columns.ignored)
        read.ignored_columns.push_back(path + ": " + validate::shown(name));
    read.sources.push_back({path, {}, file.contents->bytes().size(), 0});
    (usable ? read.files : unusable).push_back(std::move(file));
}

/// Cuts the files into chunks; those in `wrongly_cut` with a look at every quotation mark.
void plan_chunks(Assignments& read, const std::set<std::size_t>& wrongly_cut, const ReadOptions& options) {
    read.chunks.clear();
    for (std::size_t number = 0; number < read.files.size(); ++number) {
        const AssignmentFile& file = read.files[number];
        for (const extract::Chunk range :
             wrongly_cut.contains(number) ? extract::cut(file.text(), file.body, options.chunk_bytes, options.threads)
                                          : extract::cut_at_lines(file.text(), file.body, options.chunk_bytes)) {
            ChunkRows& chunk = read.chunks.emplace_back();
            chunk.file = number;
            chunk.range = range;
        }
        file.contents->let_go();
    }
}

/// Hashes the files and reads their chunks, all at once.
void read_chunks(Assignments& read, const std::vector<AssignmentFile>& unusable, const ReadOptions& options) {
    std::vector<const AssignmentFile*> opened;
    for (const auto* files : {&std::as_const(read.files), &unusable})
        for (const AssignmentFile& file : *files) opened.push_back(&file);
    std::vector<std::vector<char>> stores(options.threads);
    if (options.advance != nullptr)
        options.advance->begin(std::accumulate(
            read.chunks.begin(), read.chunks.end(), std::uint64_t{0},
            [](std::uint64_t sum, const ChunkRows& chunk) { return sum + chunk.range.end - chunk.range.begin; }));
    extract::parallel(opened.size() + read.chunks.size(), options.threads, [&](std::size_t task, std::size_t worker) {
        if (task < opened.size()) {
            const AssignmentFile& file = *opened[task];
            const auto source = std::find_if(read.sources.begin(), read.sources.end(),
                                             [&](const SourceFile& other) { return other.path == file.path; });
            if (source->sha256.empty()) source->sha256 = file.contents->sha256();
            return;
        }
        ChunkRows& chunk = read.chunks[task - opened.size()];
        const std::size_t file = chunk.file;
        const std::string_view text =
            read.files[file].contents->part(chunk.range.begin, chunk.range.end - chunk.range.begin, stores[worker]);
        chunk = read.readers[worker].read(read.files[file], chunk.range, text, read.stores[worker]);
        chunk.file = file;
        chunk.reader = worker;
        if (options.advance != nullptr) options.advance->add(text.size(), chunk.data_rows);
    });
}

/// The files that weren't cut between rows after all: the first fault of such a file is a quoted field that goes on
/// behind its chunk.
std::set<std::size_t> find_wrongly_cut(const Assignments& read) {
    std::set<std::size_t> wrongly_cut;
    std::set<std::size_t> faulty;
    for (const ChunkRows& chunk : read.chunks)
        if (chunk.fault != extract::CsvFault::none && faulty.insert(chunk.file).second &&
            chunk.fault == extract::CsvFault::quote_not_closed &&
            chunk.range.end < read.files[chunk.file].text().size())
            wrongly_cut.insert(chunk.file);
    return wrongly_cut;
}

/// After a fault, nobody knows where the rows of that file begin: what was read behind it is dropped.
void drop_behind_faults(std::vector<ChunkRows>& chunks) {
    std::optional<std::size_t> faulty;
    std::erase_if(chunks, [&](const ChunkRows& chunk) {
        if (faulty == chunk.file) return true;
        if (chunk.fault != extract::CsvFault::none) faulty = chunk.file;
        return false;
    });
}

void sum_up(Assignments& read) {
    for (const ChunkRows& chunk : read.chunks) {
        const std::string& path = read.files[chunk.file].path;
        const auto source = std::find_if(read.sources.begin(), read.sources.end(),
                                         [&](const SourceFile& other) { return other.path == path; });
        source->rows += chunk.data_rows;
        for (const ChunkDate& date : chunk.dates) read.dates[date.date] += date.rows;
    }
    for (const AssignmentFile& file : read.files)
        if (file.contents->changed())
            read.findings.push_back(refusal("file-changed", {file.path, 0, {}}, "the file changed while it was read",
                                            "Wait until it is written completely, then start again."));
}

}  // namespace

Assignments read_assignments(const std::filesystem::path& directory, const std::vector<std::string>& paths,
                             const std::optional<std::vector<Date>>& wanted, const ReadOptions& options) {
    Assignments read;
    std::vector<AssignmentFile> unusable;
    std::vector<Opened> opened = open_all(directory, paths, options.threads);
    for (std::size_t i = 0; i < paths.size(); ++i) take(paths[i], std::move(opened[i]), read, unusable);
    const auto read_all = [&](const std::set<std::size_t>& wrongly_cut) {
        read.readers.clear();
        read.stores = std::vector<RowStore>(options.threads);
        for (std::size_t i = 0; i < options.threads; ++i)
            read.readers.emplace_back(wanted ? &*wanted : nullptr, options.hash_mask);
        plan_chunks(read, wrongly_cut, options);
        read_chunks(read, unusable, options);
        return find_wrongly_cut(read);
    };
    if (const std::set<std::size_t> wrongly_cut = read_all({}); !wrongly_cut.empty()) read_all(wrongly_cut);
    if (options.advance != nullptr) options.advance->begin(0);
    drop_behind_faults(read.chunks);
    sum_up(read);
    return read;
}

}  // namespace quarterdeck::snapshot
