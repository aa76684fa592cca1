#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/advance.h"
#include "extract/columns.h"
#include "extract/numbered_texts.h"
#include "extract/pages.h"
#include "quarterdeck/period.h"
#include "validate/finding.h"
#include "validate/staff.h"

namespace quarterdeck::record_check {

/// A counted assignment, as far as rules look at it.
struct Record {
    std::uint32_t file = 0;
    std::uint32_t line = 0;
    std::int32_t date = 0;  ///< packed, as all dates here; see `validate::packed`
    std::uint32_t organisation = 0;
    std::uint32_t person = 0;    ///< among `people`: by national number, else organisation and employee number
    std::uint32_t employee = 0;  ///< among `people`: organisation and employee number; 0: none
    std::uint32_t staff_group = 0;
    std::uint32_t occupation_code = 0;
    std::uint32_t pay_band = 0;
    std::int32_t fte = 0;  ///< in 1/100,000
    std::int32_t birth = 0;
    std::int32_t start = 0;
    std::int32_t end = 0;
    validate::Gender gender = validate::Gender::unknown;
    bool primary = false;
    bool national = false;
};

/// Funded establishment of an organisation at a date.
struct Funded {
    std::string organisation;
    std::int32_t date = 0;
    validate::Place place;
};

/// What tells a file's lines and fields as cells.
struct FileShape {
    std::string sheet;  ///< of a workbook; empty for other files
    extract::ColumnMap columns;
};

/// The counted assignments of all files of a data directory, in their order. Rows that can't be read are passed over:
/// reading has said so.
struct Records {
    std::vector<std::string> files;
    std::vector<FileShape> shapes;  ///< of the files
    extract::LongArray<Record> rows;
    extract::NumberedTexts texts;   ///< 0 is the empty text
    extract::NumberedTexts people;  ///< 0 is nobody
    std::vector<Funded> funded;

    Records() {
        texts.number({});
        people.number({});
    }

    validate::Place place(std::uint32_t file, std::uint32_t line, const char* column) const;
    validate::Place place(const Record& record, const char* column) const {
        return place(record.file, record.line, column);
    }
};

/// Reads the records of a directory whose files have been found fit to be read.
/// `advance` is told how far reading has come, in bytes of the files and in rows.
Records read_records(const std::filesystem::path& directory, extract::Advance* advance = nullptr);

}  // namespace quarterdeck::record_check
