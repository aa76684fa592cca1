#include "extract/numbered_texts.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace quarterdeck::extract {
namespace {

std::uint32_t tag_of(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> 32U);
}

}  // namespace

std::uint64_t NumberedTexts::hash_of(std::string_view text) {
    return XXH3_64bits(text.data(), text.size());
}

/// Where the text stands, or the free place where it belongs.
std::size_t NumberedTexts::place(std::string_view text, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].taken != 0 && (slots_[at].tag != tag_of(hash) || (*this)[slots_[at].taken - 1] != text))
        at = (at + 1) & mask;
    return at;
}

std::optional<std::uint32_t> NumberedTexts::find(std::string_view text) const {
    const Slot& slot = slots_[place(text, hash_of(text))];
    if (slot.taken == 0) return std::nullopt;
    return slot.taken - 1;
}

std::uint32_t NumberedTexts::number(std::string_view text) {
    const std::uint64_t hash = hash_of(text);
    Slot& slot = slots_[place(text, hash)];
    if (slot.taken != 0) return slot.taken - 1;
    bytes_.insert(bytes_.end(), text.begin(), text.end());
    ends_.push_back(bytes_.size());
    const auto number = static_cast<std::uint32_t>(ends_.size() - 1);
    slot = {tag_of(hash), number + 1};
    if (2 * size() > slots_.size()) grow();
    return number;
}

void NumberedTexts::grow() {
    slots_.assign(2 * slots_.size(), Slot{});
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t number = 0; number < size(); ++number) {
        const std::uint64_t hash = hash_of((*this)[number]);
        std::size_t at = hash & mask;
        while (slots_[at].taken != 0) at = (at + 1) & mask;
        slots_[at] = {tag_of(hash), number + 1};
    }
}

}  // namespace quarterdeck::extract
