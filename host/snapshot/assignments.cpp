#include "snapshot/assignments.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "extract/parallel.h"
#include "extract/sha256.h"
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
    read.findings.insert(read.findings.end(), findings.begin(), findings.end());
    for (const std::string& name : file.columns.ignored)
        read.ignored_columns.push_back(path + ": " + validate::shown(name));
    read.sources.push_back({path, {}, file.contents->bytes().size(), 0});
    (usable ? read.files : unusable).push_back(std::move(file));
}

void plan_chunks(Assignments& read, const ReadOptions& options) {
    for (std::size_t file = 0; file < read.files.size(); ++file)
        for (const extract::Chunk range :
             extract::cut(read.files[file].text(), read.files[file].body, options.chunk_bytes, options.threads)) {
            ChunkRows& chunk = read.chunks.emplace_back();
            chunk.file = file;
            chunk.range = range;
        }
}

/// Hashes the files and reads their chunks, all at once.
void read_chunks(Assignments& read, const std::vector<AssignmentFile>& unusable, const ReadOptions& options) {
    std::vector<const AssignmentFile*> opened;
    for (const auto* files : {&std::as_const(read.files), &unusable})
        for (const AssignmentFile& file : *files) opened.push_back(&file);
    extract::parallel(opened.size() + read.chunks.size(), options.threads, [&](std::size_t task, std::size_t worker) {
        if (task < opened.size()) {
            const AssignmentFile& file = *opened[task];
            const auto source = std::find_if(read.sources.begin(), read.sources.end(),
                                             [&](const SourceFile& other) { return other.path == file.path; });
            source->sha256 = extract::sha256(file.contents->bytes());
            return;
        }
        ChunkRows& chunk = read.chunks[task - opened.size()];
        const std::size_t file = chunk.file;
        chunk = read.readers[worker].read(read.files[file], chunk.range);
        chunk.file = file;
        chunk.reader = worker;
    });
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
    for (std::size_t i = 0; i < options.threads; ++i)
        read.readers.emplace_back(wanted ? &*wanted : nullptr, options.hash_mask);
    plan_chunks(read, options);
    read_chunks(read, unusable, options);
    drop_behind_faults(read.chunks);
    sum_up(read);
    return read;
}

}  // namespace quarterdeck::snapshot
