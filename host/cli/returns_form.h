#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/returns_options.h"
#include "plugins/fleet.h"
#include "register/form/form_reader.h"
#include "register/form/new_form.h"
#include "register/register.h"

namespace quarterdeck::cli {

/// What a programme's return is made from, and held against when it comes back.
returns::FormContext form_context(const plugins::Fleet& fleet, const Programme& programme,
                                  const returns::Quarter& quarter, Language language, const returns::Register& filed);

/// Writes a workbook to be filled in. Throws `Refusal` where a file is already, or it can't be written.
void write_form(const std::filesystem::path& path, const std::string& bytes);

/// What a workbook holds that came back, and its checksum.
struct FormFile {
    returns::Cells cells;
    std::string sha256;
};

/// Throws `Refusal` naming the file.
FormFile read_form_file(const std::string& path);

/// What the workbook says of itself. Throws `Refusal` when it is of another kind, or of another quarter or programme
/// than the options name.
returns::FormOrigin read_origin(const ReturnsOptions& options, const returns::Cells& cells, returns::Form::Kind kind);

/// Tells every fault, for people or programs.
Status refuse_form(const ReturnsOptions& options, const std::vector<returns::Fault>& faults);

}  // namespace quarterdeck::cli
