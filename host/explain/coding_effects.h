#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "quarterdeck/period.h"
#include "quarterdeck/programme.h"
#include "record_check/coding.h"

namespace quarterdeck::explain {

/// What bad occupation codes do to the figures of one metric: to its population, in all rows together.
struct CodingEffect {
    std::string metric;                                                 ///< "imaging/diagnostic_radiology"
    std::uint64_t counted = 0;                                          ///< posts
    std::array<std::uint64_t, record_check::coding_count> by_coding{};  ///< of these, by how good their code is
    std::uint64_t by_bad_code = 0;  ///< of these: counted by a bad code alone, and not without it
    std::uint64_t left_out = 0;     ///< posts that would count if their code were spelled right
};

/// Posts that a programme's metrics leave out because of the spelling of their code.
struct LeftOutPosts {
    std::string organisation;
    std::string programme;
    std::uint64_t posts = 0;  ///< each once for a programme, however many of its metrics leave it out
};

struct CodingEffects {
    std::vector<CodingEffect> metrics;   ///< declared ones over staff records, by programme in their order
    std::vector<LeftOutPosts> left_out;  ///< by organisation and programme
};

/// A code as it was probably meant: zeros that a spreadsheet took away, capitals, blanks. Empty where no current code
/// comes of that.
std::string meant_code(std::string_view code);

/// Looks at the counted posts at a date. Precondition: reading the directory refused nothing.
CodingEffects coding_effects(const std::filesystem::path& directory, const std::vector<const Programme*>& programmes,
                             Date date);

}  // namespace quarterdeck::explain
