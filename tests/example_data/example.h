#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace quarterdeck::example {

struct Options {
    std::filesystem::path published;      ///< directory of the published CSVs
    std::filesystem::path out;            ///< absent, empty, or an example written earlier
    std::optional<std::uint64_t> people;  ///< how many to scale up to; nothing: the example's own size
    std::uint64_t seed = 1;
};

struct Written {
    std::uint64_t people = 0;
    std::uint64_t calibrated_people = 0;  ///< of the published rows, before scaling
};

/// Writes an example data directory whole or not at all. Same options, same bytes.
/// Throws `Refusal` for published files that can't be used and for files that can't be written; `WrongUse` for an `out`
/// that holds something else and for fewer people than the published rows need.
Written write_example(const Options& options);

}  // namespace quarterdeck::example
