#pragma once

#include "snapshot/kept.h"
#include "snapshot/kept_bytes.h"

namespace quarterdeck::snapshot {

/// Everything of it, the source files included.
void write(KeptWriter& to, const Staff& staff);

/// Throws `KeptFault` when the bytes end too early, or when rows name values that there aren't.
Staff read_staff(KeptReader& from);

/// The source files, which stand first.
void write(KeptWriter& to, const std::vector<SourceFile>& files);
std::vector<SourceFile> read_files(KeptReader& from);

}  // namespace quarterdeck::snapshot
