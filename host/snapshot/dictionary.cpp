#include "snapshot/dictionary.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <utility>

namespace quarterdeck::snapshot {
namespace {

constexpr std::size_t most_texts = 65'536;

}  // namespace

std::uint16_t Dictionary::find(std::string_view text, const Ends& ends) {
    const std::uint16_t code = find_or_add(text);
    if (!overflowed_) recent_[slot_of(ends)] = {ends, code};
    return code;
}

std::uint16_t Dictionary::find_or_add(std::string_view text) {
    if (slots_.size() < 2 * (texts_.size() + 1)) grow();
    const auto hash = static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size()));
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    for (; slots_[at].number != 0; at = (at + 1) & mask)
        if (slots_[at].hash == hash && texts_[slots_[at].number - 1] == text)
            return static_cast<std::uint16_t>(slots_[at].number - 1);
    if (texts_.size() == most_texts) {
        overflowed_ = true;
        return static_cast<std::uint16_t>(most_texts - 1);
    }
    texts_.emplace_back(text);
    slots_[at] = {hash, static_cast<std::uint32_t>(texts_.size())};
    return static_cast<std::uint16_t>(texts_.size() - 1);
}

void Dictionary::grow() {
    std::vector<Slot> larger(slots_.empty() ? 256 : slots_.size() * 2);
    const std::size_t mask = larger.size() - 1;
    for (const Slot& slot : slots_) {
        if (slot.number == 0) continue;
        std::size_t at = slot.hash & mask;
        while (larger[at].number != 0) at = (at + 1) & mask;
        larger[at] = slot;
    }
    slots_ = std::move(larger);
}

}  // namespace quarterdeck::snapshot
