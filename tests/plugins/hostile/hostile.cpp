#include "hostile/hostile.h"

#include "face.h"

namespace {

/// Filled in by the test: the deed's name and a NUL after "deed:".
[[gnu::used]] volatile char field[64] = "deed:........................................................";

std::string deed() {
    std::string name;
    for (std::size_t i = 5; i < sizeof field && field[i] != '\0'; ++i) name += field[i];
    return name;
}

[[gnu::constructor]] void construct() {
    hostile::do_when_loaded(deed());
}

std::int32_t emit(const qd_host* host, const std::string& message) {
    host->emit(host->context, {.data = message.data(), .length = message.size()});
    return 0;
}

std::int32_t describe(const qd_host* host) {
    const std::string instead = hostile::description_of(deed());
    return emit(host, instead.empty() ? hostile::description() : instead);
}

std::int32_t compute(const qd_host* host, qd_text /*request*/) {
    hostile::do_when_computing(deed());
    const std::string instead = hostile::answer_of(deed());
    return emit(host, instead.empty() ? hostile::table() : instead);
}

qd_plugin make() {
    qd_plugin made = face::well_formed();
    made.describe = describe;
    made.compute = compute;
    return made;
}

}  // namespace

EXPORT_PLUGIN(make)
