#include "report/challenge/rules.h"

#include <algorithm>
#include <compare>
#include <string_view>

namespace quarterdeck::report::rules {

namespace {

constexpr int two_quarters = 6;
constexpr int high_score = 15;
constexpr int full = 100;

bool blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// The text with each run of blanks as one, and none at its ends.
std::string plain(std::string_view text) {
    std::string words;
    for (const char c : text) {
        if (!blank({&c, 1}))
            words += c;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    if (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
}

/// Exact: both numbers are brought to the same places first.
std::strong_ordering compare(const Decimal& one, const Decimal& other) {
    const int places = std::max(one.places, other.places);
    const auto scaled = [&](const Decimal& number) {
        __extension__ using Wide = __int128;
        Wide units = number.units;
        for (int place = number.places; place < places; ++place) units *= 10;
        return units;
    };
    return scaled(one) <=> scaled(other);
}

}  // namespace

bool two_quarters_overdue(Date baseline, Date as_at) {
    return baseline <= as_at.months_before(two_quarters);
}

bool green_forecast_late(const returns::Entry& entry, const std::optional<Date>& baseline) {
    return entry.rating == returns::Rating::green && baseline && entry.forecast && *entry.forecast > *baseline;
}

bool full_but_not_complete(const returns::Entry& entry) {
    return entry.percent_complete == full && entry.status != returns::Status::complete &&
           entry.status != returns::Status::withdrawn;
}

bool complete_but_not_full(const returns::Entry& entry) {
    return entry.status == returns::Status::complete && entry.percent_complete < full;
}

bool rating_without_reason(const std::optional<returns::Rating>& now, const std::optional<returns::Rating>& before,
                           const std::string& reason) {
    return now && before && *now != *before && blank(reason);
}

bool unchanged_for_three_quarters(const std::vector<std::optional<std::string>>& texts) {
    constexpr std::size_t quarters = 3;
    if (texts.size() < quarters || !texts.front() || blank(*texts.front())) return false;
    return std::all_of(texts.begin(), texts.begin() + quarters,
                       [&](const auto& text) { return text && plain(*text) == plain(*texts.front()); });
}

bool red_for_two_quarters(const std::vector<std::optional<returns::Rating>>& ratings) {
    return ratings.size() >= 2 && ratings[0] == returns::Rating::red && ratings[1] == returns::Rating::red;
}

bool is_same(const Decimal& one, const Decimal& other) {
    return compare(one, other) == std::strong_ordering::equal;
}

bool has_reached(const returns::Measurement& now) {
    if (!now.actual || !now.target) return false;
    const auto beyond = compare(*now.actual, *now.target);
    if (beyond == std::strong_ordering::equal) return true;
    return now.baseline && beyond == compare(*now.target, *now.baseline);
}

bool moving_away(const returns::Measurement& now, const std::optional<Decimal>& actual_before) {
    const std::optional<Decimal> before = actual_before ? actual_before : now.baseline;
    if (!now.actual || !now.target || !before) return false;
    const auto wanted = now.baseline ? compare(*now.target, *now.baseline) : compare(*now.target, *before);
    const auto moved = compare(*now.actual, *before);
    const auto beyond = compare(*now.actual, *now.target);
    if (wanted == std::strong_ordering::equal)
        return beyond != std::strong_ordering::equal && moved != std::strong_ordering::equal && beyond == moved;
    const bool reached = beyond == wanted || beyond == std::strong_ordering::equal;
    return !reached && moved != std::strong_ordering::equal && moved != wanted;
}

bool without_mitigation(const returns::Risk& risk) {
    return !risk.closed && risk.score() >= high_score && blank(risk.mitigation);
}

}  // namespace quarterdeck::report::rules
