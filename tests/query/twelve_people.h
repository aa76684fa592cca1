#pragma once

#include "quarterdeck/period.h"
#include "quarterdeck/query.h"
#include "query/answer.h"
#include "snapshot/input.h"

namespace quarterdeck::testing {

inline constexpr Date as_at{2023, 3, 31};
inline constexpr Date a_year_before{2022, 3, 31};

/// Twelve people at `as_at`, with the answers worked out by hand in the tests, and five of them a year before.
///
/// | person | organisation | staff group                    | code | job role             | pay band            | FTE |
/// gender  | age          |
/// |--------|--------------|--------------------------------|------|----------------------|---------------------|-----|---------|--------------|
/// | 1      | 7A4          | Healthcare Scientists          | U1A  | Biomedical Scientist | Band 6              | 1.0 |
/// Female  | 26-35        | | 2      | 7A4          | Healthcare Scientists          | U2A  | Biomedical Scientist |
/// Band 7              | 0.8 | Female  | 46-55        | | 3      | 7A4          | Healthcare Scientists          | U1A
/// | Biomedical Scientist | Band 5              | 1.0 | Male    | 25 and under | | 4      | 7A4          | Healthcare
/// Scientists          | U1A  | Biomedical Scientist | Band 6              | 0.6 | Female  | 36-45        | | 4      |
/// 7A4          | Healthcare Scientists          | U1A  | Team Manager         | Band 7              | 0.4 | Female  |
/// 36-45        | | 5      | 7A4          | Healthcare Scientists          | U1A  | Biomedical Scientist | Band 6 | 0.5
/// | Male    | 56 and over  | | 5      | 7A1          | Healthcare Scientists          | U1D  | Clinical Scientist   |
/// Band 8a             | 0.5 | Male    | 56 and over  | | 6      | 7A1          | Additional Clinical Services   | U9A
/// | Phlebotomist         | Band 2              | 0.6 | Female  | 56 and over  | | 7      | 7A1          | Additional
/// Clinical Services   | U9A  | Phlebotomist         | Band 3              | 1.0 | Female  | 46-55        | | 8      |
/// 7A1          | Medical and Dental             | 071  | Consultant           | Consultant          | 1.0 | Male    |
/// 46-55        | | 9      | 7A1          | Medical and Dental             | 171  | Consultant           | Consultant
/// | 0.5 | Female  | 36-45        | | 10     | 7A1          | Medical and Dental             | 071  | Specialty
/// Registrar  | Specialty Registrar | 1.0 | Female  | 26-35        | | 11     | 7A3          | Healthcare Scientists |
/// U1C  | Biomedical Scientist | Band 6              | 1.0 | Unknown | 36-45        | | 12     | 7A3          |
/// Healthcare Scientists          | U1A  | Biomedical Scientist | Band 9              | 1.0 | Male    | 56 and over  |
///
/// Person 6 turned 56 on the day. A year before: 1 (7A4, U1A, Band 5, 1.0, Female, 26-35), 4 (only the Band 6 post,
/// 0.6), 8 (as now), 11 (as now) and a person who has left (7A2, U1A, Band 6, 1.0, Male, 56 and over).
snapshot::Input twelve_people();

/// The same people at `as_at`, all of whom began on 1 May 2022 by their start dates, but 3 on 10 January; and at
/// `a_year_before`:
///
/// - 1 as in `twelve_people`, in Band 5; 4 with the Band 6 post only; 5 with the U1A post only, then 1.0
/// - 2 on a career break; 14 in post (7A2, U2A, 0.8), who has one now
/// - 6 in the assignment of now (0.6), then coded U1A and Biomedical Scientist; 12 likewise (1.0), then coded U1C
/// - 7 as U1A in another assignment (7A4, 1.0); 9 as now, in another assignment in 7A2
/// - 8 as now; 13 (7A2, U1A, 1.0) and 15 (7A1, 071, 1.0), who aren't recorded any more
/// - 3, 10 and 11 not recorded
snapshot::Input twelve_people_who_moved();

/// Blood scientists: occupation codes U?A without phlebotomists.
Rule blood_scientists();

/// The answer to one query about the twelve people.
query::Answer ask(const Query& query);

/// Values (people, posts, or 1/100,000 FTE) of one row.
std::vector<std::int64_t> values(const query::Answer& answer, std::size_t row);

}  // namespace quarterdeck::testing
