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

/// Adds the files of the returns whose states the report shows.
void name_returns(const returns::Reported& reported, Report& report);

}  // namespace quarterdeck::report
