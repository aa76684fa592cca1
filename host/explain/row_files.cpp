#include "explain/row_files.h"

#include <algorithm>
#include <vector>

#include "extract/csv.h"

namespace quarterdeck::explain {
namespace {

constexpr std::size_t most_columns = 4'096;

/// Counts lines on the way through a text.
class Lines {
public:
    explicit Lines(std::string_view text) : text_(text) {}

    std::uint64_t at(std::size_t offset) {
        const std::string_view passed = text_.substr(counted_, offset - counted_);
        line_ += static_cast<std::uint64_t>(std::count(passed.begin(), passed.end(), '\n'));
        counted_ = offset;
        return line_;
    }

private:
    std::string_view text_;
    std::size_t counted_ = 0;
    std::uint64_t line_ = 1;
};

}  // namespace

void each_row(const std::filesystem::path& directory, const std::string& path, snapshot::AssignmentReader& reader,
              const std::function<void(const SingleRow&)>& visit) {
    snapshot::AssignmentFile file;
    file.path = path;
    file.contents = std::make_shared<const extract::TextFile>(directory / path);
    const std::string_view text = file.text();
    extract::RowScanner scanner(text);
    extract::Row header(most_columns);
    if (!scanner.next(header)) return;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(header.size(), most_columns); ++i) names.emplace_back(header[i]);
    file.columns = extract::map_columns(names, snapshot::assignment_fields);
    Lines lines(text);
    extract::Row row(file.columns.columns);
    snapshot::RowStore store;
    while (scanner.next(row)) {
        const extract::Chunk range{row.offset(), scanner.position()};
        const snapshot::ChunkRows read =
            reader.read(file, range, text.substr(range.begin, range.end - range.begin), store);
        if (!read.rows.empty()) visit({read, read.rows.front(), reader, file, lines.at(row.offset())});
        store.rows.clear();
        store.people.clear();
        store.assignments.clear();
    }
}

}  // namespace quarterdeck::explain
