#include "disclosure/solver_message.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace quarterdeck::disclosure {
namespace {

using Json = nlohmann::json;

Json parsed(std::string_view text) {
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) throw std::runtime_error("The message is not complete.");
    return json;
}

Json json_of(const Model& model) {
    Json cells = Json::array();
    for (const Model::Cell& cell : model.cells)
        cells.push_back({cell.value, cell.low, cell.high, cell.weight, cell.width, cell.whole, cell.hidden});
    Json relations = Json::array();
    for (const Model::Relation& relation : model.relations)
        relations.push_back({{"terms", relation.terms}, {"equal", relation.equal}});
    Json implications = Json::array();
    for (const Model::Implication& rule : model.implications) implications.push_back({rule.cell, rule.follower});
    Json insiders = Json::array();
    for (const Model::Insider& insider : model.insiders) insiders.push_back({insider.known, insider.target});
    return {{"cells", cells}, {"relations", relations}, {"implications", implications}, {"insiders", insiders}};
}

Model model_from(const Json& json) {
    Model model;
    for (const Json& cell : json.at("cells"))
        model.cells.push_back({.value = cell.at(0),
                               .low = cell.at(1),
                               .high = cell.at(2),
                               .weight = cell.at(3),
                               .width = cell.at(4),
                               .whole = cell.at(5),
                               .hidden = cell.at(6)});
    for (const Json& relation : json.at("relations"))
        model.relations.push_back({.terms = relation.at("terms"), .equal = relation.at("equal")});
    for (const Json& rule : json.at("implications")) model.implications.push_back({rule.at(0), rule.at(1)});
    for (const Json& insider : json.at("insiders")) model.insiders.push_back({insider.at(0), insider.at(1)});
    return model;
}

}  // namespace

std::string SolverRequest::text() const {
    return Json{{"model", json_of(model)}, {"rounds", effort.rounds}, {"nodes", effort.nodes}}.dump();
}

SolverRequest SolverRequest::from_text(std::string_view text) {
    const Json json = parsed(text);
    return {model_from(json.at("model")), {.rounds = json.at("rounds"), .nodes = json.at("nodes")}};
}

std::string text_of(const Suppression& suppression) {
    Json ranges = Json::array();
    for (const Suppression::Range& range : suppression.ranges) ranges.push_back({range.low, range.high});
    return Json{{"hidden", suppression.hidden}, {"ranges", ranges},
                {"cost", suppression.cost},     {"bound", suppression.bound},
                {"narrow", suppression.narrow}, {"solver", suppression.solver}}
        .dump();
}

Suppression suppression_from(std::string_view text) {
    const Json json = parsed(text);
    Suppression suppression{.hidden = json.at("hidden"),
                            .ranges = {},
                            .cost = json.at("cost"),
                            .bound = json.at("bound"),
                            .narrow = json.at("narrow"),
                            .solver = json.at("solver")};
    for (const Json& range : json.at("ranges")) suppression.ranges.push_back({range.at(0), range.at(1)});
    return suppression;
}

}  // namespace quarterdeck::disclosure
