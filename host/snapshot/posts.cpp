#include "snapshot/posts.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace quarterdeck::snapshot {
namespace {

/// Where hardly a post is like another, looking for those met before is in vain, and keeping them takes memory.
constexpr std::size_t most_known = 65'536;

}  // namespace

std::uint64_t Posts::hash_of(const Wording& wording) {
    return XXH3_64bits_withSeed(wording.text.data(), wording.text.size(), wording.as_it_stands ? 1 : 0);
}

const Posts::Known* Posts::find(const Wording& wording, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; slots_[at] != 0; at = (at + 1) & mask) {
        const Known& known = known_[slots_[at] - 1];
        if (known.hash == hash && known.as_it_stands == wording.as_it_stands &&
            std::string_view(texts_).substr(known.begin, known.size) == wording.text)
            return &known;
    }
    return nullptr;
}

void Posts::keep(const Wording& wording, std::uint64_t hash, std::uint32_t post) {
    if (known_.size() == most_known) return;
    known_.push_back({hash, texts_.size(), wording.text.size(), post, wording.as_it_stands});
    texts_ += wording.text;
    const bool crowded = slots_.size() < 2 * known_.size();
    if (crowded) slots_.assign(2 * slots_.size(), 0);
    for (std::size_t number = crowded ? 0 : known_.size() - 1; number < known_.size(); ++number) {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = known_[number].hash & mask;
        while (slots_[at] != 0) at = (at + 1) & mask;
        slots_[at] = static_cast<std::uint32_t>(number + 1);
    }
}

}  // namespace quarterdeck::snapshot
