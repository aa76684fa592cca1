#pragma once

#include <string>
#include <vector>

#include "quarterdeck/programme.h"
#include "register/reported.h"
#include "report/board/source.h"

namespace quarterdeck::testing {

/// One programme with a plan of an action, its milestone, another without a date, a risk and an interdependency with
/// a second programme; and what both return for four quarters up to 2022-23Q4, with nothing in it yet.
struct QuarterOfTwo {
    QuarterOfTwo();

    returns::Return& returned(const std::string& programme, std::size_t quarters_ago = 0);
    report::BoardSource source() const;

    Programme imaging;
    Programme pathology;
    std::vector<const Programme*> programmes{&imaging, &pathology};
    returns::Reported reported;
    report::RulesOff off;
};

}  // namespace quarterdeck::testing
