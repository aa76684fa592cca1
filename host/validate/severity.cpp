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

std::string_view hands_text(Hands hands) {
    switch (hands) {
        case Hands::staff_record: return "Health boards and trusts, in the staff record";
        case Hands::extract: return "Whoever takes the extract";
        case Hands::establishment: return "Finance, in the establishment";
        case Hands::training: return "Whoever supplies the training figures";
        case Hands::publisher: return "Whoever publishes the tables";
    }
    return "";
}

}  // namespace quarterdeck::validate
