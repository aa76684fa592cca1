#pragma once

#include <cstdint>
#include <vector>

namespace quarterdeck::example {

/// What an assignment's status, category and contract say together. Those up to `acting_up` are counted.
enum class Standing : std::uint8_t {
    active,
    secondment,
    acting_up,
    career_break,
    not_worked,
    maternity,
    suspended,
    bank,
    honorary,
};

constexpr bool counted(Standing standing) {
    return standing <= Standing::acting_up;
}

enum class Contract : std::uint8_t { permanent, fixed_term, locum };

enum class Gender : std::uint8_t { female, male };

struct Post {
    std::uint32_t job = 0;  ///< number in `Jobs`
    std::int32_t fte = 0;   ///< contracted, in 1/100,000
    Standing standing{};
    Contract contract{};
};

inline constexpr std::int32_t whole_fte = 100'000;

/// A person of the example at its own size; scaling repeats them.
struct Person {
    Gender gender{};
    std::uint8_t youngest = 0;  ///< completed years at the snapshot date: a range inside one age band
    std::uint8_t oldest = 0;
    std::int32_t exact_birth = 0;  ///< days since 1970-01-01 where the day matters, else 0
    Post first;
    Post second;
    bool two_posts = false;
    bool second_elsewhere = false;  ///< the second post is at another organisation
};

/// The age bands of the published profile, in completed years.
struct AgeBand {
    std::uint8_t youngest;
    std::uint8_t oldest;
};
inline constexpr std::size_t age_bands = 5;
inline constexpr AgeBand age_band[age_bands] = {{18, 25}, {26, 35}, {36, 45}, {46, 55}, {56, 74}};

/// The position of a person's age band.
constexpr std::size_t age_band_of(const Person& person) {
    std::size_t band = 0;
    while (person.oldest > age_band[band].oldest) ++band;
    return band;
}

using People = std::vector<Person>;

}  // namespace quarterdeck::example
