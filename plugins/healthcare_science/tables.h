#pragma once

#include "quarterdeck/metric.h"

/// The five appendix tables that healthcare science publishes.
namespace quarterdeck::programmes::healthcare_science_tables {

Metric radiotherapy();
Metric physical_sciences();
Metric cardiac_vascular_respiratory_sleep();
Metric neurophysiology();
Metric audiology_ent();

}  // namespace quarterdeck::programmes::healthcare_science_tables
