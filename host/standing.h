#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "disclosure/earlier.h"
#include "pipeline.h"
#include "register/edition.h"
#include "register/reported.h"

namespace quarterdeck {

/// Where a release stands among those that went out before it.
struct Standing {
    returns::Edition edition;                            ///< state, audience, number and more; without figures
    std::optional<returns::Edition> again;               ///< the recorded edition that is made again
    std::optional<returns::Reported> reported;           ///< what programmes returned, as the register stood
    std::vector<disclosure::EarlierRelease> earlier;     ///< that went out
    std::vector<disclosure::PublishedFigures> previous;  ///< of these, the ones that --previous names
    std::optional<returns::Edition> corrected;       ///< the last issued edition of this report: what this one corrects
    std::optional<returns::Reported> reported_then;  ///< what programmes had returned at that time
    bool history = false;                            ///< earlier releases were taken into account, or there were none

    bool draft() const { return edition.state == returns::Edition::State::draft; }
};

/// Reads the register and the earlier releases. Throws `WrongUse` or `Refusal` where the release may not stand as
/// asked: issued without its history or, with a register, before it was approved; without a role that answers for it;
/// where it shows returns, with one that nobody has reviewed, or whose texts await a reviewed translation.
Standing standing_of(const ReportRequest& request, bool shows_returns);

/// Throws `Refusal` when something is missing from what is to be approved or issued.
void expect_whole(const Standing& standing, const std::vector<std::string>& missing);

/// Enters an approved or issued release into the register, before it is put into place: what went out without being
/// known there could not be taken into account later. An edition made again must be the same to the byte. Throws
/// `Refusal` where it isn't, or when another edition was recorded since the register was read.
void record(const ReportRequest& request, const Standing& standing, const disclosure::PublishedFigures& figures,
            const std::string& release_sha256);

}  // namespace quarterdeck
