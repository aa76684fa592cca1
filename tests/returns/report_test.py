"""A programme's returns show in the quarterly report: this quarter's state beside last quarter's rating."""
import os
import unittest

from returns import QUARTER, ReturnsCase, programs

ASSIGNMENTS = """snapshot_date,organisation,host_organisation,person_id_national,employee_number,assignment_number,\
primary_assignment,assignment_status,assignment_category,contract_type,staff_group,occupation_code,job_role,\
area_of_work,pay_band,contracted_fte,gender,date_of_birth,start_date,end_date,leaving_reason
2023-03-31,7A1,,P01,E01,A01,Yes,Active Assignment,Permanent,Permanent,Allied Health Professionals,S1F,\
Radiographer - Diagnostic,Radiology,Band 6,1.0,Female,1967-03-31,2015-04-01,4712-12-31,
"""


class Report(ReturnsCase):
    def setUp(self):
        super().setUp()
        os.makedirs(self.path("data/assignments"))
        with open(self.path("data/dataset.yaml"), "w", encoding="utf-8") as file:
            file.write("synthetic: true\ndescription: {en: One made-up person, cy: Un person dychmygol}\n")
        with open(self.path("data/assignments/2023-03-31.csv"), "w", encoding="utf-8") as file:
            file.write(ASSIGNMENTS)

    def page(self, language):
        with open(self.path(f"out/quarterly-governance.{language}.html"), encoding="utf-8") as file:
            return file.read()

    def report(self, *arguments):
        return programs.quarterdeck("report", "quarterly-governance", "--data", "data", "--as-at", "2023-03-31",
                                    "--out", "out", *arguments, cwd=self.folder)

    def test_what_was_returned_is_shown_and_escaped(self):
        before = self.ready("imaging", "2022-23Q3", "december.xlsx")
        before.fill("Actions", "IMG-A3", status="In progress", rating="Red", percent=5)
        self.done("import", before.save(), "--on", "2023-01-12")
        filled = self.ready("imaging", QUARTER, "march.xlsx")
        filled.fill("Actions", "IMG-A1", status="In progress", rating="Amber", percent=45,
                    narrative="One course began, <b>late</b>.")
        self.done("import", filled.save(), "--on", "2023-04-12")
        run = self.report("--register", self.register, "--lang", "all")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("One course began, &lt;b&gt;late&lt;/b&gt;.", self.page("en"))
        self.assertIn("Amber", self.page("en"))
        self.assertIn("Ambr", self.page("cy"))
        self.assertIn("2022-23, chwarter 3", self.page("cy"))

    def test_a_server_that_is_not_there_is_told(self):
        run = self.report("--register", "postgresql://board@127.0.0.1:1/returns")
        self.assertEqual(run.returncode, 3)
        self.assertIn("postgresql://board@127.0.0.1:1/returns: no connection to the server", run.stderr)
        self.assertFalse(os.path.exists(self.path("out")))


if __name__ == "__main__":
    unittest.main()
