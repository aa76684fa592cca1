#include <unistd.h>
#include <array>

#include "hostile/hostile.h"

// How the programme is described.
namespace {

using hostile::description;
using hostile::replaced;

struct Deeds {
    static std::string loops() {
        for (volatile bool waiting = true; waiting;) {
        }
        return description();
    }
    static std::string sleeps() {
        for (;;) pause();
    }
    static std::string script_in_title() {
        const char* const script = "\"<script>alert(1)</script>\"";
        return replaced(replaced(description(), "\"Table\"", script), "\"Tabl\"", script);
    }
    static std::string path_as_id() { return replaced(description(), "\"hostile\"", "\"../../hostile\""); }
    static std::string id_of_another() { return replaced(description(), "\"hostile\"", "\"imaging\""); }
    static std::string takes_its_time() {
        usleep(500'000);
        return description();
    }
};

constexpr std::array deeds{
    hostile::Deed<std::string (*)()>{"descriptions_loops", Deeds::loops},
    hostile::Deed<std::string (*)()>{"descriptions_sleeps", Deeds::sleeps},
    hostile::Deed<std::string (*)()>{"descriptions_script_in_title", Deeds::script_in_title},
    hostile::Deed<std::string (*)()>{"descriptions_path_as_id", Deeds::path_as_id},
    hostile::Deed<std::string (*)()>{"descriptions_id_of_another", Deeds::id_of_another},
    hostile::Deed<std::string (*)()>{"descriptions_takes_its_time", Deeds::takes_its_time},
};

}  // namespace

std::string hostile::description_of(std::string_view deed) {
    const auto* found = find<std::string (*)()>(deeds, deed);
    return found == nullptr ? std::string() : found->act();
}
