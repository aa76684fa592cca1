#include "extract.h"

#include <gtest/gtest.h>
#include <libfccp/csv.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "example.h"

namespace example_test {

namespace fs = std::filesystem;

namespace {

using Quoted = io::double_quote_escape<',', '"'>;
using Trimmed = io::trim_chars<' ', '\t'>;

const std::map<std::string, std::string> band_groups{
    {"Band 2", "Band 2-4"},        {"Band 3", "Band 2-4"},
    {"Band 4", "Band 2-4"},        {"Band 5", "Band 5-6"},
    {"Band 6", "Band 5-6"},        {"Band 7", "Band 7/8a/8b"},
    {"Band 8a", "Band 7/8a/8b"},   {"Band 8b", "Band 7/8a/8b"},
    {"Band 8c", "Band 8c/8d/9"},   {"Band 8d", "Band 8c/8d/9"},
    {"Band 9", "Band 8c/8d/9"},    {"Non AfC", "Non AfC"},
    {"Consultant", "Consultant"},  {"Specialty Registrar", "Registrar"},
    {"Specialty Doctor", "Other"}, {"Associate Specialist", "Other"}};

/// A staff group of a published table, with its area of the age profile.
struct Group {
    std::string table, name, area;
};

bool science_code(const std::string& code, const std::string& letters) {
    return code.size() == 3 && code[0] == 'U' && letters.find(code[2]) != std::string::npos;
}

Group medical_group(const Record& record) {
    const std::string& code = record.code;
    static const std::set<std::string> pathology{"072", "073", "074", "075", "077", "078",
                                                 "086", "087", "088", "046", "047"};
    if (pathology.contains(code)) return {"Pathology", "Medical", "medical|Pathology"};
    if (code == "020" || code == "120") return {"Genomics", "Medical", "medical|Genomics"};
    if (code == "080" || code == "016" || code == "045")
        return {"Diagnostic Radiology", "Medical", "medical|Diagnostic Radiology"};
    if (code == "026") return {"Radiotherapy", "Medical", "medical|Radiotherapy"};
    const std::string heart = "Cardiac, Vascular, Respiratory and Sleep Physiology";
    if (record.area_of_work == "Cardiology") return {heart, "Medical - Cardiology", "medical|Cardiology"};
    if (record.area_of_work == "Respiratory Medicine") return {heart, "Medical - Respiratory", "medical|Respiratory"};
    if (code == "014") return {"Neurophysiology", "Medical", "medical|Neurophysiology"};
    if (record.area_of_work == "Ear Nose and Throat" || code == "019") return {"Audiology and ENT", "Medical", ""};
    return {};
}

Group other_group(const Record& record) {
    const std::string& code = record.code;
    const std::string& area = record.area_of_work;
    if (record.job_role == "Phlebotomist") return {"Pathology", "Healthcare Scientists – Blood", "science|Phlebotomy"};
    if (record.job_role == "Cytoscreener")
        return {"Pathology", "Healthcare Scientists – Infection", "science|Cytopathology"};
    if (record.job_role == "Genetic Counsellor")
        return {"Genomics", "Counsellors- Genomics", "science|Genomic Counsellors"};
    if (science_code(code, "A"))
        return {"Pathology", "Healthcare Scientists – Blood", "science|Blood Science (Minus Phlebotomy)"};
    if (science_code(code, "C")) return {"Pathology", "Healthcare Scientists – Cellular", "science|Celllular Science"};
    if (science_code(code, "B"))
        return {"Pathology", "Healthcare Scientists – Infection", "science|Infection Science (Minus Cytopathology)"};
    if (science_code(code, "DK")) return {"Genomics", "Healthcare Scientists – Genomics", "science|Genomics"};
    if (code.size() == 3 && code[0] == 'S' && code[2] == 'F')
        return {"Diagnostic Radiology", "Diagnostic Radiographers", "science|Diagnostic Radiography"};
    if (code.size() == 3 && code[0] == 'S' && code[2] == 'G')
        return {"Radiotherapy", "Therapeutic Radiographers", "science|Therapeutic Radiography"};
    if (science_code(code, "H"))
        return {"Physical Sciences", "Healthcare Scientists – Medical Physics and Medical Illustration",
                "science|Medical Physics & Medical Illustration"};
    if (science_code(code, "J"))
        return {"Physical Sciences", "Healthcare Scientists – Biomedical Engineering",
                "science|Biomedical Engineering"};
    if (area == "Endoscopy") return {"Endoscopy", "Nursing - Endoscopy", "science|Endoscopy Nurses"};
    if (science_code(code, "E"))
        return {"Cardiac, Vascular, Respiratory and Sleep Physiology",
                "Healthcare Scientists – Cardiac, Vascular, Respiratory and Sleep Physiology",
                "science|Cardiac, Vascular, Respiratory and Sleep"};
    if (science_code(code, "F") && area == "Neurophysiology")
        return {"Neurophysiology", "Healthcare Scientists - Neurophysiology", "science|Neurophysiology"};
    if (science_code(code, "F") && area == "Audiology")
        return {"Audiology and ENT", "Healthcare Scientists - Audiology", "science|Audiology"};
    return {};
}

Group group_of(const Record& record) {
    return record.staff_group == "Medical and Dental" ? medical_group(record) : other_group(record);
}

/// Removes the tests' directory when the program ends.
class Workplace : public testing::Environment {
public:
    Workplace() {
        std::string pattern = (fs::temp_directory_path() / "example-data-XXXXXX").string();
        path = mkdtemp(pattern.data());
    }
    void TearDown() override { fs::remove_all(path); }

