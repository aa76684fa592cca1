"""Single known faults, put into a clean extract one at a time: which are found, by which rule."""
import csv
import io
import json
import os
import random
import re
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "release"))
import programs  # noqa: E402

FIELDS = ("snapshot_date,organisation,host_organisation,person_id_national,employee_number,assignment_number,"
          "primary_assignment,assignment_status,assignment_category,contract_type,staff_group,occupation_code,job_role,"
          "area_of_work,pay_band,contracted_fte,gender,date_of_birth,start_date,end_date,leaving_reason").split(",")
DATES = ["2022-03-31", "2022-09-30", "2023-03-31"]
ORGANISATIONS = ["7A1", "7A3", "7A4", "7A6"]
JOBS = [("Allied Health Professionals", "S1F", "Radiographer - Diagnostic", "Radiology", "Band 6"),
        ("Healthcare Scientists", "U4A", "Healthcare Science Practitioner", "Blood Sciences", "Band 5"),
        ("Additional Clinical Services", "S9F", "Helper/Assistant", "Radiology", "Band 3"),
        ("Medical and Dental", "080", "Consultant", "Clinical Radiology", "Consultant"),
        ("Nursing and Midwifery Registered", "N6A", "Staff Nurse", "Endoscopy", "Band 5")]
PEOPLE_AN_ORGANISATION = 12
TIMES = 8  # so often is each kind of fault put in, at other rows each time


def clean():
    """Rows of staff records in which nothing is wrong."""
    rows = []
    for date in DATES:
        for place, organisation in enumerate(ORGANISATIONS):
            for number in range(PEOPLE_AN_ORGANISATION):
                who = place * PEOPLE_AN_ORGANISATION + number
                group, code, role, area, band = JOBS[who % len(JOBS)]
                rows.append(dict(zip(FIELDS, (
                    date, organisation, "", f"N{who:05}", f"E{who:05}", f"E{who:05}-1", "Yes", "Active Assignment",
                    "Permanent", "Permanent", group, code, role, area, band, ["1", "0.8", "0.53333"][who % 3],
                    ["Female", "Male"][who % 2], f"{1962 + who % 35}-0{1 + who % 9}-1{who % 10}",
                    f"20{10 + who % 10}-04-01", "4712-12-31", ""))))
    return rows


ESTABLISHMENT = [(organisation, "4101", "20.5", "2023-03-31") for organisation in ORGANISATIONS]


def doctors(rows):
    return [row for row in rows if row["staff_group"] == "Medical and Dental"]


def others(rows):
    return [row for row in rows if row["staff_group"] != "Medical and Dental"]


def field(name, value, among=lambda rows: rows):
    """A fault that writes a value into one field of one row."""
    def put(rows, establishment, draw):
        row = draw.choice(among(rows))
        row[name] = value
        return row
    return put


def doubled(**changed):
    """A fault that adds a row beside one that is there, with some fields changed."""
    def put(rows, establishment, draw):
        at = draw.randrange(len(rows))
        rows.insert(at + 1, {**rows[at], **changed})
        return rows[at + 1]
    return put


def second_post(fte):
    def put(rows, establishment, draw):
        at = draw.randrange(len(rows))
        rows[at]["contracted_fte"] = "1"
        rows.insert(at + 1, {**rows[at], "assignment_number": "X-2", "primary_assignment": "No",
                             "contracted_fte": fte})
        return rows[at]
    return put


def left_behind(rows, establishment, draw):
    at = draw.randrange(len(rows))
    elsewhere = draw.choice([other for other in ORGANISATIONS if other != rows[at]["organisation"]])
    rows.insert(at + 1, {**rows[at], "organisation": elsewhere, "contracted_fte": "0.4", "employee_number": "Z1"})
    rows[at]["contracted_fte"] = "0.4"
    return rows[at + 1]


