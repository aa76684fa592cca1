#include "validate/staff.h"

#include <algorithm>
#include <initializer_list>

#include "validate/values.h"

namespace quarterdeck::validate {
namespace {

bool one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text == word || same_word(text, word); });
}

}  // namespace

bool status_counts(std::string_view status) {
    return one_of(status, {"Active Assignment", "Active", "Internal Secondment", "Acting Up"});
}

bool contract_counts(std::string_view contract) {
    return one_of(contract, {"Permanent", "Fixed Term Temp", "Fixed Term", "Locum"});
}

bool bank_or_honorary(std::string_view text) {
    return one_of(text, {"Bank", "Honorary"});
}

Gender gender_of(std::string_view text) {
    if (one_of(text, {"Female", "F"})) return Gender::female;
    if (one_of(text, {"Male", "M"})) return Gender::male;
    return Gender::unknown;
}

std::string_view gender_name(Gender gender) {
    switch (gender) {
        case Gender::female: return "Female";
        case Gender::male: return "Male";
        case Gender::unknown: break;
    }
    return "Unknown";
}

bool is_yes(std::string_view text) {
    return one_of(text, {"Yes", "Y", "True", "1"});
}

}  // namespace quarterdeck::validate
