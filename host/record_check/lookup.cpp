#include "record_check/lookup.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>
#include <map>
#include <string>
#include <vector>

#include "extract/table.h"
#include "occupation_codes.h"
#include "organisations.h"
#include "pay_bands.h"

namespace quarterdeck::record_check {
namespace {

constexpr std::string_view doctors = "HCHS doctors";
constexpr std::string_view medical = "Medical and Dental";

struct Code {
    std::string staff_group;  ///< the manual's
    std::string programme;
    bool retired = false;
};

template <class Value>
using ByName = std::map<std::string, Value, std::less<>>;

/// A column of an embedded list.
std::size_t column(const extract::Table& table, std::string_view name) {
    return static_cast<std::size_t>(std::find(table.header.begin(), table.header.end(), name) - table.header.begin());
}

const ByName<Code>& codes() {
    static const ByName<Code> all = [] {
        ByName<Code> read;
        const extract::Table table = extract::read_table(occupation_codes);
        const std::size_t group = column(table, "staff_group");
        const std::size_t programme = column(table, "programme");
        const std::size_t status = column(table, "status");
        for (const extract::TableRow& row : table.rows)
            read.emplace(row.cells[0], Code{row.cells[group], row.cells[programme], row.cells[status] == "retired"});
        return read;
    }();
    return all;
}

/// The kind of each pay band: "Agenda for Change", "medical grade", "other non-medical".
const ByName<std::string>& kinds() {
    static const ByName<std::string> all = [] {
        ByName<std::string> read;
        for (const extract::TableRow& row : extract::read_table(pay_bands).rows)
            read.emplace(row.cells[0], row.cells[1]);
        return read;
    }();
    return all;
}

bool is_grade(const std::string& kind) {
    return kind == "medical grade";
}

/// The staff groups of the Electronic Staff Record that go with a group of the manual. Cytoscreeners and genetic
/// counsellors hold support codes in other groups than support staff.
const ByName<std::vector<std::string_view>>& groups() {
    static const std::string_view scientists = "Healthcare Scientists";
    static const std::string_view professional = "Add Prof Scientific and Technic";
    static const std::string_view support = "Additional Clinical Services";
    static const std::string_view allied = "Allied Health Professionals";
    static const ByName<std::vector<std::string_view>> all{
        {std::string(doctors), {medical}},
        {"Healthcare scientists", {scientists, professional}},
        {"Support to healthcare scientists", {support, scientists, professional}},
        {"Other scientific, therapeutic & technical staff", {professional, scientists, support}},
        {"Allied health professionals", {allied}},
        {"Support to AHPs", {support, allied}},
        {"Support to other ST&T staff", {support, professional}},
        {"Nurses - adult", {"Nursing and Midwifery Registered"}},
        {"Nursing support staff", {support}},
    };
    return all;
}

bool is_known_group(std::string_view staff_group) {
    constexpr std::array<std::string_view, 9> known{"Healthcare Scientists",
                                                    "Add Prof Scientific and Technic",
                                                    "Additional Clinical Services",
                                                    "Allied Health Professionals",
                                                    "Nursing and Midwifery Registered",
                                                    medical,
                                                    "Administrative and Clerical",
                                                    "Estates and Ancillary",
                                                    "Students"};
    return std::find(known.begin(), known.end(), staff_group) != known.end();
}

bool one_of(std::string_view text, std::initializer_list<std::string_view> texts) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

Standing standing_of(std::string_view code) {
    if (const auto found = codes().find(code); found != codes().end())
        return found->second.retired ? Standing::retired : Standing::valid;
    const bool formed =
        code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) {
            return std::isdigit(static_cast<unsigned char>(c)) != 0 || std::isupper(static_cast<unsigned char>(c)) != 0;
        });
    return formed ? Standing::unknown : Standing::malformed;
}

bool fits_staff_group(std::string_view code, std::string_view staff_group) {
    const auto found = codes().find(code);
    if (found == codes().end() || !is_known_group(staff_group)) return true;
    const std::vector<std::string_view>& fitting = groups().find(found->second.staff_group)->second;
    return std::find(fitting.begin(), fitting.end(), staff_group) != fitting.end();
}

bool fits_band(std::string_view code, std::string_view pay_band) {
    const auto found = codes().find(code);
    const auto kind = kinds().find(pay_band);
    if (found == codes().end() || kind == kinds().end()) return true;
    const std::string& group = found->second.staff_group;
    if (group == doctors) return is_grade(kind->second);
    if (is_grade(kind->second)) return false;
    if (kind->second != "Agenda for Change") return true;
    const bool support = group.starts_with("Support to") || group == "Nursing support staff";
    if (support) return one_of(pay_band, {"Band 2", "Band 3", "Band 4"});
    return !one_of(pay_band, {"Band 2", "Band 3"});
}

bool band_fits_staff_group(std::string_view pay_band, std::string_view staff_group) {
    const auto kind = kinds().find(pay_band);
    if (kind == kinds().end() || !is_known_group(staff_group)) return true;
    if (kind->second == "other non-medical") return staff_group != medical;
    return is_grade(kind->second) == (staff_group == medical);
}

std::string_view programme_of(std::string_view code) {
    const auto found = codes().find(code);
    return found == codes().end() ? std::string_view() : std::string_view(found->second.programme);
}

std::string_view organisation_name(std::string_view ods_code) {
    static const ByName<std::string> all = [] {
        ByName<std::string> read;
        const extract::Table table = extract::read_table(organisations);
        const std::size_t name = column(table, "name_en");
        for (const extract::TableRow& row : table.rows) read.emplace(row.cells[0], row.cells[name]);
        return read;
    }();
    const auto found = all.find(ods_code);
    return found == all.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace quarterdeck::record_check
