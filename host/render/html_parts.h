#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "quarterdeck/text.h"
#include "render/html_text.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// The words of one page.
class PageWords {
public:
    PageWords(const report::Locale& locale, Language language) : locale_(locale), language_(language) {}

    Language language() const { return language_; }
    const report::Locale& locale() const { return locale_; }
    std::string in(const Text& text) const { return printable(text.in(language_)); }

    /// The wording of "page." + key with its arguments.
    std::string operator()(const std::string& key, const std::vector<Argument>& arguments = {}) const {
        return printable(message(locale_, "page." + key, language_, arguments));
    }
    bool has(const std::string& key) const { return locale_.all().contains("page." + key); }

private:
    const report::Locale& locale_;
    Language language_;
};

/// What every page of a release says, in the shape of `frame_shape`, but for its style.
nlohmann::json page_frame(const report::Report& report, const PageWords& words);

/// What each of the markers means, in the order [c], [x], [z]; only those of `used`.
nlohmann::json marker_key(const PageWords& words, const std::set<Marker>& used);

/// A table as `table_shape` has it. `number` counts the report's tables from 1.
nlohmann::json table_data(const report::TableBlock& block, std::size_t number, bool not_for_publication,
                          const PageWords& words);

/// A plan as `plan_shape` has it, its entries under their themes.
nlohmann::json plan_data(const report::ActionsBlock& block, std::size_t number, const PageWords& words);

/// How small numbers are protected, as `page_shape` has it.
nlohmann::json certificate_data(const report::Report& report, const PageWords& words);

/// Where the figures come from, as `provenance_shape` has it.
nlohmann::json provenance_data(const report::Report& report, const PageWords& words);

}  // namespace quarterdeck::render
