#include "published.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "quarterdeck/csv.h"

namespace quarterdeck::tests {
namespace {

std::vector<CsvRow> rows_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("can't read " + path);
    std::ostringstream text;
    text << file.rdbuf();
    const CsvTable table(text.str());
    std::vector<CsvRow> rows;
    for (const CsvRecord& record : table.records()) {
        CsvRow row;
        for (std::size_t i = 0; i < table.columns().size(); ++i) row[table.columns()[i]] = record.fields[i];
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

std::vector<CsvRow> published(const std::string& file) {
    return rows_of(std::string(PUBLISHED_DATA) + "/" + file);
}

std::vector<CsvRow> reference(const std::string& file) {
    return rows_of(std::string(REFERENCE_DATA) + "/" + file);
}

}  // namespace quarterdeck::tests
