#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "extract/columns.h"
#include "extract/running_sum.h"
#include "extract/text_file.h"
#include "quarterdeck/population.h"
#include "snapshot/snapshot.h"

namespace quarterdeck::snapshot {

/// The fields of a row of staff records.
enum class AssignmentField : std::size_t {
    snapshot_date,
    organisation,
    host_organisation,
    person_id_national,
    employee_number,
    assignment_number,
    primary_assignment,
    assignment_status,
    assignment_category,
    contract_type,
    staff_group,
    occupation_code,
    job_role,
    area_of_work,
    pay_band,
    contracted_fte,
    gender,
    date_of_birth,
    start_date,
    end_date,
    leaving_reason,
};

/// Their names in files, in the order of `AssignmentField`, and whether every file must have them.
inline constexpr std::array<extract::WantedField, 21> assignment_fields{{
    {"snapshot_date"},
    {"organisation"},
    {"host_organisation", false},
    {"person_id_national", false},
    {"employee_number"},
    {"assignment_number"},
    {"primary_assignment"},
    {"assignment_status"},
    {"assignment_category"},
    {"contract_type"},
    {"staff_group"},
    {"occupation_code"},
    {"job_role"},
    {"area_of_work"},
    {"pay_band"},
    {"contracted_fte"},
    {"gender"},
    {"date_of_birth"},
    {"start_date", false},
    {"end_date", false},
    {"leaving_reason", false},
}};

/// The fields that snapshots hold as read, each with its place in a file.
inline constexpr std::array<std::pair<Field, AssignmentField>, 10> coded_fields{{
    {Field::organisation, AssignmentField::organisation},
    {Field::host_organisation, AssignmentField::host_organisation},
    {Field::staff_group, AssignmentField::staff_group},
    {Field::occupation_code, AssignmentField::occupation_code},
    {Field::job_role, AssignmentField::job_role},
    {Field::area_of_work, AssignmentField::area_of_work},
    {Field::pay_band, AssignmentField::pay_band},
    {Field::assignment_status, AssignmentField::assignment_status},
    {Field::assignment_category, AssignmentField::assignment_category},
    {Field::contract_type, AssignmentField::contract_type},
}};

/// The first of them say where an assignment is, the others what kind of post it is.
inline constexpr std::size_t place_fields = 2;
inline constexpr std::size_t post_fields = coded_fields.size() - place_fields;
static_assert(std::equal(post_columns.begin(), post_columns.end(), coded_fields.begin() + place_fields,
                         coded_fields.end(), [](Field column, const auto& coded) { return column == coded.first; }));

/// A file of staff records whose header has been read.
struct AssignmentFile {
    std::string path;  ///< relative to the data directory
    std::shared_ptr<const extract::TextFile> contents;
    std::shared_ptr<extract::RunningSum> sum;
    extract::ColumnMap columns;
    std::size_t body = 0;         ///< where the rows after the header begin in the text
    std::uint64_t body_line = 1;  ///< the line that they begin in

    std::string_view text() const { return contents->text(); }
    bool has(AssignmentField field) const { return columns.has(static_cast<std::size_t>(field)); }
    std::size_t column(AssignmentField field) const { return columns.position[static_cast<std::size_t>(field)]; }
};

}  // namespace quarterdeck::snapshot
