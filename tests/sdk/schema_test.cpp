#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "quarterdeck/message.h"
#include "sample.h"

// The schemas that the SDK gives to authors without the C++ face, held against the messages by another library.
namespace {

using namespace quarterdeck;
using valijson::adapters::NlohmannJsonAdapter;

const nlohmann::json& document(const std::string& name) {
    static std::map<std::string, nlohmann::json> documents;
    const auto [found, missing] = documents.try_emplace(name);
    if (missing) {
        std::ifstream file(std::string(SCHEMAS "/") + name);
        if (!file) throw std::runtime_error("There is no schema " + name + ".");
        found->second = nlohmann::json::parse(file);
        found->second.erase("$id");  // the documents stand side by side
    }
    return found->second;
}

const valijson::Schema& schema(const std::string& name) {
    static std::map<std::string, valijson::Schema> schemas;
    const auto [found, missing] = schemas.try_emplace(name);
    if (missing)
        valijson::SchemaParser().populateSchema(
            NlohmannJsonAdapter(document(name)), found->second,
            [](const std::string& other) { return &document(other); }, [](const nlohmann::json*) {});
    return found->second;
}

bool fits(const std::string& schema_name, const nlohmann::json& message) {
    return valijson::Validator().validate(schema(schema_name), NlohmannJsonAdapter(message), nullptr);
}

template <class T>
nlohmann::json json_of(const T& value) {
    return nlohmann::json::parse(message::write(value));
}

/// What plugins of the first minor don't send (sdk/ABI.md).
const std::set<std::string> later_keys{"movement",     "mean_with",  "plan",       "benefit",    "starts",
                                       "horizon_from", "horizon_to", "indicators", "next_steps", "with"};

/// Every message that differs from a sound one by one key fewer or one key more, somewhere.
void collect_variants(const nlohmann::json& whole, const nlohmann::json::json_pointer& place,
                      std::vector<nlohmann::json>& variants) {
    const nlohmann::json& here = whole.at(place);
    if (here.is_object()) {
        nlohmann::json more = whole;
        more[place]["unknown"] = 1;
        variants.push_back(more);
    }
    if (!here.is_structured()) return;
    for (const auto& [key, element] : here.items()) {
        if (here.is_object() && !later_keys.contains(key)) {
            nlohmann::json fewer = whole;
            fewer[place].erase(key);
            variants.push_back(fewer);
        }
        collect_variants(whole, here.is_array() ? place / std::stoul(key) : place / key, variants);
    }
}

template <class T>
void expect_agreement(const std::string& schema, const T& sample) {
    const nlohmann::json whole = json_of(sample);
    EXPECT_TRUE(fits(schema, whole));
    std::vector<nlohmann::json> variants;
    collect_variants(whole, nlohmann::json::json_pointer(), variants);
    for (const auto& variant : variants) {
        EXPECT_FALSE(fits(schema, variant)) << variant;
        EXPECT_THROW(message::from_text<T>(variant.dump()), message::Malformed) << variant;
    }
}

TEST(Schema, OfTheDescriptionAgreesWithTheReaderKeyByKey) {
    expect_agreement("description.json", sample::programme());
}

TEST(Schema, OfTheTableAgreesWithTheReaderKeyByKey) {
    expect_agreement("table.json", sample::table());
}

TEST(Schema, OfTheComputeRequestAgreesWithTheReaderKeyByKey) {
    expect_agreement("compute-request.json", message::ComputeRequest{.metric = "m", .answers = {sample::table()}});
}

void erase_later_keys(nlohmann::json& value) {
    for (const std::string& key : later_keys)
        if (value.is_object()) value.erase(key);
    if (value.is_structured())
        for (auto& element : value) erase_later_keys(element);
}

TEST(Schema, OfTheDescriptionTakesWhatTheFirstMinorSent) {
    Programme programme = sample::programme();
    nlohmann::json first = json_of(programme);
    erase_later_keys(first);
    EXPECT_TRUE(fits("description.json", first));
    const Programme read = message::read_programme(first.dump());
    EXPECT_EQ(read.actions.at(0).id, "IMG-A1");
    EXPECT_EQ(read.actions.at(0).plan, "");
    EXPECT_EQ(read.metrics.at(0).query.measures.at(0).movement, Movement::none);
}

TEST(Schema, IsMetByWhatUsesNothingNewWithoutNewKeys) {
    Programme programme = sample::programme();
    programme.actions = {{.id = "A1"}};
    for (Metric& metric : programme.metrics) {
        for (Measure& measure : metric.query.measures) measure.movement = Movement::none;
        for (Query& query : metric.needs)
            for (Measure& measure : query.measures) measure.movement = Movement::none;
    }
    nlohmann::json written = json_of(programme);
    nlohmann::json first = written;
    erase_later_keys(first);
    EXPECT_EQ(written, first);
}

TEST(Schema, KnowsEveryEnumerator) {
    const auto fits_with = [](const std::string& pointer, const std::string& name) {
        nlohmann::json description = json_of(sample::programme());
        description[nlohmann::json::json_pointer(pointer)] = name;
        return fits("description.json", description);
    };
    const std::string query = "/metrics/0/query";
    for (const auto& [field, name] : field_names) EXPECT_TRUE(fits_with(query + "/by/0", std::string(name)));
    for (const auto& [test, name] : message::Names<Condition::Test>::list)
        EXPECT_TRUE(fits_with(query + "/rows/0/where/0/0/test", std::string(name)));
    for (const auto& [source, name] : message::Names<Source>::list)
        EXPECT_TRUE(fits_with(query + "/source", std::string(name)));
    for (const auto& [count, name] : message::Names<Count>::list)
        EXPECT_TRUE(fits_with(query + "/measures/0/count", std::string(name)));
    for (const auto& [totals, name] : message::Names<Totals>::list)
        EXPECT_TRUE(fits_with(query + "/totals", std::string(name)));
    for (const auto& [kind, name] : message::Names<Formula::Kind>::list)
        EXPECT_TRUE(fits_with("/metrics/0/formulas/0/kind", std::string(name)));
    for (const auto& [kind, name] : message::Names<Chart::Kind>::list)
        EXPECT_TRUE(fits_with("/metrics/0/chart/kind", std::string(name)));
    for (const auto& [kind, name] : message::Names<Action::Kind>::list)
        EXPECT_TRUE(fits_with("/actions/0/kind", std::string(name)));
    EXPECT_FALSE(fits_with(query + "/source", "census"));
}

TEST(Schema, TakesFiguresAsDecimalTextAndMarkersOnly) {
    nlohmann::json table = json_of(sample::table());
    auto& figure = table["rows"][0]["figures"][0];
    for (const char* right : {"0", "-3", "12.50", "-0.123456789", "[c]", "[x]", "[z]"}) {
        figure = right;
        EXPECT_TRUE(fits("table.json", table)) << right;
        EXPECT_NO_THROW(message::read_table(table.dump())) << right;
    }
    for (const char* wrong : {"", "1.", ".5", "01", "+1", "1e3", "0.1234567890", "[p]", "c"}) {
        figure = wrong;
        EXPECT_FALSE(fits("table.json", table)) << wrong;
        EXPECT_THROW(message::read_table(table.dump()), message::Malformed) << wrong;
    }
}

}  // namespace
