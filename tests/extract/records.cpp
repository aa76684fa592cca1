#include "records.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <utility>

#include "refusal.h"

namespace quarterdeck::snapshot {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 21> ordinary{{
    {"snapshot_date", "2023-03-31"},
    {"organisation", "7A1"},
    {"host_organisation", ""},
    {"person_id_national", ""},
    {"employee_number", ""},
    {"assignment_number", ""},
    {"primary_assignment", "Yes"},
    {"assignment_status", "Active Assignment"},
    {"assignment_category", "Permanent"},
    {"contract_type", "Permanent"},
    {"staff_group", "Healthcare Scientists"},
    {"occupation_code", "U1A"},
    {"job_role", "Biomedical Scientist"},
    {"area_of_work", "Blood Sciences"},
    {"pay_band", "Band 5"},
    {"contracted_fte", "1.00000"},
    {"gender", "Female"},
    {"date_of_birth", "1980-01-15"},
    {"start_date", "2010-09-01"},
    {"end_date", "4712-12-31"},
    {"leaving_reason", ""},
}};

}  // namespace

std::string header() {
    std::string text;
    for (const auto& [name, unused] : ordinary) text += (text.empty() ? "" : ",") + std::string(name);
    return text + "\n";
}

std::string record(const std::map<std::string, std::string>& fields) {
    std::string text;
    for (const auto& [name, usual] : ordinary) {
        const auto given = fields.find(std::string(name));
        if (name != ordinary.front().first) text += ',';
        text += given == fields.end() ? std::string(usual) : given->second;
    }
    return text + "\n";
}

Input read_records(std::initializer_list<std::map<std::string, std::string>> records) {
    const DataDirectory data;
    std::string text = header();
    int number = 1000;
    for (const auto& fields : records) {
        std::map<std::string, std::string> all = fields;
        all.emplace("employee_number", std::to_string(number));
        all.emplace("person_id_national", all.at("employee_number").empty() ? "" : "N" + std::to_string(number));
        all.emplace("assignment_number", std::to_string(number));
        text += record(all);
        ++number;
    }
    data.write("assignments/a.csv", text);
    return read_input(data.path(), {{2023, 3, 31}});
}

validate::Finding finding(const Input& input, std::string_view rule) {
    const auto found = std::find_if(input.findings.begin(), input.findings.end(),
                                    [&](const validate::Finding& one) { return one.rule == rule; });
    if (found != input.findings.end()) return *found;
    ADD_FAILURE() << "no finding " << rule;
    return {};
}

bool has_finding(const Input& input, std::string_view rule) {
    return std::any_of(input.findings.begin(), input.findings.end(),
                       [&](const validate::Finding& one) { return one.rule == rule; });
}

std::string refusal_of(const DataDirectory& data, const std::vector<Date>& dates) {
    try {
        read_input(data.path(), dates);
    } catch (const Refusal& refusal) {
        return refusal.what();
    }
    ADD_FAILURE() << "the directory was read";
    return {};
}

}  // namespace quarterdeck::snapshot
