"""Counts staff records again in plain Python: the same tables by another program, from the definitions alone."""
import csv
import glob
import os
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

COUNTED_STATUS = {"active assignment", "internal secondment", "acting up"}
COUNTED_CONTRACT = {"permanent", "fixed term temp", "locum"}
NOT_STAFF = {"bank", "honorary"}
PATHOLOGY_CODES = {century + code for century in "01" for code in
                   ("71", "72", "73", "74", "75", "76", "77", "78", "83", "86", "87", "88", "92", "46", "47")}
GENOMICS_CODES = {"020", "120", "079", "179"}
RADIOLOGY_CODES = {"080", "180", "016", "116", "045", "145"}
ONCOLOGY_CODES = {"026", "126"}
NEUROPHYSIOLOGY_CODES = {"014", "114"}
AUDIOVESTIBULAR_CODES = {"019", "119"}

AFC_GROUPS = {"Band 2": "Band 2-4", "Band 3": "Band 2-4", "Band 4": "Band 2-4", "Band 5": "Band 5-6",
              "Band 6": "Band 5-6", "Band 7": "Band 7/8a/8b", "Band 8a": "Band 7/8a/8b", "Band 8b": "Band 7/8a/8b",
              "Band 8c": "Band 8c/8d/9", "Band 8d": "Band 8c/8d/9", "Band 9": "Band 8c/8d/9", "Non AfC": "Non AfC"}
GRADES = {"Consultant": "Consultant", "Specialty Registrar": "Registrar", "Associate Specialist": "Other",
          "Specialty Doctor": "Other", "Specialist": "Other", "Foundation Doctor": "Other"}

AGE_COLUMNS = ["age_25_and_under", "age_26_35", "age_36_45", "age_46_55", "age_56_and_over"]
BAND_COLUMNS = {"Band 2-4": "band_2_4", "Band 5-6": "band_5_6", "Band 7/8a/8b": "band_7_8b",
                "Band 8c/8d/9": "band_8c_9"}


def area_of(row):
    """(published table, staff group's short name) of a record in diagnostics, or None."""
    code, role, area, group = row["occupation_code"], row["job_role"], row["area_of_work"], row["staff_group"]
    if group == "Medical and Dental":
        if code in PATHOLOGY_CODES: return "Pathology", "Medical"
        if code in GENOMICS_CODES: return "Genomics", "Medical"
        if code in RADIOLOGY_CODES: return "Diagnostic Radiology", "Medical"
        if code in ONCOLOGY_CODES: return "Radiotherapy", "Medical"
        if code in NEUROPHYSIOLOGY_CODES: return "Neurophysiology", "Medical"
        if code in AUDIOVESTIBULAR_CODES or area == "Ear Nose and Throat": return "Audiology and ENT", "Medical"
        if area == "Cardiology": return "Cardiac", "Cardiology"
        if area == "Respiratory Medicine": return "Cardiac", "Respiratory"
        return None
    if area == "Endoscopy" and group in ("Nursing and Midwifery Registered", "Additional Clinical Services"):
        return "Endoscopy", "Nursing"
    if len(code) != 3:
        return None
    if code[0] == "S":
        return {"F": ("Diagnostic Radiology", "Radiographers"), "G": ("Radiotherapy", "Radiographers")}.get(code[2])
    if code[0] != "U":
        return None
    if role == "Cytoscreener" and code[2] in "ABC":
        return "Pathology", "Cytoscreeners"
    if role == "Phlebotomist" and code[2] in "ABC":
        return "Pathology", "Phlebotomists"
    if code[2] in "DK":
        return "Genomics", "Counsellors" if role == "Genetic Counsellor" else "Scientists"
    if code[2] == "F":
        return {"Neurophysiology": ("Neurophysiology", "Scientists"),
                "Audiology": ("Audiology and ENT", "Scientists")}.get(area)
    return {"A": ("Pathology", "Blood"), "C": ("Pathology", "Cellular"), "B": ("Pathology", "Infection"),
            "H": ("Physical Sciences", "Physics"), "J": ("Physical Sciences", "Engineering"),
            "E": ("Cardiac", "Scientists")}.get(code[2])


def completed_years(birth, day):
    """Age in completed years; dates as YYYY-MM-DD."""
    return int(day[:4]) - int(birth[:4]) - (day[5:] < birth[5:])


def age_column(age):
    return AGE_COLUMNS[0 if age <= 25 else 1 if age <= 35 else 2 if age <= 45 else 3 if age <= 55 else 4]


