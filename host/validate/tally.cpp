#include "validate/tally.h"

#include <fmt/format.h>

namespace quarterdeck::validate {
namespace {

std::string sentence_of(const RuleText& text, std::uint64_t count, const std::string& quote) {
    if (text.what.starts_with("is not a date")) return fmt::format("{} {}", text.column, text.what);
    if (quote.empty()) return std::string(text.what);
    if (count == 1) return fmt::format("{} is \"{}\"; expected a number from 0 to 2", text.column, quote);
    return fmt::format("{}; the first is \"{}\"", text.what, quote);
}

}  // namespace

Finding finding_of(Rule rule, std::uint64_t count, const std::vector<Sighting>& first) {
    const RuleText& text = text_of(rule);
    Finding finding;
    finding.rule = text.id;
    finding.consequence = text.consequence;
    finding.what = sentence_of(text, count, first.empty() ? std::string() : first.front().quote);
    finding.mend = text.mend;
    finding.count = count;
    for (const Sighting& sighting : first) {
        if (finding.places.size() == places_kept) break;
        finding.places.push_back(sighting.place);
    }
    return finding;
}

}  // namespace quarterdeck::validate
