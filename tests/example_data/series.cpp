#include "series.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "csv_table.h"
#include "csv_text.h"

namespace quarterdeck::example {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view columns = "series,subject,provider,year,stage,value\n";

bool digits_only(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char character) { return character >= '0' && character <= '9'; });
}

[[noreturn]] void refuse(const fs::path& file, unsigned line, std::string_view column, std::string_view text,
                         std::string_view expected) {
    throw Refusal(fmt::format("{}, line {}: {} is \"{}\"; expected {}. Correct the cell.", file.string(), line, column,
                              text, expected));
}

void check_figure(const fs::path& file, unsigned line, std::string_view column, std::string_view text) {
    if (!text.empty() && !digits_only(text)) refuse(file, line, column, text, "a whole number or nothing");
}

/// "2020-21" for "2020-2021" and for itself.
std::string academic_year(const fs::path& file, unsigned line, std::string_view text) {
    const bool long_form = text.size() == 9;
    const bool right = (long_form || text.size() == 7) && text[4] == '-' && digits_only(text.substr(0, 4)) &&
                       digits_only(text.substr(5));
    if (!right) refuse(file, line, "etp_year", text, "a year such as 2023-24");
    return fmt::format("{}-{}", text.substr(0, 4), text.substr(long_form ? 7 : 5));
}

/// "2024" for "Summer 2024", "2017" for "Mar-17".
std::string calendar_year(const fs::path& file, unsigned line, std::string_view column, std::string_view prefix,
                          std::string_view century, std::string_view text) {
    if (!text.starts_with(prefix) || !digits_only(text.substr(prefix.size())) ||
        century.size() + text.size() - prefix.size() != 4)
        refuse(file, line, column, text, fmt::format("a date such as {}{}", prefix, century.empty() ? "2024" : "24"));
    return fmt::format("{}{}", century, text.substr(prefix.size()));
}

void save(const OutputDirectory& out, std::string_view name, const std::string& rows) {
    OutputFile file(out.file(name));
    file.write(columns);
    file.write(rows);
    file.close();
}

void write_courses(const fs::path& file, const OutputDirectory& out) {
    std::string places;
    std::string outputs;
    read_file(
        file,
        std::array{"course", "university", "row_type", "etp_year", "study_year", "measure", "output_due", "value"},
        [&](unsigned line, const std::array<std::string, 8>& cells) {
            const auto& [course, university, row_type, year, stage, measure, due, value] = cells;
            if (row_type == "total") return;
            check_figure(file, line, "value", value);
            if (measure == "planned_output")
                append_csv(outputs, {"planned_output", course, university,
                                     calendar_year(file, line, "output_due", "Summer ", "", due), "", value});
            else
                append_csv(places, {"commissioned_places", course, university, academic_year(file, line, year),
                                    stage == "Commissioning Numbers" ? "Commissioning numbers" : stage, value});
        });
    save(out, "training/commissioned_places.csv", places);
    save(out, "training/planned_output.csv", outputs);
}

void write_cct_output(const fs::path& file, const OutputDirectory& out) {
    std::string rows;
    read_file(file, std::array{"specialty", "year", "trainees_completing"},
              [&](unsigned line, const std::array<std::string, 3>& cells) {
                  check_figure(file, line, "trainees_completing", cells[2]);
                  append_csv(rows, {"cct_output", cells[0], "", cells[1], "", cells[2]});
              });
    save(out, "training/cct_output.csv", rows);
}

void write_staff_in_post(const fs::path& file, const OutputDirectory& out) {
    std::string rows;
    read_file(file, std::array{"profession", "year", "kind", "wte"},
              [&](unsigned line, const std::array<std::string, 4>& cells) {
                  check_figure(file, line, "wte", cells[3]);
                  append_csv(rows, {"staff_in_post", cells[0], "",
                                    calendar_year(file, line, "year", "Mar-", "20", cells[1]), cells[2], cells[3]});
              });
    save(out, "published/staff_in_post.csv", rows);
}

}  // namespace

void write_series(const fs::path& published, const OutputDirectory& out) {
    write_courses(published / "commissioned_programmes.csv", out);
    write_cct_output(published / "cct_output.csv", out);
    write_staff_in_post(published / "england_staff_in_post.csv", out);
}

}  // namespace quarterdeck::example
