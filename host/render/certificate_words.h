#pragma once

#include <optional>
#include <string>
#include <vector>

#include "disclosure/certificate.h"
#include "quarterdeck/text.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// One line of a release's certificate: what it is about, and a number or words.
struct CertificateLine {
    std::string term;
    std::optional<std::uint64_t> number;
    std::string words;  ///< where there is no number
};

/// What a reader is told of how a release was protected.
std::vector<CertificateLine> certificate_lines(const disclosure::PublishedCertificate& certificate,
                                               const report::Locale& locale, Language language);

/// Why a report has no certificate.
const std::string& no_certificate(bool protected_figures, const report::Locale& locale, Language language);

}  // namespace quarterdeck::render
