#include "render/workbook_package.h"

#include <Poco/DateTime.h>
#include <Poco/Exception.h>
#include <Poco/SAX/SAXParser.h>
#include <Poco/StreamCopier.h>
#include <Poco/Zip/Compress.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

#include <array>
#include <charconv>
#include <istream>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace quarterdeck::render::spreadsheet {
namespace {

struct Part {
    std::string name;
    std::string xml;
};

std::vector<Part> read_parts(std::istream& workbook) {
    std::vector<Part> parts;
    try {
        const Poco::Zip::ZipArchive archive(workbook);
        for (auto entry = archive.headerBegin(); entry != archive.headerEnd(); ++entry) {
            workbook.clear();
            Part& part = parts.emplace_back(Part{entry->first, {}});
            Poco::Zip::ZipInputStream content(workbook, entry->second);
            Poco::StreamCopier::copyToString(content, part.xml);
            Poco::XML::SAXParser().parseMemoryNP(part.xml.data(), part.xml.size());
        }
    } catch (const Poco::Exception& broken) {
        throw std::runtime_error("the workbook came out broken" +
                                 (parts.empty() ? "" : " in its part \"" + parts.back().name + "\"") + " (" +
                                 broken.displayText() + "); the folder for temporary files may be full");
    }
    if (parts.empty()) throw std::runtime_error("the workbook came out empty");
    return parts;
}

/// Excel keeps 15 significant digits; text and numbers that have no more stay as they are.
std::string as_excel_keeps(const std::string& number) {
    constexpr int digits_kept = 15;
    if (number.size() <= digits_kept) return number;
    double value = 0;
    const char* const end = number.data() + number.size();
    const auto [rest, error] = std::from_chars(number.data(), end, value);
    if (error != std::errc{} || rest != end) return number;
    std::array<char, 32> kept{};
    const auto written =
        std::to_chars(kept.data(), kept.data() + kept.size(), value, std::chars_format::general, digits_kept);
    return {kept.data(), written.ptr};
}

/// Shortens the numbers between each `opening` and the next "<".
std::string with_short_numbers(const std::string& xml, const std::string& opening) {
    std::string out;
    out.reserve(xml.size());
    std::size_t at = 0;
    for (std::size_t found = xml.find(opening); found != std::string::npos; found = xml.find(opening, at)) {
        const std::size_t begin = found + opening.size();
        const std::size_t end = xml.find('<', begin);
        out.append(xml, at, begin - at);
        out += as_excel_keeps(xml.substr(begin, end - begin));
        at = end;
    }
    return out.append(xml, at);
}

void finish(Part& part, const std::string& language) {
    const std::string closing = "</cp:coreProperties>";
    if (part.name.starts_with("xl/worksheets/sheet")) {
        part.xml = with_short_numbers(part.xml, "<v>");
    } else if (part.name.starts_with("xl/charts/")) {
        part.xml = with_short_numbers(part.xml, "<c:v>");
    } else if (part.name == "docProps/core.xml") {
        const std::size_t end = part.xml.find(closing);
        if (end != std::string::npos) part.xml.insert(end, "<dc:language>" + language + "</dc:language>");
    }
}

/// The whole name as that of a file: for a path with folders the archive would get an entry for each folder too,
/// and a workbook has none.
Poco::Path whole_name(const std::string& name) {
    Poco::Path path;
    path.setFileName(name);
    return path;
}

}  // namespace

std::string package(std::istream& workbook, const std::string& language) {
    const Poco::DateTime earliest(1980, 1, 1);  // that an archive can hold
    std::ostringstream bytes;
    Poco::Zip::Compress archive(bytes, true);
    for (Part& part : read_parts(workbook)) {
        finish(part, language);
        std::istringstream content(part.xml);
        archive.addFile(content, earliest, whole_name(part.name), Poco::Zip::ZipCommon::CM_DEFLATE,
                        Poco::Zip::ZipCommon::CL_NORMAL);
    }
    archive.close();
    return bytes.str();
}

}  // namespace quarterdeck::render::spreadsheet
