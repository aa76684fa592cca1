#pragma once

#include "quarterdeck/programme.h"
#include "quarterdeck/table.h"

namespace quarterdeck::plugins {

/// Whether a described programme can be reported. Throws `Refusal` with the first of its `offences`.
void check(const Programme& programme);

/// Whether a table that a metric's plugin computed can be reported. Throws `Refusal` with the first of its `offences`.
void check(const Metric& metric, const Table& computed);

}  // namespace quarterdeck::plugins
