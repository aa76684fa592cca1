#include "record_row.h"

#include <array>
#include <charconv>
#include <chrono>

#include "organisations.h"

namespace quarterdeck::example {

namespace {

/// Status, category and contract type, each with a comma behind, by standing and contract.
std::string_view standing_columns(Standing standing, Contract contract) {
    constexpr std::array<std::array<std::string_view, 3>, 7> by_contract{{
        {"Active Assignment,Permanent,Permanent,", "Active Assignment,Fixed Term Temp,Fixed Term Temp,",
         "Active Assignment,Locum,Locum,"},
        {"Internal Secondment,Permanent,Permanent,", "Internal Secondment,Fixed Term Temp,Fixed Term Temp,",
         "Internal Secondment,Locum,Locum,"},
        {"Acting Up,Permanent,Permanent,", "Acting Up,Fixed Term Temp,Fixed Term Temp,", "Acting Up,Locum,Locum,"},
        {"Career Break,Permanent,Permanent,", "Career Break,Fixed Term Temp,Fixed Term Temp,",
         "Career Break,Locum,Locum,"},
        {"Inactive Not Worked,Permanent,Permanent,", "Inactive Not Worked,Fixed Term Temp,Fixed Term Temp,",
         "Inactive Not Worked,Locum,Locum,"},
        {"Maternity & Adoption,Permanent,Permanent,", "Maternity & Adoption,Fixed Term Temp,Fixed Term Temp,",
         "Maternity & Adoption,Locum,Locum,"},
        {"Suspend No Pay,Permanent,Permanent,", "Suspend No Pay,Fixed Term Temp,Fixed Term Temp,",
         "Suspend No Pay,Locum,Locum,"},
    }};
    if (standing == Standing::bank) return "Active Assignment,Bank,Bank,";
    if (standing == Standing::honorary) return "Active Assignment,Honorary,Honorary,";
    return by_contract[static_cast<std::size_t>(standing)][static_cast<std::size_t>(contract)];
}

void append_digits(std::string& out, std::uint64_t value, std::size_t width) {
    std::array<char, 20> digits{};
    for (std::size_t i = width; i > 0; --i) {
        digits[i - 1] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
    out.append(digits.data(), width);
}

void append_date(std::string& out, Day day) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    append_digits(out, static_cast<std::uint64_t>(static_cast<int>(date.year())), 4);
    out += '-';
    append_digits(out, static_cast<unsigned>(date.month()), 2);
    out += '-';
    append_digits(out, static_cast<unsigned>(date.day()), 2);
}

/// "1", "0.8", "0.53333": no zeros behind.
void append_fte(std::string& out, std::int32_t fte) {
    append_digits(out, static_cast<std::uint64_t>(fte / whole_fte), 1);
    std::uint64_t rest = static_cast<std::uint64_t>(fte % whole_fte);
    if (rest == 0) return;
    std::size_t places = 5;
    for (; rest % 10 == 0; rest /= 10) --places;
    out += '.';
    append_digits(out, rest, places);
}

}  // namespace

void append_row(std::string& out, std::string_view date, const RecordRow& row) {
    constexpr std::size_t number_width = 8;
    const auto codes = organisations();
    const std::string_view employee = row.second_employer ? "EY" : "EX";
    out.append(date).append(",").append(codes[row.employment.organisation]).append(",");
    if (row.employment.host != Employment::no_host) out.append(codes[row.employment.host]);
    out.append(",SYN");
    append_digits(out, row.number, number_width);
    out.append(",").append(employee);
    append_digits(out, row.number, number_width);
    out.append(",").append(employee);
    append_digits(out, row.number, number_width);
    out.append(row.primary ? "-1,Yes," : "-2,No,");
    out.append(standing_columns(row.post.standing, row.post.contract)).append(row.job.columns);
    append_fte(out, row.post.fte);
    out.append(row.person.gender == Gender::female ? ",Female," : ",Male,");
    append_date(out, row.birth);
    out += ',';
    append_date(out, row.employment.start);
    out += ',';
    append_date(out, row.employment.end);
    out.append(",\n");
}

}  // namespace quarterdeck::example
