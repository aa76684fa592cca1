# data_table.R DATA AS-AT OUT: the appendix tables by data.table, with a workbook by openxlsx.
suppressPackageStartupMessages({library(data.table); library(openxlsx)})
arguments <- commandArgs(trailingOnly = TRUE)
data <- arguments[1]; as_at <- arguments[2]; out <- arguments[3]
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
before <- paste0(as.integer(substr(as_at, 1, 4)) - 56L, substring(as_at, 5))

used <- c("snapshot_date", "person_id_national", "assignment_number", "primary_assignment", "assignment_status",
          "assignment_category", "contract_type", "staff_group", "occupation_code", "job_role", "area_of_work", "pay_band",
          "contracted_fte", "gender", "date_of_birth")
texts <- setdiff(used, "contracted_fte")
files <- sort(Sys.glob(file.path(data, "assignments", "*.csv")))
day <- rbindlist(lapply(files, fread, select = used, colClasses = list(character = texts, numeric = "contracted_fte"),
                        na.strings = NULL, encoding = "UTF-8"))[snapshot_date == as_at]
day[, units := round(contracted_fte * 100000)]

# Conditions on texts are worked out once for each combination that occurs.
described <- c("assignment_status", "assignment_category", "contract_type", "staff_group", "occupation_code", "job_role",
               "area_of_work", "pay_band")
day[, combination := .GRP, by = described]
kinds <- day[, .SD[1L], by = combination, .SDcols = described]
twins <- function(codes) c(paste0("0", codes), paste0("1", codes))
kinds[, area := fcase(
  staff_group == "Medical and Dental", fcase(
    occupation_code %in% twins(c("71", "72", "73", "74", "75", "76", "77", "78", "83", "86", "87", "88", "92", "46", "47")), 4L,
    occupation_code %in% twins(c("20", "79")), 7L,
    occupation_code %in% twins(c("80", "16", "45")), 9L,
    occupation_code %in% twins("26"), 11L,
    occupation_code %in% twins("14"), 19L,
    occupation_code %in% twins("19") | area_of_work == "Ear Nose and Throat", 21L,
    area_of_work == "Cardiology", 16L,
    area_of_work == "Respiratory Medicine", 17L),
  area_of_work == "Endoscopy" & staff_group %in% c("Nursing and Midwifery Registered", "Additional Clinical Services"), 14L,
  grepl("^S.F$", occupation_code), 8L,
  grepl("^S.G$", occupation_code), 10L,
  grepl("^U.A$", occupation_code), 1L,
  grepl("^U.C$", occupation_code), fifelse(job_role == "Cytoscreener", 3L, 2L),
  grepl("^U.B$", occupation_code), 3L,
  grepl("^U.[DK]$", occupation_code), fifelse(job_role == "Genetic Counsellor", 6L, 5L),
  grepl("^U.F$", occupation_code), fcase(area_of_work == "Neurophysiology", 18L, area_of_work == "Audiology", 20L),
  grepl("^U.H$", occupation_code), 12L,
  grepl("^U.J$", occupation_code), 13L,
  grepl("^U.E$", occupation_code), 15L)]
kinds[, band := fcase(
  staff_group == "Medical and Dental",
  fcase(pay_band == "Consultant", "Consultant", pay_band == "Specialty Registrar", "Registrar", rep(TRUE, .N), "Other"),
  area == 1L & job_role == "Phlebotomist", "Phlebotomists",
  area == 3L & job_role == "Cytoscreener", "Cytoscreeners",
  pay_band %in% c("Band 2", "Band 3", "Band 4"), "Band 2-4",
  pay_band %in% c("Band 5", "Band 6"), "Band 5-6",
  pay_band %in% c("Band 7", "Band 8a", "Band 8b"), "Band 7/8a/8b",
  pay_band %in% c("Band 8c", "Band 8d", "Band 9"), "Band 8c/8d/9",
  pay_band == "Non AfC" & area %in% c(1L, 5L), "Non AfC")]
kinds <- kinds[!is.na(area) & !is.na(band) &
  tolower(assignment_status) %in% c("active assignment", "internal secondment", "acting up") &
  tolower(contract_type) %in% c("permanent", "fixed term temp", "locum") &
  !tolower(assignment_category) %in% c("bank", "honorary"), .(combination, area, band)]

# People with several records: the primary one speaks for them, else that with the most hours, then the first.
day[, shared := duplicated(person_id_national) | duplicated(person_id_national, fromLast = TRUE)]
claims <- day[shared == TRUE][order(primary_assignment != "Yes", -units, assignment_number)]
settled <- unique(claims, by = "person_id_national")
day[settled, on = "person_id_national", `:=`(gender = i.gender, date_of_birth = i.date_of_birth)]

areas <- fread(file.path(here, "areas.csv"), encoding = "UTF-8")
cells <- day[kinds, on = "combination", nomatch = NULL, .(
  area, band, units, shared, person = person_id_national, male = gender == "Male", female = gender == "Female",
  over_55 = date_of_birth != "" & date_of_birth <= before)]
cells <- cells[areas, on = "area", nomatch = NULL]

# People with one record count as rows; the others once in each cell.
count <- function(by) {
  once <- rbind(cells[shared == FALSE], unique(cells[shared == TRUE], by = c(by, "person")))
  heads <- once[, .(headcount = .N, male = sum(male), female = sum(female), over_55 = sum(over_55)), by = by]
  heads[cells[, .(units = sum(units)), by = by], on = by]
}
result <- rbind(count(c("table", "staff_group", "band")), count("table")[, `:=`(staff_group = "Total", band = "All")],
                use.names = TRUE)
result[, `:=`(fte = round(units / 100000, 2), fte_per_head = round(units / 100000 / headcount, 2),
              male_percent = round(100 * male / headcount), female_percent = round(100 * female / headcount),
              over_55_percent = round(100 * over_55 / headcount))]
result <- result[order(table), .(table, staff_group, band, headcount, fte, male, female, over_55, fte_per_head,
                                 male_percent, female_percent, over_55_percent)]
fwrite(result, file.path(out, "appendix.csv"))
sheets <- split(result[, !"table"], result$table)
names(sheets) <- substr(names(sheets), 1, 31)
write.xlsx(sheets, file.path(out, "appendix.xlsx"), overwrite = TRUE)
