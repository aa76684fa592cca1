#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "employment.h"
#include "jobs.h"
#include "person.h"

namespace quarterdeck::example {

/// Header of the assignment files, with a line end.
inline constexpr std::string_view record_columns =
    "snapshot_date,organisation,host_organisation,person_id_national,employee_number,assignment_number,"
    "primary_assignment,assignment_status,assignment_category,contract_type,staff_group,occupation_code,job_role,"
    "area_of_work,pay_band,contracted_fte,gender,date_of_birth,start_date,end_date,leaving_reason\n";

/// One assignment of one person. The numbers in it follow from `number` and can't be taken for real ones.
struct RecordRow {
    std::uint64_t number = 0;  ///< of the person, below 100,000,000
    const Person& person;
    const Post& post;
    const Job& job;
    Day birth = 0;
    const Employment& employment;
    bool primary = true;
    bool second_employer = false;
};

/// Appends the row to the extract of a date, with its line end.
void append_row(std::string& out, std::string_view date, const RecordRow& row);

}  // namespace quarterdeck::example
