#include <array>
#include <stdexcept>

#include "hostile/hostile.h"

// What is answered when the table is asked for.
namespace {

using hostile::replaced;
using hostile::table;

struct Deeds {
    static std::string throws_across() { throw std::runtime_error("not caught by the plugin"); }
    static std::string nests_deeply() { return std::string(1'000'000, '['); }
    static std::string is_not_utf8() { return replaced(table(), "One", "caf\xE9"); }
    static std::string not_a_number() { return replaced(table(), "\"10\"", "\"NaN\""); }
    static std::string infinite() { return replaced(table(), "\"10\"", "1e999"); }
    static std::string ragged() { return replaced(table(), "[\"10\"]", "[]"); }
    static std::string million_rows() {
        std::string rows = "\"rows\":[";
        for (int i = 0; i < 1'000'000; ++i) rows += "{\"id\":\"" + std::to_string(i) + "\"},";
        return replaced(table(), "\"rows\":[", rows);
    }
};

constexpr std::array deeds{
    hostile::Deed<std::string (*)()>{"answers_throws_across", Deeds::throws_across},
    hostile::Deed<std::string (*)()>{"answers_nests_deeply", Deeds::nests_deeply},
    hostile::Deed<std::string (*)()>{"answers_is_not_utf8", Deeds::is_not_utf8},
    hostile::Deed<std::string (*)()>{"answers_not_a_number", Deeds::not_a_number},
    hostile::Deed<std::string (*)()>{"answers_infinite", Deeds::infinite},
    hostile::Deed<std::string (*)()>{"answers_ragged", Deeds::ragged},
    hostile::Deed<std::string (*)()>{"answers_million_rows", Deeds::million_rows},
};

}  // namespace

std::string hostile::answer_of(std::string_view deed) {
    const auto* found = find<std::string (*)()>(deeds, deed);
    return found == nullptr ? std::string() : found->act();
}
