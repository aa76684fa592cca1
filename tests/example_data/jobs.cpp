#include "jobs.h"

#include <fmt/format.h>

#include <stdexcept>

#include "job_pattern.h"

namespace quarterdeck::example {

namespace {

std::vector<std::string> split(std::string_view list) {
    std::vector<std::string> items;
    std::size_t begin = 0;
    for (std::size_t bar = list.find('|'); bar != std::string_view::npos; bar = list.find('|', begin)) {
        items.emplace_back(list.substr(begin, bar - begin));
        begin = bar + 1;
    }
    items.emplace_back(list.substr(begin));
    return items;
}

std::string quoted(std::string_view value) {
    return value.find(',') == std::string_view::npos ? std::string(value) : fmt::format("\"{}\"", value);
}

void check(const JobPattern& pattern, const std::vector<std::string>& bands, const Reference& reference) {
    bool known = reference.has_job_role(pattern.staff_group, pattern.job_role);
    for (const auto& band : bands) known = known && reference.has_pay_band(pattern.band_group, band);
    if (!pattern.occupation_code.empty() && pattern.occupation_code.back() != '?')
        known = known && reference.has_valid_occupation_code(pattern.occupation_code);
    if (!known)
        throw std::logic_error(
            fmt::format("the post {} {} is not in the reference lists", pattern.occupation_code, pattern.job_role));
}

/// The codes of a pattern, one a code letter; those that the reference list doesn't have as valid fall away.
std::vector<std::string> codes_of(const JobPattern& pattern, const Population& population, const Reference& reference) {
    if (pattern.occupation_code.empty()) return {""};
    std::vector<std::string> codes;
    const bool open = pattern.occupation_code.back() == '?';
    for (const char letter : open ? population.code_letters : std::string_view("?")) {
        std::string code(pattern.occupation_code);
        if (open) code.back() = letter;
        if (reference.has_valid_occupation_code(code)) codes.push_back(std::move(code));
    }
    return codes;
}

}  // namespace

std::vector<Jobs::Run> Jobs::expand(std::size_t population, const std::string& band_group) {
    const Population& people = populations()[population];
    std::vector<Run> runs;
    for (const JobPattern& pattern : job_patterns()) {
        if (pattern.work != people.work || pattern.band_group != band_group) continue;
        const auto bands = pattern.pay_bands.empty() ? reference_.pay_bands(band_group) : split(pattern.pay_bands);
        const auto areas = split(pattern.areas_of_work.empty() ? people.areas_of_work : pattern.areas_of_work);
        check(pattern, bands, reference_);
        const bool doctor = pattern.staff_group == "Medical and Dental";
        const auto first = static_cast<std::uint32_t>(jobs_.size());
        for (const auto& code : codes_of(pattern, people, reference_))
            for (const auto& band : bands)
                for (const auto& area : areas)
                    jobs_.push_back({population, band_group,
                                     fmt::format("{},{},{},{},{},", pattern.staff_group, code, quoted(pattern.job_role),
                                                 area, band),
                                     doctor, doctor && band_group == "Specialty Registrar"});
        const auto count = static_cast<std::uint32_t>(jobs_.size()) - first;
        if (count > 0) runs.insert(runs.end(), pattern.weight, Run{first, count});
    }
    return runs;
}

const std::vector<Jobs::Run>& Jobs::choices(std::size_t population, const std::string& band_group) {
    const auto [entry, fresh] = choices_.try_emplace({population, band_group});
    if (fresh) entry->second = expand(population, band_group);
    if (entry->second.empty())
        throw std::logic_error(fmt::format("no post of the population {} is in {}",
                                           populations()[population].subjective_code, band_group));
    return entry->second;
}

std::uint32_t Jobs::draw(std::size_t population, const std::string& band_group, Draw& draw) {
    const auto& runs = choices(population, band_group);
    const Run run = runs[draw.below(static_cast<std::uint32_t>(runs.size()))];
    return run.first + draw.below(run.count);
}

}  // namespace quarterdeck::example
