#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <vector>

#include "render/board/words_table.h"
#include "render/html_parts.h"
#include "render/html_shape.h"
#include "report/board/block.h"

namespace quarterdeck::render {

/// A block about a quarter as `board_shape` has it. `number` is that of the last table before it, and becomes that of
/// its own last one.
nlohmann::json board_data(const report::BoardBlock& block, std::size_t& number, const PageWords& words);

/// Sentences as `texts` of a page, each with `lang` and `mark` where it isn't in the page's language.
nlohmann::json sentences_data(const std::vector<Sentence>& sentences);

/// The names of a block about a quarter.
Shape board_shape();

}  // namespace quarterdeck::render
