#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "quarterdeck/period.h"
#include "snapshot/small_files.h"
#include "snapshot/snapshot.h"

namespace quarterdeck::snapshot {

/// Whom the subjective codes of the finance ledger fund, and when: the map that leads from funded posts to populations.
class SubjectiveCodes {
public:
    /// subjective_codes/*.csv: subjective_code; staff_group, occupation_code, job_role, area_of_work and pay_band as
    /// staff records say them, or a band_group where a code funds several bands; valid_from and valid_to, both days
    /// included, open where empty. All but the code may be missing. A code that means two things on one day is refused.
    SmallFile read(const std::string& path, std::string_view text, const std::string& sheet = {});

    /// Says in the posts what their code funds at their date; false where the map has nothing.
    bool describe(FundedPosts& posts) const;

private:
    struct Meaning {
        Date from;
        Date to;
        FundedPosts posts;
    };

    std::map<std::string, std::vector<Meaning>, std::less<>> meanings_;
};

/// establishment/*.csv: organisation, subjective_code, funded_fte, date. Rows of one organisation, code and date add
/// up. A funded FTE that isn't a number from 0 up is a finding and counts as not known, and so does what rests on it.
SmallFile read_establishment(const std::string& path, std::string_view text, const std::string& sheet,
                             const SubjectiveCodes& codes, std::vector<FundedPosts>& establishment);

}  // namespace quarterdeck::snapshot
