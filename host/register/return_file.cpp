#include "register/return_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "extract/utf8.h"
#include "quarterdeck/csv.h"
#include "report/nearest.h"
#include "validate/message.h"

namespace quarterdeck::returns {

namespace {

constexpr std::array<std::string_view, 6> known_columns{"action_id",        "status",    "rating",
                                                        "percent_complete", "narrative", "forecast"};
constexpr std::ptrdiff_t longest_narrative = 4000;

template <class Names>
std::vector<std::string> listed(const Names& names) {
    return {names.begin(), names.end()};
}

std::ptrdiff_t characters(std::string_view text) {
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

bool has_control_character(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F;
    });
}

class Reading {
public:
    explicit Reading(const std::vector<std::string>& action_ids) : action_ids_(action_ids) {}

    ReturnFile read(std::string_view csv) {
        if (csv.starts_with("PK\x03\x04")) {
            fault(0, "", "this is a workbook or another zip file; expected CSV. Save the sheet as CSV (UTF-8).");
            return std::move(file_);
        }
        try {
            CsvReader reader(csv);
            const auto header = reader.next();
            if (!header) fault(1, "", expected_header());
            if (header && read_header(*header)) {
                while (const auto record = reader.next()) read_record(*record);
                if (file_.entries.empty() && file_.faults.empty())
                    fault(0, "", "the file has no entries below its header; expected one line for each entry.");
            }
        } catch (const CsvFault& broken) {
            fault(0, "", broken.what());
        }
        return std::move(file_);
    }

private:
    void fault(std::size_t line, std::string_view column, std::string what) {
        file_.faults.push_back({line, std::string(column), std::move(what)});
    }

    static std::string expected_header() {
        return fmt::format("expected the header {}.", fmt::join(known_columns, ","));
    }

    bool read_header(const CsvRecord& header) {
        for (std::size_t i = 0; i < header.fields.size(); ++i) {
            const std::string& name = header.fields[i];
            if (!extract::is_utf8(name))
                fault(1, "", fmt::format("the name of column {} isn't UTF-8. Save the file as CSV (UTF-8).", i + 1));
            else if (std::find(known_columns.begin(), known_columns.end(), name) == known_columns.end())
                fault(1, "",
                      fmt::format("the column \"{}\" is unknown{}", validate::shown(name),
                                  report::nearest_hint(name, listed(known_columns))));
            else if (!columns_.emplace(name, i).second)
                fault(1, name, "the column stands twice; expected it once.");
        }
        for (const std::string_view name : known_columns)
            if (!columns_.contains(std::string(name))) fault(1, name, "the column is missing; " + expected_header());
        return file_.faults.empty();
    }

    void read_record(const CsvRecord& record) {
        if (record.fields.size() != columns_.size())
            return fault(record.line, "",
                         fmt::format("the line has {} fields; expected {}, as in the header.", record.fields.size(),
                                     columns_.size()));
        const std::size_t faults_before = file_.faults.size();
        for (const std::string_view column : known_columns) check_characters(record, column);
        if (file_.faults.size() > faults_before) return;
        Entry entry;
        entry.action_id = action_id(record);
        const auto status = status_named(field(record, "status"));
        const auto rating = rating_named(field(record, "rating"));
        if (!status) expect_one_of(record, "status", listed(status_names));
        if (!rating) expect_one_of(record, "rating", listed(rating_names));
        entry.status = status.value_or(Status::not_started);
        entry.rating = rating.value_or(Rating::green);
        entry.percent_complete = percent(record, status);
        entry.narrative = narrative(record);
        entry.forecast = forecast(record);
        file_.entries.push_back(std::move(entry));
    }

    const std::string& field(const CsvRecord& record, std::string_view column) const {
        return record.fields[columns_.at(std::string(column))];
    }

    void check_characters(const CsvRecord& record, std::string_view column) {
        const std::string& text = field(record, column);
        if (!extract::is_utf8(text))
            fault(record.line, column, "the text isn't UTF-8. Save the file as CSV (UTF-8).");
        else if (has_control_character(text))
            fault(record.line, column, "the text holds a control character. Take it out.");
    }

    std::string action_id(const CsvRecord& record) {
        const std::string& id = field(record, "action_id");
        if (std::find(action_ids_.begin(), action_ids_.end(), id) == action_ids_.end())
            fault(record.line, "action_id",
                  fmt::format("the programme's plan has no entry \"{}\"{}", validate::shown(id),
                              report::nearest_hint(id, action_ids_)));
        else if (const auto [first, is_new] = lines_.emplace(id, record.line); !is_new)
            fault(record.line, "action_id",
                  fmt::format("{} stands on line {} already; expected each entry once.", id, first->second));
        return id;
    }

    void expect_one_of(const CsvRecord& record, std::string_view column, const std::vector<std::string>& names) {
        fault(
            record.line, column,
            fmt::format("it is \"{}\"; expected {}.", validate::shown(field(record, column)), fmt::join(names, ", ")));
    }

    int percent(const CsvRecord& record, std::optional<Status> status) {
        const std::string& text = field(record, "percent_complete");
        int percent = -1;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), percent);
        if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-' || percent > 100)
            fault(record.line, "percent_complete",
                  fmt::format("it is \"{}\"; expected a whole number from 0 to 100.", validate::shown(text)));
        else if (status == Status::complete && percent != 100)
            fault(record.line, "percent_complete",
                  fmt::format("it is {}, while the status is complete; expected 100, or another status.", percent));
        return percent;
    }

    std::string narrative(const CsvRecord& record) {
        const std::string& text = field(record, "narrative");
        if (const std::ptrdiff_t length = characters(text); length > longest_narrative)
            fault(
                record.line, "narrative",
                fmt::format("the text has {} characters; expected at most {}. Shorten it.", length, longest_narrative));
        return text;
    }

    std::optional<Date> forecast(const CsvRecord& record) {
        const std::string& text = field(record, "forecast");
        const std::optional<Date> date = Date::parse(text);
        if (!date && !text.empty())
            fault(record.line, "forecast",
                  fmt::format("it is \"{}\"; expected a day as YYYY-MM-DD, or nothing.", validate::shown(text)));
        return date;
    }

    const std::vector<std::string>& action_ids_;
    std::map<std::string, std::size_t> columns_;
    std::map<std::string, std::size_t> lines_;  ///< of each id
    ReturnFile file_;
};

}  // namespace

std::string fault_text(const std::string& file, const Fault& fault) {
    std::string place = file;
    if (fault.line > 0) place += fmt::format(", line {}", fault.line);
    if (!fault.column.empty()) place += fmt::format(", column {}", fault.column);
    return place + ": " + fault.what;
}

ReturnFile read_return(std::string_view csv, const std::vector<std::string>& action_ids) {
    return Reading(action_ids).read(csv);
}

}  // namespace quarterdeck::returns
