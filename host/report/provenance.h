#pragma once

#include "disclosure/protect.h"
#include "plugins/fleet.h"
#include "report/model.h"
#include "report/template_folder.h"
#include "snapshot/input.h"

namespace quarterdeck::report {

/// Where the figures of one release come from, for every report in it.
Provenance provenance(const TemplateFolder& design, const plugins::Fleet& fleet, const snapshot::Input& input,
                      const disclosure::Protector& protector);

}  // namespace quarterdeck::report
