#include "warehouse/document.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <utility>

#include "validate/rules.h"
#include "validate/tally.h"

namespace quarterdeck::snapshot {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SourceFile, path, sha256, bytes, rows)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(LeftOut, reason, rows)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SeriesFigure, series, subject, provider, year, stage, value, known)

void to_json(nlohmann::json& json, const FundedPosts& posts) {
    json = {posts.date.iso(), posts.organisation, posts.subjective_code, posts.staff_group, posts.occupation_code,
            posts.job_role,   posts.area_of_work, posts.pay_band,        posts.band_group,  posts.fte,
            posts.known};
}

void from_json(const nlohmann::json& json, FundedPosts& posts) {
    posts.date = Date::parse(json.at(0).get<std::string>()).value();
    std::size_t at = 1;
    for (std::string* text : {&posts.organisation, &posts.subjective_code, &posts.staff_group, &posts.occupation_code,
                              &posts.job_role, &posts.area_of_work, &posts.pay_band, &posts.band_group})
        *text = json.at(at++);
    posts.fte = json.at(at++);
    posts.known = json.at(at);
}

}  // namespace quarterdeck::snapshot

namespace quarterdeck::validate {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Place, file, line, column, sheet, cell)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Finding, rule, consequence, what, mend, count, places)

}  // namespace quarterdeck::validate

namespace quarterdeck::warehouse {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Sums, rows, fte, hashes)

namespace {

using Json = nlohmann::json;

/// Raised when rows or document change their meaning.
constexpr int format = 2;

Json json_of(const LoadedDate& date) {
    return {{"date", date.date.iso()},
            {"sums", date.sums},
            {"rows_read", date.rows_read},
            {"rows_counted", date.rows_counted},
            {"national_person_ids", date.national_person_ids},
            {"left_out", date.left_out},
            {"findings", date.findings}};
}

LoadedDate date_of(const Json& json) {
    const std::optional<Date> date = Date::parse(json.at("date").get<std::string>());
    if (!date) throw std::runtime_error("no date");
    return {.date = *date,
            .sums = json.at("sums"),
            .rows_read = json.at("rows_read"),
            .rows_counted = json.at("rows_counted"),
            .national_person_ids = json.at("national_person_ids"),
            .left_out = json.at("left_out"),
            .findings = json.at("findings")};
}

Json json_of(const snapshot::Input& common) {
    return {{"files", common.files},
            {"training", common.training},
            {"published", common.published},
            {"establishment", common.establishment},
            {"left_out", common.left_out},
            {"findings", common.findings},
            {"ignored_columns", common.ignored_columns},
            {"synthetic", common.synthetic}};
}

snapshot::Input common_of(const Json& json) {
    snapshot::Input common;
    common.files = json.at("files");
    common.training = json.at("training");
    common.published = json.at("published");
    common.establishment = json.at("establishment");
    common.left_out = json.at("left_out");
    common.findings = json.at("findings");
    common.ignored_columns = json.at("ignored_columns");
    common.synthetic = json.at("synthetic");
    return common;
}

/// The rule of that id; nothing for findings about files as a whole.
std::optional<validate::Rule> rule_of(const std::string& id) {
    for (std::size_t number = 0; number < validate::rule_count; ++number)
        if (validate::text_of(static_cast<validate::Rule>(number)).id == id) return static_cast<validate::Rule>(number);
    return std::nullopt;
}

/// The value that a finding's sentence shows; empty where it shows none.
std::string quote_of(const validate::Finding& finding, const validate::RuleText& text) {
    const std::size_t begin = finding.what.find('"');
    const std::size_t end = finding.what.rfind('"');
    if (finding.what == text.what || text.what.starts_with("is not a date") || begin == end) return {};
    return finding.what.substr(begin + 1, end - begin - 1);
}

/// Findings of several dates as one reading of them all would have told them.
class Merging {
public:
    explicit Merging(const std::vector<snapshot::SourceFile>& files) : files_(files) {}

