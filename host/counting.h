#pragma once

#include <memory>
#include <vector>

#include "disclosure/earlier.h"
#include "disclosure/other_dates.h"
#include "extract/advance.h"
#include "pipeline.h"
#include "quarterdeck/period.h"
#include "quarterdeck/query.h"
#include "query/absent.h"
#include "query/answer.h"
#include "query/membership.h"
#include "snapshot/input.h"
#include "snapshot/record_files.h"
#include "warehouse/warehouse.h"

namespace quarterdeck {

/// Reads the records that a release rests on, and counts them: at its own dates, and at those between which earlier
/// releases followed people.
class Counting {
public:
    /// The request and the files must outlive this. Without `files` they are opened when they are read.
    Counting(const ReportRequest& request, snapshot::RecordFiles* files,
             const std::vector<disclosure::EarlierRelease>& earlier, const std::vector<Query>& own);
    ~Counting();
    Counting(const Counting&) = delete;
    Counting& operator=(const Counting&) = delete;

    /// Reads the records of all dates that the queries look back to. Earlier ones that have none become absent; then
    /// nothing is looked up at them.
    snapshot::Input read(const std::vector<Query>& queries, extract::Advance* advance);

    /// Earlier dates without records.
    const std::vector<Date>& absent() const { return absent_.dates; }

    /// The answers to all queries; what an absent date would be needed for isn't known. Precondition: they look at no
    /// other dates than the ones that were read.
    std::vector<query::Answer> answers(const std::vector<Query>& queries, const snapshot::Input& input,
                                       query::Membership& membership) const;

    /// What earlier releases asked of movements between other dates, answered. Those whose records aren't all there are
    /// left out, and named by `not_joined`. Valid as long as this, until it is called again.
    std::vector<disclosure::AnsweredDates> other_dates(const std::vector<disclosure::EarlierRelease>& earlier,
                                                       const std::vector<Query>& own, const snapshot::Input& input);

    const std::vector<Date>& not_joined() const { return not_joined_; }

private:
    std::vector<query::Answer> evaluate(const std::vector<Query>& queries, const snapshot::Input& input, Date as_at,
                                        query::Membership& membership) const;

    const ReportRequest& request_;
    snapshot::RecordFiles* files_;
    std::unique_ptr<warehouse::Warehouse> warehouse_;
    query::Absent absent_;
    std::vector<Date> beside_;   ///< dates of earlier releases' movements
    std::vector<Date> missing_;  ///< of these, the ones without records
    std::vector<Date> not_joined_;
    std::vector<disclosure::OtherDates> others_;
};

}  // namespace quarterdeck