def changed_later(name, value):
    """What a person's record says differs from one date to the next."""
    def put(rows, establishment, draw):
        row = draw.choice([row for row in rows if row["snapshot_date"] == DATES[-1]])
        row[name] = value(row)
        return row
    return put


def number_given_twice(rows, establishment, draw):
    at = draw.randrange(len(rows))
    rows.insert(at + 1, {**rows[at], "assignment_number": "X-2", "person_id_national": "N99999",
                         "contracted_fte": "0.2"})
    return None


def without_rows(keep):
    def put(rows, establishment, draw):
        organisation = draw.choice(ORGANISATIONS)
        rows[:] = [row for row in rows if keep(row, organisation)]
    return put


def first_halved(row, organisation):
    inside = row["snapshot_date"] == DATES[1] and row["organisation"] == organisation
    return not inside or int(row["person_id_national"][1:]) % PEOPLE_AN_ORGANISATION < 2


def date_moved(rows, establishment, draw):
    later = draw.choice(["2024-03-31", "2024-09-30", "2025-03-31"])
    for row in rows:
        if row["snapshot_date"] == DATES[2]:
            row["snapshot_date"] = later
    establishment.clear()


def establishment_lost(rows, establishment, draw):
    establishment.remove(draw.choice(establishment))


def establishment_extra(rows, establishment, draw):
    establishment.append((draw.choice(["7A2", "7A5", "7A7", "RQF"]), "4101", "3", "2023-03-31"))


def establishment_changed(column, value):
    def put(rows, establishment, draw):
        at = draw.randrange(len(establishment))
        establishment[at] = (*establishment[at][:column], value, *establishment[at][column + 1:])
    return put


