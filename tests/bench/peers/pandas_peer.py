"""pandas_peer.py DATA AS-AT OUT: the appendix tables by pandas, with a workbook by XlsxWriter."""
import glob
import os
import sys

import numpy
import pandas

HERE = os.path.dirname(os.path.abspath(__file__))
CATEGORIES = ["snapshot_date", "primary_assignment", "assignment_status", "assignment_category", "contract_type",
              "staff_group", "occupation_code", "job_role", "area_of_work", "pay_band", "gender", "date_of_birth"]
TYPES = {**dict.fromkeys(CATEGORIES, "category"), "person_id_national": str, "assignment_number": str,
         "contracted_fte": float}
DOCTORS = {4: ["71", "72", "73", "74", "75", "76", "77", "78", "83", "86", "87", "88", "92", "46", "47"],
           7: ["20", "79"], 9: ["80", "16", "45"], 11: ["26"], 19: ["14"], 21: ["19"]}
BANDS = {"Band 2-4": ["Band 2", "Band 3", "Band 4"], "Band 5-6": ["Band 5", "Band 6"],
         "Band 7/8a/8b": ["Band 7", "Band 8a", "Band 8b"], "Band 8c/8d/9": ["Band 8c", "Band 8d", "Band 9"],
         "Non AfC": ["Non AfC"]}
SCIENTISTS = {"A": 1, "C": 2, "B": 3, "D": 5, "K": 5, "H": 12, "J": 13, "E": 15}
LABELS = ["Consultant", "Registrar", "Other", "Phlebotomists", "Cytoscreeners", *BANDS]


def read(data, as_at):
    files = [pandas.read_csv(path, usecols=list(TYPES), dtype=TYPES, keep_default_na=False, na_values={"contracted_fte": ""})
             for path in sorted(glob.glob(os.path.join(data, "assignments", "*.csv")))]
    day = files[0] if len(files) == 1 else pandas.concat(files, ignore_index=True)
    return day[day.snapshot_date == as_at]


def looked_up(column, number_of):
    """A number for each record, worked out once for each value of its category."""
    return numpy.array([number_of(value) for value in column.cat.categories], dtype="int8")[column.cat.codes]


def doctors_area(code):
    return next((area for area, codes in DOCTORS.items() if code[:1] in ("0", "1") and code[1:] in codes), 0)


def staff_area(code):
    if len(code) != 3: return 0
    if code[0] == "S": return {"F": 8, "G": 10}.get(code[2], 0)
    return SCIENTISTS.get(code[2], 0) if code[0] == "U" else 0


def areas_of(day):
    medical = (day.staff_group == "Medical and Dental").to_numpy()
    work = looked_up(day.area_of_work, lambda area: {"Ear Nose and Throat": 21, "Cardiology": 16,
                                                     "Respiratory Medicine": 17}.get(area, 0))
    physiology = looked_up(day.area_of_work, lambda area: {"Neurophysiology": 18, "Audiology": 20}.get(area, 0))
    doctors = looked_up(day.occupation_code, doctors_area)
    staff = looked_up(day.occupation_code, staff_area)
    measured = looked_up(day.occupation_code, lambda code: len(code) == 3 and code[0] == "U" and code[2] == "F")
    role = looked_up(day.job_role, lambda role: {"Cytoscreener": 3, "Genetic Counsellor": 6}.get(role, 0))
    staff = numpy.where(measured == 1, physiology, staff)
    staff = numpy.where((staff == 2) & (role == 3), 3, staff)
    staff = numpy.where((staff == 5) & (role == 6), 6, staff)
    nurses = ((day.area_of_work == "Endoscopy") &
              day.staff_group.isin(["Nursing and Midwifery Registered", "Additional Clinical Services"])).to_numpy()
    staff = numpy.where(nurses, 14, staff)
    return medical, numpy.where(medical, numpy.where(doctors > 0, doctors, work), staff)


def bands_of(day, medical, area):
    grade = looked_up(day.pay_band, lambda band: {"Consultant": 0, "Specialty Registrar": 1}.get(band, 2))
    group = looked_up(day.pay_band, lambda band: next((LABELS.index(group) for group, bands in BANDS.items() if band in bands), -1))
    role = looked_up(day.job_role, lambda role: {"Phlebotomist": 1, "Cytoscreener": 3}.get(role, 0))
    group = numpy.where((group == LABELS.index("Non AfC")) & (area != 1) & (area != 5), -1, group)
    group = numpy.where((area == 1) & (role == 1), LABELS.index("Phlebotomists"), group)
    group = numpy.where((area == 3) & (role == 3), LABELS.index("Cytoscreeners"), group)
    return numpy.where(medical, grade, group)


