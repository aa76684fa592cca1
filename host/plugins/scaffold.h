#pragma once

#include <filesystem>
#include <string>

#include "quarterdeck/text.h"

namespace quarterdeck::plugins {

/// A plugin's project that is to be written.
struct Scaffold {
    std::filesystem::path model;  ///< the folder of the project that is copied
    std::filesystem::path out;    ///< the new project's folder; must not be there yet
    std::string id;               ///< of the programme; names files and targets too
    Text title;                   ///< an empty English title is made from the id, an empty Welsh one is the English
};

/// Copies the model whole, with its programme's names replaced, or leaves nothing behind. Throws `WrongUse` for an id
/// that can't name a programme and for titles that can't stand in source code, `Refusal` when `out` is there already
/// or can't be written.
void write_project(Scaffold scaffold);

}  // namespace quarterdeck::plugins
