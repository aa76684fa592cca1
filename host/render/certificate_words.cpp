#include "render/certificate_words.h"

#include "render/html_text.h"

namespace quarterdeck::render {
namespace {

/// How much dearer than the cheapest a pattern may be, in per cent, rounded up.
std::int64_t gap_percent(const disclosure::PublishedCertificate& certificate) {
    if (certificate.bound <= 0) return 100;
    return ((certificate.cost - certificate.bound) * 100 + certificate.bound - 1) / certificate.bound;
}

class Lines {
public:
    Lines(const report::Locale& locale, Language language) : locale_(locale), language_(language) {}

    void add(const std::string& key, std::uint64_t number) { lines_.push_back({words(key, {}), number, {}}); }
    void add(const std::string& key, const std::string& told, const std::vector<Argument>& arguments = {}) {
        lines_.push_back({words(key, {}), {}, words(told, arguments)});
    }
    std::vector<CertificateLine> take() { return std::move(lines_); }

private:
    std::string words(const std::string& key, const std::vector<Argument>& arguments) const {
        return message(locale_, "certificate." + key, language_, arguments);
    }

    const report::Locale& locale_;
    Language language_;
    std::vector<CertificateLine> lines_;
};

}  // namespace

std::vector<CertificateLine> certificate_lines(const disclosure::PublishedCertificate& certificate,
                                               const report::Locale& locale, Language language) {
    Lines lines(locale, language);
    lines.add(
        "policy", "policy_text",
        {{"last", std::int64_t{certificate.policy.threshold - 1}}, {"values", std::int64_t{certificate.policy.width}}});
    lines.add("cells", certificate.cells);
    lines.add("primary", certificate.primary);
    lines.add("dependent", certificate.dependent);
    lines.add("secondary", certificate.secondary);
    if (certificate.policy.group_disclosure != disclosure::GroupDisclosure::ignore)
        lines.add("groups", certificate.group_rows);
    if (certificate.narrow_cells > 0) lines.add("narrow", certificate.narrow_cells);
    if (certificate.solver.empty()) {
        lines.add("solver", "solver_none");
        lines.add("audit", "audit_text");
        return lines.take();
    }
    lines.add("solver", "solver_text", {{"solver", certificate.solver}});
    if (certificate.optimal())
        lines.add("result", "result_cheapest");
    else
        lines.add("result", "result_safe", {{"percent", gap_percent(certificate)}});
    lines.add("audit", "audit_text");
    return lines.take();
}

const std::string& no_certificate(bool protected_figures, const report::Locale& locale, Language language) {
    return locale.get(protected_figures ? "certificate.none_for_a_draft" : "certificate.none_unprotected", language);
}

}  // namespace quarterdeck::render
