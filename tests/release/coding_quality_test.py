"""The coding-quality report counts posts, people and FTE by how good their occupation code is: as plain Python does."""
import csv
import json
import os
import re
import unittest
from collections import defaultdict
from decimal import Decimal

import independent_count as count
import programs

REFERENCE = os.path.join(programs.ROOT, "host", "reference")
DATE = "2023-03-31"

# Known faults: which rows get one, what is changed, and what its coding then is.
FAULTS = (
    ("malformed", "occupation_code", "80", lambda row: row["occupation_code"] == "080"),
    ("malformed", "occupation_code", "s1f", lambda row: row["occupation_code"] == "S1F"),
    ("unknown", "occupation_code", "Z9Z", lambda row: row["occupation_code"] == "UAA"),
    ("retired", "occupation_code", "S4F", lambda row: row["occupation_code"] == "S1F"),
    ("against_staff_group", "staff_group", "Estates and Ancillary", lambda row: row["occupation_code"] == "UDA"),
    ("against_band", "pay_band", "Band 8a", lambda row: row["occupation_code"] == "U9A"),
    ("none", "occupation_code", "", lambda row: row["occupation_code"] == "S5F"),
)


def table(name):
    with open(os.path.join(REFERENCE, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def counts(row):
    return (row["assignment_status"].lower() in count.COUNTED_STATUS and
            not count.NOT_STAFF & {row["contract_type"].lower(), row["assignment_category"].lower()})


class CodingQuality(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = programs.temporary()
        cls.data = programs.example_data(cls.folder.name + "/data")
        path = f"{cls.data}/assignments/{DATE}.csv"
        with open(path, encoding="utf-8", newline="") as file:
            cls.rows = list(csv.DictReader(file))
        for number, row in enumerate(cls.rows):
            row["coding"] = "good" if row["occupation_code"] else "none"
        known = {code["code"] for code in table("occupation_codes.csv")}
        for row in cls.rows:  # made-up records have codes of other services too
            if row["coding"] == "good" and row["occupation_code"] not in known:
                row["coding"] = "unknown"
        for place, (coding, field, value, fits) in enumerate(FAULTS):
            good = [row for row in cls.rows if counts(row) and row["coding"] == "good" and fits(row)]
            for row in good[place:20 * (place + 1):2]:
                row[field] = value
                row["coding"] = coding
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [name for name in cls.rows[0] if name != "coding"], lineterminator="\n",
                                    extrasaction="ignore")
            writer.writeheader()
            writer.writerows(cls.rows)
        cls.rows = [row for row in cls.rows if counts(row)]
        told = programs.quarterdeck("check", "--coding-quality", cls.data, "--json")
        cls.said = json.loads(told.stdout)
        cls.report = next(date for date in cls.said["dates"] if date["date"] == DATE)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def check_groups(self, told, name_of):
        groups = defaultdict(list)
        for row in self.rows:
            groups[name_of(row)].append(row)
        self.assertEqual({entry["of"] for entry in told}, set(groups))
        for entry in told:
            rows = groups[entry["of"]]
            self.assertEqual(entry["posts"], len(rows), entry["of"])
            for coding, figures in entry["codings"].items():
                coded = [row for row in rows if row["coding"] == coding]
                people = {row["person_id_national"] or (row["organisation"], row["employee_number"]) for row in coded}
                self.assertEqual((figures["posts"], figures["people"], Decimal(figures["fte"])),
                                 (len(coded), len(people), sum((Decimal(row["contracted_fte"]) for row in coded),
                                                               Decimal())), (entry["of"], coding))
            good = sum(row["coding"] == "good" for row in rows)
            self.assertEqual(entry["good_percent"], str((Decimal(100 * good) / len(rows)).quantize(
                Decimal("0.1"), rounding="ROUND_HALF_UP")), entry["of"])

    def test_every_fault_is_there(self):
        planted = defaultdict(int)
        for row in self.rows:
            planted[row["coding"]] += 1
        for coding in {fault[0] for fault in FAULTS}:
            self.assertGreater(planted[coding], 5, coding)

    def test_by_organisation(self):
        names = {row["ods_code"]: row["name_en"] for row in table("organisations.csv")}
        self.check_groups(self.report["organisations"],
                          lambda row: f"{row['organisation']} {names[row['organisation']]}")

    def test_by_programme_of_the_code(self):
        programmes = {row["code"]: row["programme"] for row in table("occupation_codes.csv")}
        self.check_groups(self.report["programmes"],
                          lambda row: programmes.get(row["occupation_code"], "(no programme)"))

    def test_what_bad_codes_do_to_the_figures_of_a_metric(self):
        """Diagnostic radiology: codes S?F, and doctors by their codes; 80 was 080, and s1f was S1F."""
        bad = {"malformed", "unknown", "retired", "against_staff_group", "against_band"}
        doctor = lambda row: row["staff_group"] == "Medical and Dental"
        counted = [row for row in self.rows if re.fullmatch("S.F", row["occupation_code"]) or
                   doctor(row) and row["occupation_code"] in count.RADIOLOGY_CODES]
        missed = [row for row in self.rows if row["occupation_code"] == "s1f" or
                  doctor(row) and row["occupation_code"] == "80"]
        self.assertGreater(len(missed), 10)
        told = {entry["metric"]: entry for entry in self.report["figures"]["metrics"]}["imaging/key_figures"]
        self.assertEqual(told["posts"], len(counted))
        for coding, posts in told["codings"].items():
            self.assertEqual(posts, sum(row["coding"] == coding for row in counted), coding)
        self.assertEqual(told["by_bad_code"], sum(row["coding"] in bad for row in counted))
        self.assertEqual(told["left_out"], len(missed))
        by_organisation = defaultdict(int)
        for row in missed:
            by_organisation[row["organisation"]] += 1
        self.assertEqual({entry["organisation"]: entry["posts"] for entry in self.report["figures"]["left_out"]
                          if entry["programme"] == "imaging"}, by_organisation)
        said = programs.quarterdeck("check", "--coding-quality", self.data).stdout
        self.assertRegex(said, rf"imaging/key_figures +{len(counted)} +\d+ +\d+ +{len(missed)}\n")

    def test_it_says_whom_it_is_for_and_no_value_of_a_person(self):
        said = programs.quarterdeck("check", "--coding-quality", self.data).stdout
        self.assertFalse(self.said["protected"])
        self.assertIn("not for publication", said)
        self.assertNotRegex(said + json.dumps(self.said), r"SYN\d|EX\d{4}")
        retired = sum(row["coding"] == "retired" for row in self.rows)
        self.assertTrue(re.search(rf"Imaging: {retired} people, [\d.]+ FTE have a retired code", said), said)


if __name__ == "__main__":
    unittest.main()