# What is done to the extract, the rule that must find it, and how.
FAULTS = [
    ("A code that has lost its zero", "occupation-code-malformed", field("occupation_code", "80", doctors)),
    ("A code with a blank in it", "occupation-code-malformed", field("occupation_code", "S 1F", others)),
    ("A code in lower case", "occupation-code-malformed", field("occupation_code", "s1f", others)),
    ("A code of no diagnostics programme", "occupation-code-unknown", field("occupation_code", "Z9Z")),
    ("A retired code", "occupation-code-retired", field("occupation_code", "S4F", lambda rows: [
        row for row in rows if row["occupation_code"] == "S1F"])),
    ("No code", "occupation-code-empty", field("occupation_code", "")),
    ("A scientist's code in another staff group", "occupation-code-against-staff-group", field(
        "occupation_code", "U4A", lambda rows: [row for row in rows if row["occupation_code"] == "S1F"])),
    ("A doctor in another staff group", "occupation-code-against-staff-group",
     field("staff_group", "Healthcare Scientists", doctors)),
    ("A doctor's code with a band", "occupation-code-against-band", field("pay_band", "Band 7", doctors)),
    ("A helper's code with a high band", "occupation-code-against-band", field("pay_band", "Band 8a", lambda rows: [
        row for row in rows if row["occupation_code"] == "S9F"])),
    ("A radiographer's code with a helper's band", "occupation-code-against-band", field(
        "pay_band", "Band 2", lambda rows: [row for row in rows if row["occupation_code"] == "S1F"])),
    ("A grade outside Medical and Dental", "pay-band-against-staff-group", field("pay_band", "Consultant", others)),
    ("A band that is not on the scale", "pay-band-unknown", field("pay_band", "Band 10")),
    ("A band spelled otherwise", "pay-band-unknown", field("pay_band", "band6", others)),
    ("An organisation that isn't one", "organisation-unknown", field("organisation", "7Z9")),
    ("FTE over 1 in one post", "fte-over-one", field("contracted_fte", "1.2")),
    ("FTE of two posts over 1.5", "fte-over-one-and-a-half-in-all", second_post("0.6")),
    ("FTE that is no number", "fte-not-a-number", field("contracted_fte", "O.8")),
    ("FTE out of range", "fte-out-of-range", field("contracted_fte", "37.5")),
    ("FTE with too many places", "fte-too-precise", field("contracted_fte", "0.5333333")),
    ("FTE of nothing", "fte-zero", field("contracted_fte", "0")),
    ("An end before the start", "assignment-ends-before-start", field("end_date", "2005-01-31")),
    ("An end before the snapshot", "assignment-ended-before-snapshot", field("end_date", "2021-12-31")),
    ("A start after the snapshot", "assignment-starts-after-snapshot", field("start_date", "2029-04-01")),
    ("A start that is no date", "start-date-not-a-date", field("start_date", "31/04/2015")),
    ("A date of birth that is no date", "date-of-birth-not-a-date", field("date_of_birth", "1970-02-30")),
    ("No date of birth", "date-of-birth-missing", field("date_of_birth", "")),
    ("A birth after the snapshot", "date-of-birth-in-future", field("date_of_birth", "2026-01-01")),
    ("An age of over 100", "date-of-birth-implausible", field("date_of_birth", "1900-01-01")),
    ("Another date of birth than before", "date-of-birth-changed",
     changed_later("date_of_birth", lambda row: "1971-12-24")),
    ("Another gender than before", "gender-changed",
     changed_later("gender", lambda row: "Male" if row["gender"] == "Female" else "Female")),
    ("Two dates of birth at one date", "person-with-two-dates-of-birth", doubled(
        assignment_number="X-2", primary_assignment="No", contracted_fte="0.1", date_of_birth="1971-12-24")),
    ("No gender", "gender-unknown", field("gender", "")),
    ("Two main posts of a person", "person-with-two-primary-assignments",
     doubled(assignment_number="X-2", contracted_fte="0.1")),
    ("A post left behind by a move", "same-post-in-two-organisations", left_behind),
    ("Two national numbers of one employee", "employee-with-two-national-ids", number_given_twice),
    ("No national number", "national-person-id-missing", field("person_id_national", "")),
    ("A row twice", "assignment-twice", doubled()),
    ("A status that isn't known", "status-not-counted", field("assignment_status", "Aktive")),
    ("No assignment number", "assignment-number-missing", field("assignment_number", "")),
    ("No organisation", "organisation-missing", field("organisation", "")),
    ("A snapshot missing", "snapshot-missing", date_moved),
    ("Most of an organisation missing at a date", "sudden-jump", without_rows(first_halved)),
    ("All of an organisation missing at a date", "organisation-gone", without_rows(
        lambda row, organisation: row["snapshot_date"] != DATES[2] or row["organisation"] != organisation)),
    ("An organisation without establishment", "staff-without-establishment", establishment_lost),
    ("Establishment without staff", "establishment-without-staff", establishment_extra),
    ("A subjective code that isn't mapped", "subjective-code-not-mapped", establishment_changed(1, "4101A")),
    ("Funded FTE that is no number", "funded-fte-not-a-number", establishment_changed(2, "2O.5")),
    ("A date of the establishment that is none", "establishment-date-not-a-date",
     establishment_changed(3, "2023-02-30")),
]


def write(folder, rows, establishment):
    os.makedirs(os.path.join(folder, "subjective_codes"), exist_ok=True)
    with open(os.path.join(folder, "subjective_codes", "all.csv"), "w", encoding="utf-8") as file:
        file.write("subjective_code,occupation_code,band_group\n4101,U4A,Band 5-6\n")
    for name, header, lines in (("assignments", FIELDS, [[row[name] for name in FIELDS] for row in rows]),
                                ("establishment", ["organisation", "subjective_code", "funded_fte", "date"],
                                 establishment)):
        os.makedirs(os.path.join(folder, name), exist_ok=True)
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([header, *lines])
        with open(os.path.join(folder, name, "all.csv"), "w", encoding="utf-8") as file:
            file.write(text.getvalue())


