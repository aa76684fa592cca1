#include <gtest/gtest.h>

#include "quarterdeck/message.h"

namespace {

using namespace quarterdeck;

template <class T>
std::string fault_in(const std::string& text) {
    try {
        message::from_text<T>(text);
    } catch (const message::Malformed& error) {
        return error.what();
    }
    return "no fault";
}

/// A sound query, with one value replaced at a JSON pointer.
std::string query_with(const std::string& pointer, const nlohmann::json& value) {
    const Query query{.labels = {{"area", {"Area", "Maes"}}},
                      .rows = {{.id = "r1", .labels = {{"A", "A"}}}},
                      .measures = {{.id = "headcount"}}};
    nlohmann::json json = nlohmann::json::parse(message::text_of(query));
    json[nlohmann::json::json_pointer(pointer)] = value;
    return json.dump();
}

std::string fault_with(const std::string& pointer, const nlohmann::json& value) {
    return fault_in<Query>(query_with(pointer, value));
}

std::string fault_of_figure(const std::string& text) {
    return fault_in<Figure>(nlohmann::json(text).dump());
}

TEST(HostileMessage, UnknownNameIsRefusedWithThoseThereAre) {
    EXPECT_EQ(fault_with("/source", "staf"),
              R"(/source: "staf" isn't one of staff, training, published, establishment.)");
    EXPECT_EQ(fault_with("/measures/0/count", "Headcount"),
              R"(/measures/0/count: "Headcount" isn't one of headcount, role_count, fte, value.)");
}

TEST(HostileMessage, WrongTypeIsRefusedWithItsPlace) {
    EXPECT_EQ(fault_with("/rows/0/id", 7), "/rows/0/id: expected text, found a value of type number.");
    EXPECT_EQ(fault_with("/rows/0/total", "true"),
              "/rows/0/total: expected true or false, found a value of type text.");
    EXPECT_EQ(fault_with("/rows", nullptr), "/rows: expected a list, found null.");
    EXPECT_EQ(fault_with("/rows/0/where", "everyone"), "/rows/0/where: expected a list, found a value of type text.");
    EXPECT_EQ(fault_with("/population", nlohmann::json::array()),
              "/population: expected an object, found a value of type array.");
    EXPECT_EQ(fault_in<Query>("[]"), "The message: expected an object, found a value of type array.");
}

TEST(HostileMessage, FractionalNumberIsRefused) {
    EXPECT_EQ(
        fault_with("/measures/0/months_before", 1.5),
        "/measures/0/months_before: expected a whole number from 0 to 600, found a value of type fractional number.");
}

TEST(HostileMessage, NumberOutOfRangeIsRefused) {
    const std::string expected = "/measures/0/months_before: expected a whole number from 0 to 600, found ";
    EXPECT_EQ(fault_with("/measures/0/months_before", -1), expected + "-1.");
    EXPECT_EQ(fault_with("/measures/0/months_before", 18446744073709551615U), expected + "18446744073709551615.");
    EXPECT_EQ(fault_with("/measures/0/months_before", 4294967296), expected + "4294967296.");
}

TEST(HostileMessage, MissingAndUnknownKeysAreRefused) {
    EXPECT_EQ(fault_in<Text>(R"({"en": "a"})"), R"(The message: the key "cy" is missing.)");
    EXPECT_EQ(fault_in<Text>(R"({"en": "a", "cy": "b", "fr": "c"})"), R"(The message: the key "fr" isn't known here.)");
    EXPECT_EQ(fault_with("/rows/0/note", "x"), R"(/rows/0: the key "note" isn't known here.)");
}

TEST(HostileMessage, KeyTwiceInAnObjectIsRefused) {
    EXPECT_EQ(fault_in<Text>(R"({"en": "a", "cy": "b", "en": "c"})"),
              R"(The message has the key "en" twice in one object.)");
}

TEST(HostileMessage, IdTwiceInAListIsRefused) {
    EXPECT_EQ(fault_in<Table>(R"({"labels": [], "rows": [], "columns": [)"
                              R"({"id": "a", "title": {"en": "", "cy": ""}, "places": 0, "percent": false},)"
                              R"({"id": "a", "title": {"en": "", "cy": ""}, "places": 0, "percent": false}]})"),
              R"(/columns/1: the id "a" stands twice in the list.)");
}

TEST(HostileMessage, DeepNestingIsRefused) {
    EXPECT_EQ(fault_in<Rule>(std::string(1'000'000, '[')), "The message nests deeper than 64 levels.");
    std::string objects;
    for (int i = 0; i < 100'000; ++i) objects += R"({"a":)";
    EXPECT_EQ(fault_in<Rule>(objects), "The message nests deeper than 64 levels.");
}

TEST(HostileMessage, TooManyKeysOrElementsAreRefused) {
    std::string keys = "{";
    for (int i = 0; i < 1000; ++i) keys += "\"" + std::to_string(i) + "\":0,";
    EXPECT_EQ(fault_in<Text>(keys + "\"end\":0}"), "The message has an object with more than 64 keys.");
    EXPECT_EQ(fault_with("/labels", nlohmann::json::array_t(17)),
              "/labels: the list has 17 elements; at most 16 are allowed.");
    EXPECT_EQ(fault_with("/rows", nlohmann::json::array_t(10'001)),
              "/rows: the list has 10001 elements; at most 10000 are allowed.");
    std::string values = "[";
    for (int i = 0; i < 2'000'000; ++i) values += "0,";
    EXPECT_EQ(fault_in<Rule>(values + "0]"), "The message holds more than 2000000 values.");
}

TEST(HostileMessage, LongTextIsRefused) {
    EXPECT_EQ(fault_with("/id", std::string(20'001, 'x')), "/id: the text is longer than 20000 bytes.");
}

TEST(HostileMessage, ControlCharactersAreRefused) {
    const std::string expected = "/id: the text holds a control character; only tabs and line feeds are allowed.";
    for (const std::string& text : {std::string("\0", 1), std::string("\x1B[2J"), std::string("\r"),
                                    std::string("\x7F"), std::string("\xC2\x85"), std::string("\xEF\xBF\xBE")})
        EXPECT_EQ(fault_with("/id", text), expected);
    EXPECT_EQ(fault_with("/id", "Tŷ\n\t\u00A0\uFFFD"), "no fault");
}

TEST(HostileMessage, BytesThatAreNotUtf8AreRefused) {
    for (const std::string bytes : {"\xFF", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "caf\xE9"})
        EXPECT_TRUE(
            fault_in<Text>(R"({"en": "a", "cy": ")" + bytes + "\"}").starts_with("The message isn't JSON in UTF-8"));
    EXPECT_TRUE(fault_in<Text>(R"({"en": "\ud800", "cy": "a"})").starts_with("The message isn't JSON in UTF-8"));
}

TEST(HostileMessage, WhatIsNotJsonIsRefused) {
    for (const char* text : {"", "{", "nonsense", "{\"en\": \"a\",}", "{\"en\": NaN}", "{} {}", "{\"en\": 1e999}"})
        EXPECT_NE(fault_in<Text>(text), "no fault") << text;
}

TEST(HostileMessage, FigureThatIsNoDecimalIsRefused) {
    for (const char* text : {"",
                             "-",
                             ".",
                             "1.",
                             ".5",
                             "+1",
                             " 1",
                             "1 ",
                             "1e3",
                             "01",
                             "-01",
                             "1,5",
                             "1.2.3",
                             "--1",
                             "1.-5",
                             "0x1",
                             "NaN",
                             "[p]",
                             "9223372036854775808",
                             "0.0000000001"})
        EXPECT_NE(fault_of_figure(text), "no fault") << text;
    EXPECT_EQ(fault_in<Figure>("1.5"),
              "The message: expected a decimal as text such as \"12.50\" with at most 9 places, or \"[c]\", \"[x]\" or "
              "\"[z]\", found a value of type fractional number.");
}

TEST(HostileMessage, RaggedTableIsRefused) {
    const Table ragged{.columns = {{"a", {"A", "A"}}}, .rows = {{.id = "r", .figures = {}}}};
    EXPECT_EQ(fault_in<Table>(message::write(ragged)),
              "The message: row 0 has 0 figures; expected 1, one for each column.");
    const Table unlabelled{.labels = {{"a", {"A", "A"}}}, .rows = {{.id = "r"}}};
    EXPECT_EQ(fault_in<Table>(message::write(unlabelled)),
              "The message: row 0 has 0 labels; expected 1, one for each column.");
}

TEST(HostileMessage, SentencesQuoteWhatCameInAsciiAndShort) {
    EXPECT_EQ(fault_with("/source", "t\u0177\u202E"),
              R"(/source: "t\u0177\u202e" isn't one of staff, training, published, establishment.)");
    EXPECT_LT(fault_with("/source", std::string(10'000, 'x')).size(), 200U);
}

TEST(HostileMessage, EveryPrefixOfAMessageIsRefused) {
    const std::string whole = query_with("/id", "q");
    EXPECT_EQ(fault_in<Query>(whole), "no fault");
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_NE(fault_in<Query>(whole.substr(0, length)), "no fault") << length;
}

}  // namespace