def settle(day):
    """People with several records: the primary one speaks for them, else that with the most hours, then the first."""
    several = day.person_id_national.duplicated(keep=False)
    claims = day[several].assign(second=day.primary_assignment[several] != "Yes")
    claims = claims.sort_values(["second", "contracted_fte", "assignment_number"], ascending=[True, False, True])
    speaks = claims.drop_duplicates("person_id_national").set_index("person_id_national")
    return several, speaks


def cells_of(day, as_at):
    several, speaks = settle(day)
    counted = (looked_up(day.assignment_status, lambda value: value.lower() in ("active assignment", "internal secondment", "acting up"))
               & looked_up(day.contract_type, lambda value: value.lower() in ("permanent", "fixed term temp", "locum"))
               & looked_up(day.assignment_category, lambda value: value.lower() not in ("bank", "honorary")))
    medical, area = areas_of(day)
    band = bands_of(day, medical, area)
    before = f"{int(as_at[:4]) - 56}{as_at[4:]}"
    male = looked_up(day.gender, lambda value: value == "Male")
    female = looked_up(day.gender, lambda value: value == "Female")
    over_55 = looked_up(day.date_of_birth, lambda value: value != "" and value <= before)
    kept = (counted == 1) & (area > 0) & (band >= 0)
    cells = pandas.DataFrame({"area": area[kept], "band": band[kept],
                              "units": numpy.round(day.contracted_fte.to_numpy()[kept] * 100_000).astype("int64"),
                              "headcount": numpy.int8(1), "male": male[kept], "female": female[kept], "over_55": over_55[kept]})
    shared = several.to_numpy()[kept]
    person = day.person_id_national.to_numpy()[kept][shared]
    said = speaks.loc[person]
    cells.loc[shared, "male"] = (said.gender == "Male").to_numpy().astype("int8")
    cells.loc[shared, "female"] = (said.gender == "Female").to_numpy().astype("int8")
    birth = said.date_of_birth.astype(str).to_numpy()
    cells.loc[shared, "over_55"] = ((birth != "") & (birth <= before)).astype("int8")
    return cells, shared, person


def count(cells, shared, person, by):
    """People with one record count as rows; the others once in each cell."""
    people = ["headcount", "male", "female", "over_55"]
    once = cells[shared].assign(person=person).drop_duplicates([*by, "person"])
    counts = cells[~shared].groupby(by)[people].sum().add(once.groupby(by)[people].sum(), fill_value=0).astype("int64")
    counts["fte"] = cells.groupby(by).units.sum()
    return counts.reset_index()


def tables(data, as_at):
    cells, shared, person = cells_of(read(data, as_at), as_at)
    areas = pandas.read_csv(os.path.join(HERE, "areas.csv"), index_col="area")
    cells["table"] = areas.table.reindex(cells.area).to_numpy()
    rows = count(cells, shared, person, ["area", "band"])
    rows["table"], rows["staff_group"] = areas.table.reindex(rows.area).to_numpy(), areas.staff_group.reindex(rows.area).to_numpy()
    rows["band"] = [LABELS[band] for band in rows.band]
    totals = count(cells, shared, person, ["table"]).assign(staff_group="Total", band="All")
    result = pandas.concat([rows, totals])
    for share in ("male", "female", "over_55"):
        result[share + "_percent"] = (100 * result[share] / result.headcount).round()
    result["fte_per_head"] = (result.fte / 100_000 / result.headcount).round(2)
    result["fte"] = (result.fte / 100_000).round(2)
    return result[["table", "staff_group", "band", "headcount", "fte", "male", "female", "over_55", "fte_per_head",
                   "male_percent", "female_percent", "over_55_percent"]]


def main():
    data, as_at, out = sys.argv[1:]
    result = tables(data, as_at)
    result.to_csv(os.path.join(out, "appendix.csv"), index=False)
    with pandas.ExcelWriter(os.path.join(out, "appendix.xlsx"), engine="xlsxwriter") as workbook:
        for name, table in result.groupby("table"):
            table.drop(columns="table").to_excel(workbook, sheet_name=name[:31], index=False)


if __name__ == "__main__":
    main()
