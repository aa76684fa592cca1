#pragma once

#include <cstdint>
#include <string>

#include "disclosure/certificate.h"

namespace quarterdeck::disclosure {

/// What an attack on the finished files proved before they were published, in hidden figures.
struct AuditRecord {
    std::uint64_t hidden = 0;     ///< that were attacked, each once wherever it stands
    std::uint64_t proved = 0;     ///< of these: as many values are possible as the policy asks for
    std::uint64_t bounded = 0;    ///< of these: no way was found to narrow them, and the search was given up
    std::uint64_t relations = 0;  ///< that the attack used
};

/// As `published_text` of the certificate alone, with the audit's record.
std::string published_text(const PublishedCertificate& certificate, const AuditRecord& audit);

/// As `analyst_text` of the certificate alone, with the audit's record.
std::string analyst_text(const Certificate& certificate, const AuditRecord& audit);

}  // namespace quarterdeck::disclosure
