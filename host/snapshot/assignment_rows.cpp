#include "snapshot/assignment_rows.h"

#include <algorithm>

namespace quarterdeck::snapshot {

std::size_t NumberedRows::chunk_of(std::uint32_t row) const {
    return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), row) - starts_.begin()) - 1;
}

}  // namespace quarterdeck::snapshot
