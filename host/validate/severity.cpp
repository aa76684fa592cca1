#include "validate/severity.h"

namespace quarterdeck::validate {

std::string_view severity_text(Severity severity) {
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::note: return "note";
    }
    return "note";
}

}  // namespace quarterdeck::validate
