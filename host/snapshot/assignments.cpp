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

/// Finds the columns of a file; keeps it when its rows can be read.
void take(const RecordFile& opened, Assignments& read) {
    if (opened.finding) return read.findings.push_back(*opened.finding);
    AssignmentFile file;
    file.path = opened.path;
    file.contents = opened.contents;
    file.sum = opened.sum;
    validate::Findings findings;
    file.columns = extract::map_columns(read_header(file, findings), assignment_fields);
    if (findings.empty()) findings = header_findings(file.path, file.columns);
    const bool usable = findings.empty();
    for (validate::Finding& finding : findings)
        for (validate::Place& place : finding.places)
            validate::put_in_sheet(place, file.contents->sheet(), validate::no_column);
    read.findings.insert(read.findings.end(), findings.begin(), findings.end());
    for (const std::string& name : file.columns.ignored)
        read.ignored_columns.push_back(file.path + ": " + validate::shown(name));
    read.sources.push_back({file.path, {}, file.contents->bytes().size(), 0});
    if (usable) read.files.push_back(std::move(file));
}

/// Cuts the files into chunks; those in `wrongly_cut` with a look at every quotation mark.
void plan_chunks(Assignments& read, const std::set<std::size_t>& wrongly_cut, const ReadOptions& options) {
    read.chunks.clear();
    std::vector<char> store;
    for (std::size_t number = 0; number < read.files.size(); ++number) {
        const AssignmentFile& file = read.files[number];
        const extract::Look look = [&](std::size_t from, std::size_t size) {
            return file.contents->part(from, size, store);
        };
        for (const extract::Chunk range :
             wrongly_cut.contains(number)
                 ? extract::cut(file.text(), file.body, options.chunk_bytes, options.threads)
                 : extract::cut_at_lines(file.text().size(), file.body, options.chunk_bytes, look)) {
            ChunkRows& chunk = read.chunks.emplace_back();
            chunk.file = number;
            chunk.range = range;
        }
        file.contents->let_go();
    }
}

/// The text of a chunk, hashed on the way.
std::string_view text_of(const AssignmentFile& file, extract::Chunk range, std::vector<char>& store) {
    try {
        const std::string_view text = file.contents->part(range.begin, range.end - range.begin, store);
        file.sum->add(range.begin, text);
        return text;
    } catch (...) {
        file.sum->give_up();
        throw;
    }
}

void read_chunks(Assignments& read, const ReadOptions& options) {
    std::vector<std::vector<char>> stores(options.threads);
    if (options.advance != nullptr)
        options.advance->begin(std::accumulate(
            read.chunks.begin(), read.chunks.end(), std::uint64_t{0},
            [](std::uint64_t sum, const ChunkRows& chunk) { return sum + chunk.range.end - chunk.range.begin; }));
    for (const AssignmentFile& file : read.files) file.sum->reach(file.body);
    extract::parallel(read.chunks.size(), options.threads, [&](std::size_t task, std::size_t worker) {
        ChunkRows& chunk = read.chunks[task];
        const std::size_t file = chunk.file;
        const std::string_view text = text_of(read.files[file], chunk.range, stores[worker]);
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

SourceFile& source_of(const std::string& path, std::vector<SourceFile>& sources) {
    return *std::find_if(sources.begin(), sources.end(), [&](const SourceFile& source) { return source.path == path; });
}

void sum_up(Assignments& read, const std::vector<RecordFile>& files) {
    for (const ChunkRows& chunk : read.chunks) {
        source_of(read.files[chunk.file].path, read.sources).rows += chunk.data_rows;
        for (const ChunkDate& date : chunk.dates) read.dates[date.date] += date.rows;
    }
    for (const RecordFile& file : files)
        if (file.sum) source_of(file.path, read.sources).sha256 = file.sum->text();
    for (const AssignmentFile& file : read.files)
        if (file.contents->changed())
            read.findings.push_back(refusal("file-changed", {file.path, 0, {}}, "the file changed while it was read",
                                            "Wait until it is written completely, then start again."));
}

}  // namespace

Assignments read_assignments(RecordFiles& record_files, const std::optional<std::vector<Date>>& wanted,
                             const ReadOptions& options) {
    Assignments read;
    const std::vector<RecordFile>& files = record_files.files();
    for (const RecordFile& file : files) take(file, read);
    const auto read_all = [&](const std::set<std::size_t>& wrongly_cut) {
        read.readers.clear();
        read.stores = std::vector<RowStore>(options.threads);
        for (std::size_t i = 0; i < options.threads; ++i)
            read.readers.emplace_back(wanted ? &*wanted : nullptr, options.hash_mask);
        plan_chunks(read, wrongly_cut, options);
        read_chunks(read, options);
        return find_wrongly_cut(read);
    };
    if (const std::set<std::size_t> wrongly_cut = read_all({}); !wrongly_cut.empty()) read_all(wrongly_cut);
    if (options.advance != nullptr) options.advance->begin(0);
    drop_behind_faults(read.chunks);
    sum_up(read, files);
    return read;
}

}  // namespace quarterdeck::snapshot
