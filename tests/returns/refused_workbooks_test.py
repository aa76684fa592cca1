"""What is wrong in a workbook is told with sheet and cell, and nothing of it is taken."""
import os
import shutil
import unittest
import zipfile

from returns import QUARTER, ReturnsCase, day


class WrongCells(ReturnsCase):
    def setUp(self):
        super().setUp()
        self.filled = self.ready()

    def test_every_fault_is_told_at_once(self):
        self.filled.fill("Actions", "1.1", status="done", rating="Green", percent=140)
        self.filled.fill("Actions", "IMG-A1", status="Complete", rating="Green", percent=90, forecast="soon")
        self.filled.fill("Risks", "IMG-R1", likelihood=6, owner="somebody@example.org")
        faults = self.faults(self.filled)
        self.assertIn('sheet Actions, cell E4: it is "done"; expected one of the list: Not started, In progress, '
                      'Complete, On hold, Withdrawn.', faults)
        self.assertIn('sheet Actions, cell H4: it is "140"; expected a whole number from 0 to 100.', faults)
        self.assertTrue(any('it is "soon"; expected a day from 2000 to 2099' in fault for fault in faults), faults)
        self.assertTrue(any("it is 90, while the status is complete; expected 100" in fault for fault in faults))
        self.assertTrue(any(fault.startswith("sheet Risks, cell C4: it is \"6\"") for fault in faults))
        self.assertTrue(any("expected a role" in fault for fault in faults))
        self.assertFalse(any("somebody@" in fault for fault in faults))

    def test_a_formula_is_no_value(self):
        self.filled.fill("Actions", "1.1", status="In progress", rating="Green", percent="=10+20")
        self.assertEqual(self.faults(self.filled),
                         ["sheet Actions, cell H4: it is a formula; expected a value. Copy the cell and paste it as a "
                          "value over itself."])

    def test_ids_stay_as_they_were_issued(self):
        page = self.filled.book["Actions"]
        page["A4"] = "1.9"
        page["A6"] = page["A5"].value
        faults = self.faults(self.filled)
        self.assertEqual(len(faults), 3)
        self.assertRegex(faults[0], r'sheet Actions, cell A4: the id "1.9" isn\'t one that was issued; did you mean')
        self.assertRegex(faults[1], r"sheet Actions, cell A6: 1.2 stands in row 5 already; expected each id once.")
        self.assertRegex(faults[2], r"sheet Actions: the rows of 1.1, \S+ are missing")

    def test_definitions_headings_and_sheets_stay(self):
        self.filled.book["Actions"]["B4"] = "Something else"
        self.filled.book["Risks"]["C3"] = "Chance"
        self.filled.book["Issues"]["K5"] = "beside"
        del self.filled.book["Measures"]
        faults = self.faults(self.filled)
        self.assertRegex(faults[0], "sheet Actions, cell B4: what is locked was changed")
        self.assertRegex(faults[1], 'sheet Risks, cell C3: the heading is "Chance"; expected "Likelihood')
        self.assertRegex(faults[2], "sheet Issues, cell K5: this cell is outside the form")
        self.assertRegex(faults[3], "sheet Measures: the sheet is missing")

    def test_what_belongs_together_stands_together(self):
        self.filled.fill("Actions", "1.1", status="In progress", rating="Green", percent=10, move=day("2026-03-31"),
                         decision="D1")
        self.filled.fill("Decisions", "D1", question="May it move?", decider="Governance group", outcome="Yes")
        self.filled.fill("Issues", "I1", issue="Late", owner="Manager", raised_on=day("2023-02-01"),
                         resolved_on=day("2023-01-01"))
        self.filled.fill("Measures", "1.1/measure", metric="key_figures/headcout")
        faults = self.faults(self.filled)
        self.assertTrue(any("a decision that was taken has a day and an outcome" in fault for fault in faults))
        self.assertTrue(any('the decision "D1" isn\'t in the log as taken' in fault for fault in faults))
        self.assertTrue(any("it is before the issue was raised on 2023-02-01" in fault for fault in faults))
        self.assertTrue(any('"key_figures/headcout"; did you mean "key_figures/headcount"?' in fault
                            for fault in faults), faults)


class WrongFiles(ReturnsCase):
    def refused(self, path, *arguments):
        run = self.returns("import", path, *arguments)
        self.assertEqual((run.returncode, run.stdout), (3, ""), run.stderr)
        return run.stderr

    def written(self, name, content):
        with open(self.path(name), "wb") as file:
            file.write(content)
        return self.path(name)

    def with_part(self, name, part, content):
        shutil.copy(self.ready().save(), self.path(name))
        with zipfile.ZipFile(self.path(name), "a", zipfile.ZIP_DEFLATED) as package:
            package.writestr(part, content)
        return self.path(name)

    def test_what_is_no_workbook(self):
        self.issue()
        self.assertIn("holds text, whatever its name says", self.refused(self.written("a.xlsx", b"id,status\n1,2\n")))
        self.assertIn("is empty", self.refused(self.written("b.xlsx", b"")))
        self.assertIn("older format", self.refused(self.written("c.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600))))
        self.assertIn("damaged", self.refused(self.written("d.xlsx", b"PK\x03\x04" + bytes(600))))
        with zipfile.ZipFile(self.path("e.xlsx"), "w") as package:
            package.writestr("readme.txt", "hello")
        self.assertIn("not an Excel workbook", self.refused(self.path("e.xlsx")))

    def test_a_workbook_with_macros(self):
        path = self.with_part("macros.xlsx", "xl/vbaProject.bin", b"macro")
        self.assertIn("carries macros", self.refused(path))

    def test_a_workbook_that_unpacks_to_a_lot(self):
        path = self.with_part("huge.xlsx", "xl/media/image1.bin", bytes(64 << 20))
        self.assertLess(os.path.getsize(path), 1 << 20)
        self.assertIn("unpacks to more than a return can hold", self.refused(path))

    def test_a_damaged_workbook(self):
        with open(self.ready().save(), "rb") as file:
            content = file.read()
        for kept in (len(content) // 2, len(content) - 40):
            self.refused(self.written("cut.xlsx", content[:kept]))
        run = self.returns("import", self.written("noise.xlsx", content[:200] + bytes(100) + content[300:]))
        self.assertIn(run.returncode, (0, 3))

    def test_a_workbook_of_something_else(self):
        import openpyxl
        self.issue()
        openpyxl.Workbook().save(self.path("other.xlsx"))
        self.assertIn("isn't a return that Quarterdeck issued", self.refused(self.path("other.xlsx")))

    def test_a_return_of_another_quarter_or_programme(self):
        path = self.ready().save()
        self.assertIn("this is the return for 2022-23Q4; expected the one for 2023-24Q1",
                      self.refused(path, "--quarter", "2023-24Q1"))
        self.assertIn("this is the return of imaging; expected that of pathology",
                      self.refused(path, "--programme", "pathology"))

    def test_a_return_for_other_definitions(self):
        filled = self.ready()
        filled.book["quarterdeck"]["B5"] = "0" * 64
        self.assertIn("the return was issued for another version of the plan", self.refused(filled.save()))

    def test_nothing_was_taken_of_any(self):
        self.issue()
        self.refused(self.written("a.xlsx", b"text"))
        self.assertIn("imaging: not returned.", self.done("status", "--quarter", QUARTER))


if __name__ == "__main__":
    unittest.main()
