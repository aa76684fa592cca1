"""`quarterdeck explain` says how a figure comes about: held against plain Python over the same CSV file."""
import csv
import json
import re
import unittest
from decimal import Decimal

import independent_count as count
import programs

TABLE = "imaging/diagnostic_radiology"


def left_out(row):
    """Why a row isn't counted, by the rule's id; None where it is."""
    if count.NOT_STAFF & {row["contract_type"].lower(), row["assignment_category"].lower()}:
        return "bank-or-honorary"
    if row["assignment_status"].lower() not in count.COUNTED_STATUS:
        return "status-not-counted"
    return None if re.fullmatch(r"\d*\.?\d+", row["contracted_fte"]) else "fte-not-a-number"


def radiographer(row):
    return re.fullmatch("S.F", row["occupation_code"]) is not None


def radiology_doctor(row):
    return row["staff_group"] == "Medical and Dental" and row["occupation_code"] in count.RADIOLOGY_CODES


def band_5_6(row):
    return count.AFC_GROUPS.get(row["pay_band"]) == "Band 5-6"


class Explain(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = programs.temporary()
        cls.data = programs.example_data(cls.folder.name + "/data")
        cls.path = cls.data + "/assignments/2023-03-31.csv"
        with open(cls.path, encoding="utf-8", newline="") as file:
            cls.rows = list(csv.DictReader(file))
        inside = [row for row in cls.rows if radiographer(row) and band_5_6(row) and left_out(row) is None]
        inside[0]["gender"] = ""
        inside[1]["contracted_fte"] = "full"
        inside[2]["contracted_fte"] = "0"
        inside[3]["assignment_status"] = "Career Break"
        inside[4]["contract_type"] = inside[4]["assignment_category"] = "Bank"
        with open(cls.path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, cls.rows[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(cls.rows)
        for number, row in enumerate(cls.rows):
            row["line"] = number + 2

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def run_explain(self, *cell, table=TABLE, data=None):
        return programs.quarterdeck("explain", table, *cell, "--data", data or self.data, "--as-at", programs.AS_AT)

    def explained(self, *cell, table=TABLE):
        done = programs.quarterdeck("explain", table, *cell, "--data", self.data, "--as-at", programs.AS_AT, "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def people(self, rows):
        return len({row["person_id_national"] or (row["organisation"], row["employee_number"]) for row in rows})

    def check_steps(self, figure, tests):
        """Filter by filter: what each leaves and leaves out, in rows, people and FTE."""
        rows = [row for row in self.rows if left_out(row) is None]
        self.assertEqual(figure["filters"][0]["rows"], len(rows))
        self.assertEqual(len(figure["filters"]), len(tests) + 1, figure["filters"])
        for step, test in zip(figure["filters"][1:], tests):
            kept = [row for row in rows if test(row)]
            self.assertEqual((step["rows"], step["left_out"], step["people"], Decimal(step["fte"])),
                             (len(kept), len(rows) - len(kept), self.people(kept),
                              sum((Decimal(row["contracted_fte"]) for row in kept), Decimal())), step["filter"])
            rows = kept
        return rows

    def check_left_out(self, figure, *tests):
        expected = {}
        for row in self.rows:
            if (why := left_out(row)) is not None:
                every, fitting = expected.setdefault(why, ([], []))
                every.append(row["line"])
                if all(test(row) for test in tests):
                    fitting.append(row["line"])
        self.assertEqual(figure["rows_read"], len(self.rows))
        self.assertEqual({entry["rule"]: entry["rows"] for entry in figure["left_out_by_reading"]},
                         {rule: len(every) for rule, (every, _) in expected.items()})
        for entry in figure["left_out_by_reading"]:
            fitting = expected[entry["rule"]][1]
            self.assertEqual(entry["would_count"]["rows"], len(fitting), entry)
            self.assertEqual([place["line"] for place in entry["would_count"]["places"]], fitting[:20])

    def test_a_row_of_a_table_filter_by_filter(self):
        told = self.explained("Diagnostic Radiographers", "Band 5-6", "headcount")
        figure, = told["counted"]
        rows = self.check_steps(figure, [lambda row: radiographer(row) or radiology_doctor(row), radiographer, band_5_6])
        self.check_left_out(figure, radiographer, band_5_6)
        self.assertEqual(told["figure"], str(self.people(rows)))
        self.assertFalse(told["protected"])

    def test_fte_and_findings_that_touch_the_rows(self):
        told = self.explained("Diagnostic Radiographers", "Band 5-6", "FTE")
        figure, = told["counted"]
        rows = [row for row in self.rows if left_out(row) is None and radiographer(row) and band_5_6(row)]
        self.assertEqual(Decimal(told["figure"]), sum(Decimal(row["contracted_fte"]) for row in rows))
        found = {finding["rule"]: [place["line"] for place in finding["places"]] for finding in figure["findings"]}
        self.assertEqual(found["gender-unknown"], [row["line"] for row in rows if row["gender"] == ""])
        self.assertEqual(found["fte-zero"], [row["line"] for row in rows if Decimal(row["contracted_fte"]) == 0])
        self.assertNotIn("occupation-code-empty", found)

    def test_what_rows_of_one_person_say_beside_each_other_touches_both(self):
        by_person = {}
        for row in self.rows:
            if left_out(row) is None:
                by_person.setdefault(row["person_id_national"], []).append(row)
        expected = sorted(row["line"] for rows in by_person.values()
                          if sum(Decimal(row["contracted_fte"]) for row in rows) > Decimal("1.5")
                          for row in rows if radiographer(row) and band_5_6(row))
        figure, = self.explained("Diagnostic Radiographers", "Band 5-6", "headcount")["counted"]
        found = {finding["rule"]: finding["rows"] for finding in figure["findings"]}
        self.assertEqual(found.get("fte-over-one-and-a-half-in-all", 0), len(expected))

    def test_a_total_counts_the_records_of_all_other_rows(self):
        told = self.explained("Total", "female")
        self.assertTrue(told["row"]["total"])
        figure, = told["counted"]
        self.assertEqual([step["of"] for step in figure["filters"][1:]], ["population", "any other row", "column"])
        rows = [row for row in self.rows if left_out(row) is None and (radiographer(row) or radiology_doctor(row))]
        self.assertEqual(figure["filters"][1]["rows"], len(rows))
        self.assertEqual(figure["filters"][-1]["rows"], figure["filters"][-2]["rows"] - figure["filters"][-1]["left_out"])

    def test_a_formula_shows_what_it_is_worked_out_from(self):
        told = self.explained("female_percent", table="imaging.key_figures")
        rows = [row for row in self.rows if left_out(row) is None and (radiographer(row) or radiology_doctor(row))]
        women = self.people([row for row in rows if row["gender"] == "Female"])
        everybody = self.people(rows)
        self.assertEqual({figure["measure"]: figure["figure"] for figure in told["counted"]},
                         {"female": str(women), "headcount": str(everybody)})
        self.assertEqual(told["figure"], str((200 * women + everybody) // (2 * everybody)))
        self.assertIn("100 × female ÷ headcount", told["formula"])

    def test_who_moved_since_a_year_ago(self):
        with open(self.data + "/assignments/2022-03-31.csv", encoding="utf-8", newline="") as file:
            then = {row["person_id_national"] for row in csv.DictReader(file)}
        told = self.explained("joined", table="imaging/movement")
        rows = [row for row in self.rows if left_out(row) is None and (radiographer(row) or radiology_doctor(row))]
        new = {row["person_id_national"] for row in rows if row["person_id_national"] not in then and
               row["start_date"] > "2022-03-31"}
        self.assertEqual(told["figure"], str(len(new)))
        self.assertEqual(told["counted"][0]["filters"][-1]["rows"], len(rows))

    def test_a_small_figure_is_shown_and_said_not_to_be_for_publication(self):
        small = next(row for row in programs.published_rows("Diagnostic Radiology")
                     if any(value.startswith("<") for value in row.values()))
        tables = self.explained("Total", "headcount")
        self.assertFalse(tables["counted"][0]["below_threshold"])
        column = next(name for name, value in small.items() if value.startswith("<"))
        done = self.run_explain(small["staff_group"], small["band"], column)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("These are unprotected figures, not for publication", done.stdout)
        self.assertRegex(done.stdout, r"Fewer than 5: a release shows \[c\] here\.")

    def test_no_value_of_a_person_is_printed(self):
        said = self.run_explain("Diagnostic Radiographers", "Band 5-6", "headcount").stdout
        said += json.dumps(self.explained("Diagnostic Radiographers", "Band 5-6", "headcount"))
        self.assertNotRegex(said, r"SYN\d|EX\d{4}")
        births = {row["date_of_birth"] for row in self.rows}
        self.assertFalse(births & set(re.findall(r"\d{4}-\d\d-\d\d", said)) - {programs.AS_AT})

    def test_a_cell_is_named_as_its_report_or_file_names_it(self):
        expected = self.explained("Diagnostic Radiographers", "Band 5-6", "fte")
        for table, cell in (("imaging.diagnostic_radiology", ["Diagnostic Radiographers", "Band 5-6", "fte"]),
                            ("out/tables/cy/imaging/diagnostic_radiology.csv",
                             ["Radiograffyddion Diagnostig", "Band 5-6", "CALl"]),
                            ("Diagnostic radiology workforce", ["diagnostic radiographers,Band 5-6", "FTE"])):
            self.assertEqual(self.explained(*cell, table=table), expected)

    def test_near_misses_are_suggested(self):
        for table, cell, said in (
                ("imaging/diagnostic_radiolgy", ["Total", "fte"], 'did you mean "imaging/diagnostic_radiology"?'),
                (TABLE, ["Diagnostic Radiographers", "Band 5-7", "fte"],
                 'did you mean "Diagnostic Radiographers / Band 5-6"?'),
                (TABLE, ["Diagnostic Radiographers", "Band 5-6", "headcout"], 'did you mean "headcount"?'),
                (TABLE, ["Diagnostic Radiographers", "fte"], "Several rows are called"),
                ("imaging/outlook_supply", ["Total", "fte"], "Name")):
            done = self.run_explain(*cell, table=table)
            self.assertEqual((done.returncode, done.stdout), (2, ""), done.stderr)
            self.assertIn(said, done.stderr)

    def test_planned_figures_are_explained_too(self):
        with open(self.data + "/training/cct_output.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        told = self.explained("cct_2023", table="imaging/cct_output")
        figure, = told["counted"]
        wanted = [row for row in rows if row["series"] == "cct_output" and row["subject"] == "Radiology" and
                  row["year"] == "2023"]
        self.assertEqual(figure["filters"][-1]["rows"], len(wanted))
        self.assertEqual(told["figure"], str(sum(int(row["value"]) for row in wanted)))


if __name__ == "__main__":
    unittest.main()