def check_all(folders):
    """What is found in each folder: the rule, what it says and the lines, as `quarterdeck check` finds them."""
    done = subprocess.run([os.environ["QUARTERDECK_CHECK_MANY"]], input="".join(folder + "\n" for folder in folders),
                          capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def check(folder, *options):
    done = programs.quarterdeck("check", folder, "--json", *options)
    assert done.returncode in (0, 3), done.stderr
    return json.loads(done.stdout)["findings"]


class RecordCheck(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(programs.temporary())

    def test_nothing_is_said_of_a_clean_extract(self):
        write(self.folder, clean(), ESTABLISHMENT)
        self.assertEqual(check(self.folder), [])

    def test_every_fault_is_found_by_its_rule_and_at_its_row(self):
        draw = random.Random(20230331)
        planted = []
        for what, rule, put in FAULTS:
            for time in range(TIMES):
                rows, establishment = clean(), list(ESTABLISHMENT)
                row = put(rows, establishment, draw)
                line = None if row is None else 2 + next(i for i, one in enumerate(rows) if one is row)
                folder = os.path.join(self.folder, f"fault-{len(planted)}")
                write(folder, rows, establishment)
                planted.append((folder, what, rule, line))
        table = {}
        for (_, what, rule, line), findings in zip(planted, check_all([folder for folder, *_ in planted]), strict=True):
            lines = [at for finding in findings if finding["rule"] == rule for at in finding["lines"]]
            table.setdefault((what, rule), []).append(bool(lines) and (line is None or line in lines))
        self.assertGreater(len(planted), 300)
        self.assertEqual({kind: found for kind, found in table.items() if not all(found)}, {})
        rows = [f"| {what} | `{rule}` | {sum(found)} of {len(found)} |" for (what, rule), found in table.items()]
        with open(os.path.join(programs.ROOT, "host", "record_check", "README.md"), encoding="utf-8") as file:
            shown = re.search(r"<!-- faults -->\n(.*?)<!-- /faults -->", file.read(), re.S)[1]
        self.maxDiff = None
        self.assertEqual(shown.splitlines(), ["| Fault | Found by | Times |", "|---|---|--:|", *rows])

    def test_a_rule_can_be_switched_off_and_a_wrong_name_is_told(self):
        rows = clean()
        rows[5]["contracted_fte"] = "1.2"
        write(self.folder, rows, ESTABLISHMENT)
        self.assertEqual([finding["rule"] for finding in check(self.folder)], ["fte-over-one"])
        self.assertEqual(check(self.folder, "--without", "fte-over-one"), [])
        done = programs.quarterdeck("check", self.folder, "--without", "fte-over-on")
        self.assertEqual(done.returncode, 2)
        self.assertIn('did you mean "fte-over-one"', done.stderr)

    def test_all_rules_are_listed_with_reason_severity_and_what_to_do(self):
        rules = json.loads(programs.quarterdeck("check", "--rules", "--json").stdout)
        self.assertLessEqual({rule for _, rule, _ in FAULTS}, {rule["rule"] for rule in rules})
        for rule in rules:
            self.assertIn(rule["severity"], ("error", "warning", "note"))
            self.assertTrue(rule["reason"] and rule["mend"])

    def test_a_jump_says_who_left_and_who_joined(self):
        rows = [row for row in clean() if first_halved(row, "7A1")]
        write(self.folder, rows, ESTABLISHMENT)
        said = [finding["what"] for finding in check(self.folder) if finding["rule"] == "sudden-jump"]
        self.assertEqual(said, [
            "7A1 went from 12 to 2 people at 2022-09-30: 10 left, 0 of them to other organisations; 0 joined, "
            "0 of them from other organisations",
            "7A1 went from 2 to 12 people at 2023-03-31: 0 left, 0 of them to other organisations; 10 joined, "
            "0 of them from other organisations"])


if __name__ == "__main__":
    unittest.main()
