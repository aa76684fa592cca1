#pragma once

#include <cstdint>
#include <string>

#include "example.h"

namespace quarterdeck::example {

/// The text of dataset.yaml: the records are synthetic, in both languages.
std::string dataset_yaml();

/// The text of README.md: what the directory holds, what it is calibrated to, and how to write it again.
std::string readme(const Options& options, std::uint64_t people);

}  // namespace quarterdeck::example
