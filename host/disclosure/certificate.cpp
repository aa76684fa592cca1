#include "disclosure/audited_certificate.h"

#include <nlohmann/json.hpp>

#include "quarterdeck/table.h"

namespace quarterdeck::disclosure {
namespace {

using Json = nlohmann::ordered_json;

constexpr int fte_places = 5;

const char* name_of(Fate fate) {
    switch (fate) {
        case Fate::shown: return "shown";
        case Fate::primary: return "primary";
        case Fate::dependent: return "dependent";
        case Fate::secondary: return "secondary";
    }
    return "shown";
}

Json counts_of(const PublishedCertificate& certificate) {
    return {
        {"product", "Quarterdeck"},
        {"policy", {{"hidden_counts_below", certificate.policy.threshold}, {"values_left", certificate.policy.width}}},
        {"solver", certificate.solver},
        {"cells", certificate.cells},
        {"counts", certificate.counts},
        {"hidden",
         {{"primary", certificate.primary},
          {"dependent", certificate.dependent},
          {"secondary", certificate.secondary},
          {"counts", certificate.hidden_counts}}},
        {"group_disclosure",
         {{"policy", name_of(certificate.policy.group_disclosure)}, {"rows", certificate.group_rows}}},
        {"narrower_than_policy", certificate.narrow_cells},
        {"earlier_releases", certificate.earlier_releases},
        {"kept_hidden", certificate.kept},
        {"relations", certificate.relations},
        {"cost", certificate.cost},
        {"least_cost_proved", certificate.bound},
        {"optimal", certificate.optimal()}};
}

Json end_of(const Certificate::Hidden& hidden, std::int64_t end) {
    if (end == Model::unlimited) return nullptr;
    if (hidden.count) return end;
    return plain_text(Decimal{end, fte_places});
}

Json described(const Certificate::Hidden& hidden) {
    Json places = Json::array();
    for (const Certificate::Place& place : hidden.places)
        places.push_back({{"table", place.answer}, {"row", place.row}, {"column", place.measure}});
    return {{"places", places},
            {"why", name_of(hidden.fate)},
            {"unit", hidden.count ? "count" : "fte"},
            {"low", end_of(hidden, hidden.low)},
            {"high", end_of(hidden, hidden.high)}};
}

Json record_of(const AuditRecord& audit) {
    return {{"hidden", audit.hidden},
            {"proved", audit.proved},
            {"only_bounded", audit.bounded},
            {"relations", audit.relations}};
}

Json analysts_json(const Certificate& certificate, Json json) {
    json["not_for_publication"] = true;
    for (const auto& [name, cells] :
         {std::pair{"narrow", &certificate.narrow}, std::pair{"intervals", &certificate.hidden}}) {
        json[name] = Json::array();
        for (const Certificate::Hidden& hidden : *cells) json[name].push_back(described(hidden));
    }
    return json;
}

std::string text_of(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string published_text(const PublishedCertificate& certificate) {
    return text_of(counts_of(certificate));
}

std::string published_text(const PublishedCertificate& certificate, const AuditRecord& audit) {
    Json json = counts_of(certificate);
    json["audit"] = record_of(audit);
    return text_of(json);
}

std::string analyst_text(const Certificate& certificate) {
    return text_of(analysts_json(certificate, counts_of(certificate)));
}

std::string analyst_text(const Certificate& certificate, const AuditRecord& audit) {
    Json json = counts_of(certificate);
    json["audit"] = record_of(audit);
    return text_of(analysts_json(certificate, std::move(json)));
}

}  // namespace quarterdeck::disclosure
