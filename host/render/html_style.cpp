#include "render/html_style.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include "refusal.h"

namespace quarterdeck::render {
namespace {

namespace fs = std::filesystem;

/// A file's text with line ends as a browser reads them, so that its digest is the one that the browser takes.
std::string stylesheet(const fs::path& path, const std::string& name) {
    std::ifstream in(path, std::ios::binary);
    std::error_code none;
    if (!in || fs::is_directory(path, none))
        throw Refusal(fmt::format("{}: the style sheet can't be read. It must be there, and be readable.", name));
    std::string css{std::istreambuf_iterator<char>(in), {}};
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (css.starts_with(byte_order_mark)) css.erase(0, byte_order_mark.size());
    std::erase(css, '\r');
    if (css.find("</") != std::string::npos || css.find('\0') != std::string::npos)
        throw Refusal(fmt::format("{}: a style sheet can't hold \"</\" or a NUL character.", name));
    return css;
}

/// A text as a CSS string; characters that could end it are written by their code point.
std::string css_string(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\' || c == '<' || c == '>')
            quoted += fmt::format("\\{:x} ", static_cast<unsigned>(c));
        else
            quoted += c;
    }
    return quoted + '"';
}

std::string markings(const report::Report& report, const PageWords& words) {
    std::string text;
    const auto add = [&](bool holds, const char* key) {
        if (holds) text += (text.empty() ? "" : " · ") + words(key);
    };
    for (const report::Marking& marking : report.markings)
        text += (text.empty() ? "" : " · ") + words.in(marking.title);
    add(report.not_for_publication, "banner.not_for_publication.title");
    add(report.draft, "banner.draft.title");
    add(report.synthetic, "banner.synthetic.title");
    return text;
}

std::string print_margins(const report::Report& report, const PageWords& words) {
    return fmt::format(
        "@page{{@top-center{{content:{}}}@bottom-left{{content:{}}}@bottom-right{{content:counter(page) "
        "\" / \" counter(pages)}}}}\n",
        css_string(markings(report, words)), css_string(words.in(report.title)));
}

std::string sha256_base64(const std::string& bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("The style's digest can't be computed.");
    std::array<unsigned char, 2UL * EVP_MAX_MD_SIZE> text{};
    const int length = EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(size));
    return {text.begin(), text.begin() + length};
}

}  // namespace

PageStyle page_style(const report::Report& report, const report::TemplateFolder& folder, const PageWords& words) {
    const fs::path templates = folder.folder.parent_path();
    PageStyle style;
    style.css = "\n" + stylesheet(templates / "web" / "quarterdeck.css", "web/quarterdeck.css") + "\n" +
                stylesheet(templates / "partials" / "page.css", "partials/page.css") +
                stylesheet(templates / "partials" / "quarter.css", "partials/quarter.css") +
                print_margins(report, words);
    style.csp = fmt::format(
        "default-src 'none'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action "
        "'none'",
        sha256_base64(style.css));
    return style;
}

}  // namespace quarterdeck::render