    /// Findings about files as a whole are passed over.
    void add(const validate::Finding& finding) {
        if (const std::optional<validate::Rule> rule = rule_of(finding.rule))
            by_rule_[static_cast<std::size_t>(*rule)].push_back(&finding);
    }

    void append_to(validate::Findings& all) const {
        for (std::size_t number = 0; number < by_rule_.size(); ++number)
            if (!by_rule_[number].empty()) all.push_back(merged(static_cast<validate::Rule>(number), by_rule_[number]));
    }

private:
    validate::Finding merged(validate::Rule rule, const std::vector<const validate::Finding*>& findings) const {
        std::uint64_t count = 0;
        std::vector<validate::Sighting> first;
        for (const validate::Finding* finding : findings) {
            count += finding->count;
            for (const validate::Place& place : finding->places)
                first.push_back({place, quote_of(*finding, validate::text_of(rule))});
        }
        std::stable_sort(first.begin(), first.end(),
                         [&](const auto& one, const auto& other) { return order(one) < order(other); });
        return validate::finding_of(rule, count, first);
    }

    std::pair<std::ptrdiff_t, std::uint64_t> order(const validate::Sighting& sighting) const {
        const auto file = std::find_if(files_.begin(), files_.end(),
                                       [&](const auto& each) { return each.path == sighting.place.file; });
        return {file - files_.begin(), sighting.place.line};
    }

    const std::vector<snapshot::SourceFile>& files_;
    std::array<std::vector<const validate::Finding*>, validate::rule_count> by_rule_;
};

void add_left_out(std::vector<snapshot::LeftOut>& all, const std::vector<snapshot::LeftOut>& more) {
    for (const snapshot::LeftOut& one : more) {
        const auto known = std::find_if(all.begin(), all.end(),
                                        [&](const snapshot::LeftOut& each) { return each.reason == one.reason; });
        if (known == all.end())
            all.push_back(one);
        else
            known->rows += one.rows;
    }
    std::sort(all.begin(), all.end(), [](const snapshot::LeftOut& one, const snapshot::LeftOut& other) {
        return rule_of(one.reason) < rule_of(other.reason);
    });
}

}  // namespace

std::string text_of(const Document& document) {
    Json json{{"made_by", "quarterdeck load"}, {"format", format}, {"version", document.version}};
    json["dates"] = Json::array();
    for (const LoadedDate& date : document.dates) json["dates"].push_back(json_of(date));
    json["values"] = document.values;
    json["common"] = json_of(document.common);
    return json.dump();
}

Document read_document(const std::string& text) {
    const Json json = Json::parse(text);
    if (json.at("made_by") != "quarterdeck load" || json.at("format") != format)
        throw std::runtime_error("another format");
    Document document;
    document.version = json.at("version");
    for (const Json& date : json.at("dates")) document.dates.push_back(date_of(date));
    document.values = json.at("values");
    document.common = common_of(json.at("common"));
    return document;
}

snapshot::Input input_at(const Document& document, const std::vector<Date>& dates) {
    snapshot::Input input = document.common;
    Merging findings(input.files);
    for (const validate::Finding& finding : document.common.findings) findings.add(finding);
    std::erase_if(input.findings, [](const validate::Finding& finding) { return rule_of(finding.rule).has_value(); });
    for (const LoadedDate& date : document.dates) {
        if (std::find(dates.begin(), dates.end(), date.date) == dates.end()) continue;
        input.rows_read += date.rows_read;
        input.rows_counted += date.rows_counted;
        input.national_person_ids = input.national_person_ids && date.national_person_ids;
        add_left_out(input.left_out, date.left_out);
        for (const validate::Finding& finding : date.findings) findings.add(finding);
    }
    findings.append_to(input.findings);
    return input;
}

}  // namespace quarterdeck::warehouse
