#pragma once

#include "quarterdeck/population.h"

/// Who works in diagnostic radiology. Radiotherapy belongs to healthcare science.
namespace quarterdeck::programmes::imaging_staff {

Population radiographers();
Population doctors();
Population workforce();

}  // namespace quarterdeck::programmes::imaging_staff
