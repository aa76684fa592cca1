#include "disclosure/policy.h"

#include <algorithm>

namespace quarterdeck::disclosure {

const char* name_of(GroupDisclosure policy) {
    switch (policy) {
        case GroupDisclosure::ignore: return "ignore";
        case GroupDisclosure::warn: return "warn";
        case GroupDisclosure::suppress: return "suppress";
    }
    return "warn";
}

Policy stricter(const Policy& one, const Policy& other) {
    return {.protect = one.protect || other.protect,
            .threshold = std::max(one.threshold, other.threshold),
            .width = std::max(one.width, other.width),
            .weights = {.total = std::max(one.weights.total, other.weights.total),
                        .headcount = std::max(one.weights.headcount, other.weights.headcount),
                        .part = std::max(one.weights.part, other.weights.part),
                        .fte = std::max(one.weights.fte, other.weights.fte)},
            .group_disclosure = std::max(one.group_disclosure, other.group_disclosure)};
}

}  // namespace quarterdeck::disclosure
