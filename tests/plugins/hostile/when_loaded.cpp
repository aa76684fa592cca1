#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include "hostile/hostile.h"

// What is done in a static constructor.
namespace {

volatile bool waiting = true;

struct Deeds {
    static void faults() { raise(SIGSEGV); }
    static void exits() { std::exit(0); }
    static void throws() { throw std::runtime_error("thrown by a static constructor"); }
    static void loops() {
        while (waiting) {
        }
    }
};

constexpr std::array deeds{
    hostile::Deed<void (*)()>{"when_loaded_faults", Deeds::faults},
    hostile::Deed<void (*)()>{"when_loaded_exits", Deeds::exits},
    hostile::Deed<void (*)()>{"when_loaded_throws", Deeds::throws},
    hostile::Deed<void (*)()>{"when_loaded_loops", Deeds::loops},
};

}  // namespace

void hostile::do_when_loaded(std::string_view deed) {
    if (const auto* found = find<void (*)()>(deeds, deed)) found->act();
}
