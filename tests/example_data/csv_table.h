#pragma once

#include <libfccp/csv.h>

#include <array>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "refusal.h"

namespace quarterdeck::example {

template <unsigned columns>
using CsvReader = io::CSVReader<columns, io::trim_chars<' ', '\t'>, io::double_quote_escape<',', '"'>>;

/// Reads every row of a CSV through `take(line, cells)`; columns that aren't named are passed over.
template <std::size_t columns, typename Take>
void read_rows(CsvReader<static_cast<unsigned>(columns)>& reader, const std::array<const char*, columns>& names,
               Take take) {
    std::apply([&](auto... name) { reader.read_header(io::ignore_extra_column, name...); }, names);
    std::array<std::string, columns> cells;
    while (std::apply([&](auto&... cell) { return reader.read_row(cell...); }, cells))
        take(reader.get_file_line(), cells);
}

/// Reads every row of a published file. Throws `Refusal`, naming the file and the columns that were expected.
template <std::size_t columns, typename Take>
void read_file(const std::filesystem::path& file, const std::array<const char*, columns>& names, Take take) {
    try {
        CsvReader<static_cast<unsigned>(columns)> reader(file.string());
        read_rows(reader, names, take);
    } catch (const io::error::base& error) {
        std::string expected;
        for (const char* name : names) expected += (expected.empty() ? "" : ", ") + std::string(name);
        throw Refusal(file.string() + " can't be read as a published table: " + error.what() +
                      " Expected a CSV with the columns " + expected +
                      ". Give the directory of published tables with --published.");
    }
}

/// Reads every row of a table that is part of the program.
template <std::size_t columns, typename Take>
void read_embedded(const char* name, std::string_view text, const std::array<const char*, columns>& names, Take take) {
    CsvReader<static_cast<unsigned>(columns)> reader(name, text.data(), text.data() + text.size());
    read_rows(reader, names, take);
}

}  // namespace quarterdeck::example
