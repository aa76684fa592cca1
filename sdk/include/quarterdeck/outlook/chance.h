#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

/// What happens to how many people: as expected on average, or drawn by lot. Whole people and whole numbers only, so
/// that the same inputs give the same figures on every machine.
namespace quarterdeck::outlook {

inline constexpr std::int64_t million = 1'000'000;

/// A probability or a share, in parts per million: 4.5 % is 45,000.
using PerMillion = std::int64_t;

/// What may happen to a person in a year.
enum class Event { retire, leave, drop_out, take_up, recruit, recruit_overseas, promote };
inline constexpr std::size_t event_kinds = 7;

/// Decides how many of some people an event happens to. A plugin may bring its own.
class Chance {
public:
    virtual ~Chance() = default;

    /// From 0 to `people`. Precondition: people ≥ 0; a rate outside 0 to a million counts as the nearer of the two.
    virtual std::int64_t some_of(std::int64_t people, PerMillion rate, Event event) = 0;

    /// A value from low to high; `central` is in the middle: as many futures lie below it as above it.
    virtual std::int64_t within(std::int64_t low, std::int64_t central, std::int64_t high) = 0;
};

/// The expected course: each event takes its share, and what a share leaves over in parts of a person is carried to
/// the next people whom the event concerns. So sums stay within one person of what is expected.
class Expected final : public Chance {
public:
    std::int64_t some_of(std::int64_t people, PerMillion rate, Event event) override {
        std::int64_t& carried = carried_[static_cast<std::size_t>(event)];
        carried += people * std::clamp<PerMillion>(rate, 0, million);
        const std::int64_t taken = std::min(people, carried / million);
        carried -= taken * million;
        return taken;
    }

    std::int64_t within(std::int64_t /*low*/, std::int64_t central, std::int64_t /*high*/) override { return central; }

private:
    std::array<std::int64_t, event_kinds> carried_{};
};

/// One possible future, drawn by lot: every person alone. Two with the same seed draw alike (SplitMix64: Steele, Lea
/// and Flood, Fast splittable pseudorandom number generators, 2014), and the same person meets the same luck at another
/// rate: whom an event happens to, it happens to at every higher rate too.
class Drawn final : public Chance {
public:
    explicit Drawn(std::uint64_t seed) : state_(seed) {}

    /// A rate is held to within 2⁻³².
    std::int64_t some_of(std::int64_t people, PerMillion rate, Event /*event*/) override {
        const std::uint64_t luck = next();
        if (rate <= 0) return 0;
        if (rate >= million) return people;
        const std::uint64_t threshold = (static_cast<std::uint64_t>(rate) << digits) / million;
        std::int64_t taken = 0;
        for (std::int64_t first = 0; first < people; first += at_once)
            taken += std::popcount(
                those_below(threshold, std::min(people - first, at_once), luck + static_cast<std::uint64_t>(first)));
        return taken;
    }

    std::int64_t within(std::int64_t low, std::int64_t central, std::int64_t high) override {
        if (below(2) == 0) return central - below(central - low + 1);
        return central + below(high - central + 1);
    }

    std::uint64_t next() {
        std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

private:
    static constexpr int digits = 32;
    static constexpr std::int64_t at_once = 64;

    /// Everybody has a random fraction, and one digit of everybody's is drawn at a time until all are decided: a few
    /// draws for up to 64 people. A bit for each whose fraction is below the threshold's.
    static std::uint64_t those_below(std::uint64_t threshold, std::int64_t people, std::uint64_t luck) {
        Drawn fractions(Drawn(luck).next());
        std::uint64_t undecided = ~std::uint64_t{0} >> static_cast<unsigned>(at_once - people);
        std::uint64_t below = 0;
        for (int digit = digits - 1; undecided != 0 && digit >= 0; --digit) {
            const std::uint64_t drawn = fractions.next();
            if ((threshold >> static_cast<unsigned>(digit) & 1U) != 0) {
                below |= undecided & ~drawn;
                undecided &= drawn;
            } else {
                undecided &= ~drawn;
            }
        }
        return below;
    }

    /// From 0 to `limit` − 1; 0 for a limit of 1 or less. Limits here are far below 2^32.
    std::int64_t below(std::int64_t limit) {
        if (limit <= 1) return 0;
        return static_cast<std::int64_t>(((next() >> 32U) * static_cast<std::uint64_t>(limit)) >> 32U);
    }

    std::uint64_t state_;
};

}  // namespace quarterdeck::outlook