def is_counted(row):
    return (row["assignment_status"].lower() in COUNTED_STATUS and row["contract_type"].lower() in COUNTED_CONTRACT
            and row["assignment_category"].lower() not in NOT_STAFF)


class Cell:
    """The people and the FTE of one row of a table."""

    def __init__(self):
        self.people, self.fte = set(), 0

    def add(self, person, hundred_thousandths):
        self.people.add(person)
        self.fte += hundred_thousandths


def hundred_thousandths(text):
    whole, _, places = text.partition(".")
    return int(whole or 0) * 100_000 + int((places + "00000")[:5])


def rounded(numerator, denominator, places):
    if denominator == 0:
        return "[z]"
    step = Decimal(1).scaleb(-places)
    return str((Decimal(numerator) / Decimal(denominator)).quantize(step, ROUND_HALF_UP))


class Count:
    """Every figure of the appendix, from the assignments of one date."""

    def __init__(self, directory, as_at):
        self.rows = defaultdict(Cell)      # (table, group, band): one published row
        self.totals = defaultdict(Cell)    # table
        self.areas = defaultdict(Cell)     # (table, group): one row of the age profile
        self.area_bands = defaultdict(Cell)  # (table, group, band group)
        self.person = {}
        self.as_at = as_at
        for path in sorted(glob.glob(os.path.join(directory, "assignments", "*.csv"))):
            with open(path, encoding="utf-8-sig", newline="") as file:
                self.read(csv.reader(file))
        self.gender = {person: best[3] for person, best in self.person.items()}
        self.age = {person: completed_years(best[4], as_at) for person, best in self.person.items()}

    def read(self, lines):
        header = next(lines)
        at = {name: header.index(name) for name in header}
        wanted = ["snapshot_date", "person_id_national", "primary_assignment", "contracted_fte", "assignment_number",
                  "gender", "date_of_birth"]
        date, person, primary, fte, number, gender, birth = (at[name] for name in wanted)
        for line in lines:
            if line[date] != self.as_at:
                continue
            units = hundred_thousandths(line[fte])
            claim = (line[primary] != "Yes", -units, line[number], line[gender], line[birth])
            known = self.person.get(line[person])
            if known is None or claim[:3] < known[:3]:
                self.person[line[person]] = claim
            row = {name: line[index] for name, index in at.items()} if self.may_count(line, at) else None
            if row is not None and is_counted(row):
                self.add(row, line[person], units)

    @staticmethod
    def may_count(line, at):
        """Cheap and generous: nurses outside endoscopy, clerks and the like have no code of interest."""
        code = line[at["occupation_code"]]
        return (not code or code[0] in "US0123456789" or line[at["area_of_work"]] == "Endoscopy"
                or line[at["staff_group"]] == "Medical and Dental")

    def add(self, row, person, units):
        area = area_of(row)
        if area is None:
            return
        table, group = area
        band = GRADES.get(row["pay_band"]) if row["staff_group"] == "Medical and Dental" else AFC_GROUPS.get(
            row["pay_band"])
        self.areas[area].add(person, units)
        self.area_bands[table, group, band].add(person, units)
        line = (table, group, None if group in ("Phlebotomists", "Cytoscreeners") else band)
        self.rows[line].add(person, units)
        self.totals[table].add(person, units)

    def figures(self, cell):
        """The columns of an appendix table, as text."""
        heads = len(cell.people)
        male = sum(self.gender[person] == "Male" for person in cell.people)
        female = sum(self.gender[person] == "Female" for person in cell.people)
        over_55 = sum(self.age[person] >= 56 for person in cell.people)
        return {"headcount": str(heads), "fte": rounded(cell.fte, 100_000, 2), "male": str(male),
                "female": str(female), "over_55": str(over_55),
                "fte_per_head": rounded(cell.fte, 100_000 * heads, 2), "male_percent": rounded(100 * male, heads, 0),
                "female_percent": rounded(100 * female, heads, 0),
                "over_55_percent": rounded(100 * over_55, heads, 0)}

    def ages(self, area):
        """The columns of an age profile, as text."""
        people = self.areas[area].people
        counts = dict.fromkeys(AGE_COLUMNS, 0)
        for person in people:
            counts[age_column(self.age[person])] += 1
        return {column: rounded(100 * count, len(people), 0) for column, count in counts.items()}

    def bands(self, area):
        """The columns of a skill mix, as text."""
        people = self.areas[area].people
        return {column: rounded(100 * len(self.area_bands[area + (band,)].people), len(people), 0)
                for band, column in BAND_COLUMNS.items()}
