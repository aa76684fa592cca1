#include "audit/finished/page_reader.h"

#include <libxml/HTMLparser.h>

#include <memory>
#include <new>
#include <optional>
#include <set>
#include <utility>

namespace quarterdeck::audit {
namespace {

std::string_view view(const xmlChar* text) {
    return reinterpret_cast<const char*>(text);  // libxml2 counts characters in unsigned bytes
}

/// Follows the parser through the page.
class Reader {
public:
    explicit Reader(const std::vector<std::string>& ids) : ids_(ids.begin(), ids.end()) {}

    ReadPage take() { return std::move(page_); }

    void start(std::string_view name, const xmlChar** attributes) {
        if (chart_ || name == "svg") return start_in_chart(name, attributes);
        name_.clear();
        for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
            if (attributes[1] == nullptr) continue;
            if (view(attributes[0]) == "id") meet(std::string(view(attributes[1])));
            if (view(attributes[0]) == "aria-label") name_ = view(attributes[1]);
        }
        if (name == "table" && !waiting_for_.empty()) {
            table_ = &page_.tables[waiting_for_];
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
        if (chart_) return end_in_chart(name);
        if (table_ == nullptr) return;
        if (name == "td" || name == "th") in_cell_ = false;
        if (name == "tr" && has_data_) table_->push_back(std::move(row_));
        if (name == "tr") row_.clear();
        if (name == "table") table_ = nullptr;
    }

    void text(std::string_view characters) {
        if (chart_) return chart_->text(characters);
        if (in_cell_ && !row_.empty()) row_.back() += characters;
    }

    void comment(std::string_view characters) {
        if (chart_) chart_->text(characters);
    }

private:
    void start_in_chart(std::string_view name, const xmlChar** attributes) {
        if (!chart_) chart_.emplace();
        if (name == "svg") ++depth_;
        chart_->start(name, reinterpret_cast<const char**>(attributes));
    }

    void end_in_chart(std::string_view name) {
        chart_->end(name);
        if (name != "svg" || --depth_ > 0) return;
        PageChart read = chart_->take();
        chart_.reset();
        read.words.push_back(std::exchange(name_, {}));
        if (!block_.empty()) page_.charts[block_].push_back(std::move(read));
    }

    void meet(std::string id) {
        if (ids_.contains(id)) block_ = waiting_for_ = std::move(id);
    }

    std::set<std::string> ids_;
    std::string block_;        ///< the last id that was met
    std::string waiting_for_;  ///< the same, until its table comes
    std::string name_;         ///< for screen readers, of the element that stands around what comes next
    ReadPage page_;
    std::optional<ChartReader> chart_;
    std::size_t depth_ = 0;  ///< pictures within pictures
    ShownRows* table_ = nullptr;
    std::vector<std::string> row_;
    bool has_data_ = false;
    bool in_cell_ = false;
};

Reader& reader(void* given) {
    return *static_cast<Reader*>(given);
}

}  // namespace

ReadPage read_page(std::string_view html, const std::vector<std::string>& ids) {
    Reader reading(ids);
    htmlSAXHandler handler{};
    handler.startElement = [](void* given, const xmlChar* name, const xmlChar** attributes) {
        reader(given).start(view(name), attributes);
    };
    handler.endElement = [](void* given, const xmlChar* name) { reader(given).end(view(name)); };
    handler.characters = [](void* given, const xmlChar* text, int length) {
        reader(given).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
    };
    handler.comment = [](void* given, const xmlChar* text) { reader(given).comment(view(text)); };
    handler.cdataBlock = handler.characters;
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
        htmlCreatePushParserCtxt(&handler, &reading, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8), htmlFreeParserCtxt);
    if (!parser) throw std::bad_alloc();
    htmlParseChunk(parser.get(), html.data(), static_cast<int>(html.size()), 1);
    return reading.take();
}

}  // namespace quarterdeck::audit
