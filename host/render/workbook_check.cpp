#include "render/workbook_check.h"

#include <Poco/Exception.h>
#include <Poco/SAX/InputSource.h>
#include <Poco/SAX/SAXParser.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

#include <fstream>
#include <stdexcept>

namespace quarterdeck::render::spreadsheet {

void expect_whole(const std::filesystem::path& workbook) {
    std::string part;
    try {
        std::ifstream bytes(workbook, std::ios::binary);
        const Poco::Zip::ZipArchive archive(bytes);
        if (archive.headerBegin() == archive.headerEnd()) throw Poco::DataFormatException("it holds nothing");
        for (auto entry = archive.headerBegin(); entry != archive.headerEnd(); ++entry) {
            part = entry->first;
            bytes.clear();
            Poco::Zip::ZipInputStream content(bytes, entry->second);
            Poco::XML::InputSource source(content);
            Poco::XML::SAXParser().parse(&source);
        }
    } catch (const Poco::Exception& failure) {
        throw std::runtime_error("The workbook " + workbook.string() + " came out broken (part \"" + part + "\": " +
                                 failure.displayText() + "). The disk or the folder for temporary files may be full.");
    }
}

}  // namespace quarterdeck::render::spreadsheet
