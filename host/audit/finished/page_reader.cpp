#include "audit/finished/page_reader.h"

#include <libxml/HTMLparser.h>

#include <memory>
#include <new>
#include <set>

namespace quarterdeck::audit {
namespace {

std::string_view view(const xmlChar* text) {
    return reinterpret_cast<const char*>(text);  // libxml2 counts characters in unsigned bytes
}

/// Follows the parser through the page.
class Reader {
public:
    explicit Reader(const std::vector<std::string>& ids) : ids_(ids.begin(), ids.end()) {}

    std::map<std::string, ShownRows> take() { return std::move(tables_); }

    void start(std::string_view name, const xmlChar** attributes) {
        for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2)
            if (view(attributes[0]) == "id" && attributes[1] != nullptr) meet(std::string(view(attributes[1])));
        if (name == "table" && !waiting_for_.empty()) {
            table_ = &tables_[waiting_for_];
            waiting_for_.clear();
        }
        if (table_ == nullptr) return;
        if (name == "tr") {
            row_.clear();
            has_data_ = false;
        }
        has_data_ = has_data_ || name == "td";
        if (name == "td" || name == "th") {
            row_.emplace_back();
            in_cell_ = true;
        }
    }

    void end(std::string_view name) {
        if (table_ == nullptr) return;
        if (name == "td" || name == "th") in_cell_ = false;
        if (name == "tr" && has_data_) table_->push_back(std::move(row_));
        if (name == "tr") row_.clear();
        if (name == "table") table_ = nullptr;
    }

    void text(std::string_view characters) {
        if (in_cell_ && !row_.empty()) row_.back() += characters;
    }

private:
    void meet(std::string id) {
        if (ids_.contains(id)) waiting_for_ = std::move(id);
    }

    std::set<std::string> ids_;
    std::string waiting_for_;
    std::map<std::string, ShownRows> tables_;
    ShownRows* table_ = nullptr;
    std::vector<std::string> row_;
    bool has_data_ = false;
    bool in_cell_ = false;
};

Reader& reader(void* given) {
    return *static_cast<Reader*>(given);
}

}  // namespace

std::map<std::string, ShownRows> tables_of_page(std::string_view html, const std::vector<std::string>& ids) {
    Reader reading(ids);
    htmlSAXHandler handler{};
    handler.startElement = [](void* given, const xmlChar* name, const xmlChar** attributes) {
        reader(given).start(view(name), attributes);
    };
    handler.endElement = [](void* given, const xmlChar* name) { reader(given).end(view(name)); };
    handler.characters = [](void* given, const xmlChar* text, int length) {
        reader(given).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
    };
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
        htmlCreatePushParserCtxt(&handler, &reading, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8), htmlFreeParserCtxt);
    if (!parser) throw std::bad_alloc();
    htmlParseChunk(parser.get(), html.data(), static_cast<int>(html.size()), 1);
    return reading.take();
}

}  // namespace quarterdeck::audit