    fs::path path;
};

Workplace& workplace() {
    static auto* const place = new Workplace;
    static const auto* const registered = testing::AddGlobalTestEnvironment(place);
    EXPECT_NE(registered, nullptr);
    return *place;
}

}  // namespace

bool Record::counted() const {
    return (status == "Active Assignment" || status == "Internal Secondment" || status == "Acting Up") &&
           (contract == "Permanent" || contract == "Fixed Term Temp" || contract == "Locum") && category != "Bank" &&
           category != "Honorary";
}

int Record::age() const {
    const bool birthday_passed = born.substr(5) <= "03-31";
    return 2023 - std::stoi(born.substr(0, 4)) - (birthday_passed ? 0 : 1);
}

std::int64_t Record::fte_units() const {
    return units(fte, 5);
}

std::string Record::band_group() const {
    return band_groups.at(pay_band);
}

std::string Record::row() const {
    const Group group = group_of(*this);
    if (group.table.empty()) return "";
    std::string band = band_group();
    if (job_role == "Phlebotomist") band = "Phlebotomists";
    if (job_role == "Cytoscreener") band = "Cytoscreeners";
    return group.table + "|" + group.name + "|" + band;
}

std::string Record::area() const {
    return group_of(*this).area;
}

std::vector<Record> read_extract(const fs::path& file) {
    io::CSVReader<19, Trimmed, Quoted> reader(file.string());
    reader.read_header(io::ignore_extra_column, "organisation", "host_organisation", "person_id_national",
                       "employee_number", "assignment_number", "primary_assignment", "assignment_status",
                       "assignment_category", "contract_type", "staff_group", "occupation_code", "job_role",
                       "area_of_work", "pay_band", "contracted_fte", "gender", "date_of_birth", "start_date",
                       "end_date");
    std::vector<Record> records;
    Record one;
    while (reader.read_row(one.organisation, one.host, one.person, one.employee, one.assignment, one.primary,
                           one.status, one.category, one.contract, one.staff_group, one.code, one.job_role,
                           one.area_of_work, one.pay_band, one.fte, one.gender, one.born, one.start, one.end))
        records.push_back(one);
    return records;
}

void Counted::add(const Record& record) {
    people.insert(record.person);
    (record.gender == "Male" ? male : female).insert(record.person);
    if (record.over_55()) over_55.insert(record.person);
    fte += record.fte_units();
}

std::map<std::string, Counted> count_rows(const std::vector<Record>& records) {
    std::map<std::string, Counted> rows;
    for (const Record& record : records)
        if (const std::string row = record.row(); record.counted() && !row.empty()) rows[row].add(record);
    return rows;
}

Table read_table(const fs::path& file) {
    std::ifstream header_line(file);
    std::string header;
    std::getline(header_line, header);
    std::vector<std::string> names;
    std::stringstream parts(header);
    for (std::string name; std::getline(parts, name, ',');) names.push_back(name);
    const auto read = [&]<std::size_t... i>(std::index_sequence<i...>) {
        io::CSVReader<sizeof...(i), Trimmed, Quoted> reader(file.string());
        reader.next_line();
        std::array<std::string, sizeof...(i)> cells;
        reader.set_header(names[i]...);
        Table table;
        while (reader.read_row(cells[i]...)) table.push_back({{names[i], cells[i]}...});
        return table;
    };
    switch (names.size()) {
        case 3: return read(std::make_index_sequence<3>());
        case 4: return read(std::make_index_sequence<4>());
        case 5: return read(std::make_index_sequence<5>());
        case 6: return read(std::make_index_sequence<6>());
        case 7: return read(std::make_index_sequence<7>());
        case 8: return read(std::make_index_sequence<8>());
        case 11: return read(std::make_index_sequence<11>());
        default: ADD_FAILURE() << file << " has " << names.size() << " columns"; return {};
    }
}

std::string read_text(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::int64_t units(const std::string& decimal, int places) {
    const std::size_t point = decimal.find('.');
    std::string digits = decimal.substr(0, point);
    std::string decimals = point == std::string::npos ? "" : decimal.substr(point + 1);
    decimals.resize(static_cast<std::size_t>(places), '0');
    return std::stoll(digits + decimals);
}

const fs::path& example(std::uint64_t seed) {
    static std::map<std::uint64_t, fs::path> written;
    auto& path = written[seed];
    if (path.empty()) {
        path = fresh_path();
        quarterdeck::example::write_example({published, path, std::nullopt, seed});
    }
    return path;
}

const std::vector<Record>& records(std::uint64_t seed) {
    static std::map<std::uint64_t, std::vector<Record>> read;
    auto& all = read[seed];
    if (all.empty()) all = read_extract(example(seed) / "assignments/2023-03-31.csv");
    return all;
}

fs::path fresh_path() {
    static int number = 0;
    return workplace().path / std::to_string(++number);
}

}  // namespace example_test
