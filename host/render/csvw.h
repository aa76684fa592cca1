#pragma once

#include <string>
#include <vector>

#include "disclosure/protected_table.h"
#include "quarterdeck/metric.h"
#include "quarterdeck/text.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// A CSV file with what it shows. Both are kept by reference.
struct CsvFile {
    std::string name;  ///< within the folder: "workforce.csv"
    const Metric& metric;
    const disclosure::ProtectedTable& table;
    bool not_for_publication = false;  ///< nothing is hidden in it
};

/// What the CSV files of one folder hold, for other programs: a table group as in W3C's "Metadata Vocabulary for
/// Tabular Data" (17 December 2015), to stand beside them as `csv-metadata.json`. Columns have the id that heads
/// them as their name, titles in both languages, a datatype, and the markers as nulls; a table has its title,
/// definition, unit and notes in both. `language` is that of the labels; `markings` say who may see them.
std::string csv_metadata(const std::vector<CsvFile>& files, const report::Locale& locale, Language language,
                         const std::vector<report::Marking>& markings = {});

}  // namespace quarterdeck::render
