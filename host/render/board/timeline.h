#pragma once

#include <string>

#include "render/board/board_words.h"
#include "report/board/milestones.h"

namespace quarterdeck::render {

/// Milestones on a line of quarters, as one `<svg>` element that says in words what it shows; the table beside it has
/// every date. Empty where nothing has a date. Same milestones, same bytes.
std::string timeline(const report::Milestones& milestones, const BoardWords& words);

}  // namespace quarterdeck::render
