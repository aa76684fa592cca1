#include <algorithm>

#include "render/certificate_words.h"
#include "render/date_text.h"
#include "render/html_parts.h"

namespace quarterdeck::render {
namespace {

using nlohmann::json;

constexpr std::size_t places_shown = 3;

std::int64_t number(std::uint64_t count) {
    return static_cast<std::int64_t>(count);
}

std::string count_text(std::uint64_t count, const PageWords& words) {
    return words("provenance.count", {{"count", number(count)}});
}

std::string policy_text(const report::Provenance& provenance, const PageWords& words) {
    if (!provenance.policy.protect) return words("provenance.nothing_hidden");
    return words("provenance.hidden", {{"last", std::int64_t{provenance.policy.threshold - 1}},
                                       {"primary", number(provenance.hidden.primary)},
                                       {"dependent", number(provenance.hidden.dependent)},
                                       {"figures", number(provenance.hidden.figures)}});
}

json facts(const report::Report& report, const PageWords& words) {
    const report::Provenance& provenance = report.provenance;
    json facts = json::array();
    const auto add = [&](const char* term, const std::string& value) {
        facts.push_back({{"term", words(term)}, {"value", value}});
    };
    add("provenance.as_at", date_text(report.as_at, words.language()));
    add("provenance.template", words("provenance.versioned", {{"name", printable(provenance.template_id)},
                                                              {"version", printable(provenance.template_version)}}));
    add("provenance.host",
        words("provenance.versioned", {{"name", "Quarterdeck"}, {"version", printable(provenance.host_version)}}));
    add("provenance.verification",
        words(provenance.plugins_verified ? "provenance.verified" : "provenance.not_verified"));
    for (const std::string& lacking : provenance.lacking)
        add("provenance.reduced_sandbox", words("provenance.lacking." + lacking));
    add("provenance.policy", policy_text(provenance, words));
    add("provenance.rows_read", count_text(provenance.rows_read, words));
    add("provenance.rows_counted", count_text(provenance.rows_counted, words));
    return facts;
}

/// Rules are worded in both languages by their id; the words of one without wording are English.
std::string rule_text(const std::string& rule, const std::string& otherwise, const PageWords& words) {
    const std::string key = "rule." + rule;
    return words.has(key) ? words(key) : printable(otherwise);
}

std::string place_text(const validate::Place& place, const PageWords& words) {
    if (place.line == 0) return printable(place.file);
    if (!place.sheet.empty())
        return words("provenance.place_in_sheet",
                     {{"file", printable(place.file)}, {"sheet", printable(place.sheet)}, {"row", number(place.line)}});
    return words("provenance.place", {{"file", printable(place.file)}, {"line", number(place.line)}});
}

json findings(const validate::Findings& findings, const PageWords& words) {
    json items = json::array();
    for (const validate::Finding& finding : findings) {
        std::string places;
        for (std::size_t i = 0; i < std::min(finding.places.size(), places_shown); ++i)
            places += (i == 0 ? "" : "; ") + place_text(finding.places[i], words);
        const bool translated = words.has("rule." + finding.rule);
        items.push_back({{"what", rule_text(finding.rule, finding.what, words)},
                         {"rows", count_text(finding.count, words)},
                         {"places", places},
                         {"in_english", !translated && words.language() != Language::english}});
    }
    return items;
}

std::string programme_title(const report::Provenance& provenance, const std::string& id, const PageWords& words) {
    for (const report::PluginVersion& plugin : provenance.plugins)
        if (plugin.id == id) return words.in(plugin.title);
    return printable(id);
}

}  // namespace

json certificate_data(const report::Report& report, const PageWords& words) {
    const report::Provenance& provenance = report.provenance;
    const report::Locale& locale = words.locale();
    json facts = json::array();
    if (provenance.certificate)
        for (const CertificateLine& line : certificate_lines(*provenance.certificate, locale, words.language()))
            facts.push_back({{"term", printable(line.term)},
                             {"value", line.number ? count_text(*line.number, words) : printable(line.words)}});
    return {{"title", printable(locale.get("certificate.title", words.language()))},
            {"none", provenance.certificate
                         ? json(false)
                         : json(printable(no_certificate(provenance.policy.protect, locale, words.language())))},
            {"facts", std::move(facts)}};
}

json provenance_data(const report::Report& report, const PageWords& words) {
    const report::Provenance& provenance = report.provenance;
    json files = json::array();
    for (const snapshot::SourceFile& file : provenance.files)
        files.push_back({{"path", printable(file.path)},
                         {"sha256", printable(file.sha256)},
                         {"rows", count_text(file.rows, words)}});
    json plugins = json::array();
    for (const report::PluginVersion& plugin : provenance.plugins)
        plugins.push_back({{"title", words.in(plugin.title)},
                           {"version", printable(plugin.version)},
                           {"file", printable(plugin.file)},
                           {"sha256", printable(plugin.sha256)}});
    json populations = json::array();
    for (const report::PopulationVersion& population : provenance.populations)
        populations.push_back({{"programme", programme_title(provenance, population.programme, words)},
                               {"title", words.in(population.title)},
                               {"version", printable(population.version)},
                               {"definition", words.in(population.definition)}});
    json left_out = json::array();
    for (const snapshot::LeftOut& rule : provenance.left_out)
        left_out.push_back(
            {{"reason", rule_text(rule.reason, rule.reason, words)}, {"rows", count_text(rule.rows, words)}});
    return {{"person_ids", words(provenance.national_person_ids ? "provenance.national_ids" : "provenance.local_ids")},
            {"has_left_out", !left_out.empty()},
            {"has_findings", !provenance.findings.empty()},
            {"facts", facts(report, words)},
            {"files", std::move(files)},
            {"plugins", std::move(plugins)},
            {"populations", std::move(populations)},
            {"left_out", std::move(left_out)},
            {"findings", findings(provenance.findings, words)}};
}

}  // namespace quarterdeck::render
