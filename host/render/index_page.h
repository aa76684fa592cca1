#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "quarterdeck/text.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// A file of a release as its index lists it.
struct ListedFile {
    enum class Kind { page, workbook, csv, metadata, record };

    Kind kind = Kind::page;
    std::string path;  ///< relative to the index
    Text title;
    Text programme{};                    ///< of a CSV or its metadata; else empty
    std::optional<Language> language{};  ///< that it is written in; nothing: none
    std::uint64_t bytes = 0;
    std::string sha256{};
};

/// The index of a release in one language: its reports, its data files of that language, and its records.
/// `release` gives title, date and markings; `folder` is that of the index's own page. Throws `Refusal` for what is
/// wrong in the template.
std::string index_page(const report::Report& release, const std::vector<ListedFile>& files,
                       const report::TemplateFolder& folder, Language language);

}  // namespace quarterdeck::render
