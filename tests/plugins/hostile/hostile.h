#pragma once

#include <algorithm>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

/// A plugin that does one deed, which the test writes into a copy of the file.
namespace hostile {

/// A programme with one computed table, in messages that the host accepts.
std::string description();
std::string table();

// Each does the deed if it is one of its kind.
void do_when_loaded(std::string_view deed);
void do_when_computing(std::string_view deed);

// What is said instead of the above; nothing when the deed isn't of this kind.
std::string description_of(std::string_view deed);
std::string answer_of(std::string_view deed);

template <class Action>
struct Deed {
    std::string_view name;
    Action act;
};

/// The deed of a name, or null.
template <class Action>
const Deed<Action>* find(std::span<const Deed<Action>> deeds, std::string_view name) {
    const auto found = std::find_if(deeds.begin(), deeds.end(), [&](const auto& deed) { return deed.name == name; });
    return found == deeds.end() ? nullptr : &*found;
}

inline std::string replaced(std::string text, std::string_view what, std::string_view by) {
    return text.replace(text.find(what), what.size(), by);
}

}  // namespace hostile
