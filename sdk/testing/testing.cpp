#include "quarterdeck/testing.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "disclosure/protect.h"
#include "plugins/offences.h"
#include "query/check.h"
#include "query/evaluate.h"
#include "snapshot/input.h"

namespace quarterdeck::test_kit {

namespace {

/// A data directory that lasts as long as this object.
class DataDirectory {
public:
    DataDirectory() {
        std::string name = (std::filesystem::temp_directory_path() / "quarterdeck-testing-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr)
            throw std::system_error(errno, std::generic_category(), "a directory for test records");
        path_ = name;
        std::filesystem::create_directory(path_ / "assignments");
    }
    ~DataDirectory() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    DataDirectory(const DataDirectory&) = delete;
    DataDirectory& operator=(const DataDirectory&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

std::string quoted(const std::string& field) {
    std::string text = "\"";
    for (const char c : field) text.append(c == '"' ? 2 : 1, c);
    return text + '"';
}

void write_line(std::ostream& file, const std::vector<std::string>& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) file << (i == 0 ? "" : ",") << quoted(fields[i]);
    file << '\n';
}

void write_records(const std::filesystem::path& directory, const std::vector<StaffRecord>& records, Date as_at) {
    std::ofstream file(directory / "assignments" / "records.csv", std::ios::binary);
    write_line(file, {"snapshot_date", "organisation", "host_organisation", "person_id_national", "employee_number",
                      "assignment_number", "primary_assignment", "assignment_status", "assignment_category",
                      "contract_type", "staff_group", "occupation_code", "job_role", "area_of_work", "pay_band",
                      "contracted_fte", "gender", "date_of_birth", "start_date"});
    for (std::size_t i = 0; i < records.size(); ++i) {
        const StaffRecord& record = records[i];
        const std::string number = std::to_string(i + 1);
        const std::string person = record.person.empty() ? "person of record " + number : record.person;
        const std::string assignment = record.assignment.empty() ? "assignment of record " + number : record.assignment;
        write_line(
            file, {record.snapshot_date.empty() ? as_at.iso() : record.snapshot_date, record.organisation,
                   record.host_organisation, person, person, assignment, record.primary ? "Yes" : "No",
                   record.assignment_status, record.assignment_category, record.contract_type, record.staff_group,
                   record.occupation_code, record.job_role, record.area_of_work, record.pay_band, record.contracted_fte,
                   record.gender, record.date_of_birth, record.start_date});
    }
}

Table table_of(const Metric& metric, const std::vector<StaffRecord>& records, Date as_at, bool protect) {
    query::check(metric);
    const DataDirectory directory;
    write_records(directory.path(), records, as_at);
    const std::vector<Query> queries = metric.computed() ? metric.needs : std::vector<Query>{metric.query};
    const snapshot::Input input =
        snapshot::read_input(directory.path(), query::dates_needed(queries, as_at),
                             query::follow_people(queries) ? snapshot::Trails::yes : snapshot::Trails::no);
    const std::vector<query::Answer> answers = query::evaluate(queries, input, as_at);

    disclosure::Protector protector({.protect = protect});
    if (!metric.computed()) return protector.protect(metric, answers.at(0)).table();
    std::vector<Table> tables;
    tables.reserve(answers.size());
    for (const auto& answer : answers) tables.push_back(protector.protect(answer).table());
    return metric.compute(tables);
}

}  // namespace

Table shown(const Metric& metric, const std::vector<StaffRecord>& records, Date as_at) {
    return table_of(metric, records, as_at, false);
}

Table published(const Metric& metric, const std::vector<StaffRecord>& records, Date as_at) {
    return table_of(metric, records, as_at, true);
}

std::vector<std::string> refusals(const Programme& programme) {
    std::vector<std::string> sentences;
    for (const plugins::Offence& offence : plugins::offences(programme)) sentences.push_back(offence.what);
    return sentences;
}

}  // namespace quarterdeck::test_kit
