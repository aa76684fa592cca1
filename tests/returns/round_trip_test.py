"""A return goes out, is filled in by other programs, and comes back whole."""
import json
import os
import unittest

from returns import QUARTER, Filled, ReturnsCase, day, through_libreoffice


class RoundTrip(ReturnsCase):
    def fill(self, filled):
        filled.fill("Actions", "IMG-A1", status="In progress", rating="Amber", percent=40,
                    forecast=day("2023-09-30"), narrative="One course began,\nlate.")
        filled.fill("Actions", "IMG-A2", status="Complete", rating="Blue (complete)", percent=100)
        filled.fill("Risks", "IMG-R1", likelihood=4, impact=5, trend="Rising", owner="Head of imaging")
        filled.fill("Risks", "R1", title="A risk that was added", likelihood=1, impact=2, trend="Steady",
                    owner="Programme manager")
        filled.fill("Decisions", "D1", question="May it move?", decider="Governance group",
                    decided_on=day("2023-03-02"), outcome="Yes")
        filled.fill("Issues", "I1", issue="No tutor", owner="Programme manager", raised_on=day("2023-02-01"))
        filled.fill("Measures", "1.1/measure", baseline=12.5, target=20, actual=-0.3)
        filled.fill("Dependencies", "IMG-I3", rating="Red", view="They are late.")
        filled.fill("Actions", "1.1", status="On hold", rating="Red", percent=0, move=day("2025-12-31"),
                    decision="D1")
        return filled.save()

    def taken(self, path):
        return json.loads(self.done("import", path, "--on", "2023-04-12", "--json"))

    def body(self, number):
        import sqlite3
        with sqlite3.connect(self.register) as database:
            return json.loads(database.execute("SELECT body FROM journal WHERE number = ?", [number]).fetchone()[0])

    def check(self, body):
        actions = {entry["action"]: entry for entry in body["entries"]}
        self.assertEqual(sorted(actions), ["1.1", "IMG-A1", "IMG-A2"])
        self.assertEqual(actions["IMG-A1"], {
            "action": "IMG-A1", "status": "in_progress", "rating": "amber", "rating_reason": "",
            "percent_complete": 40, "narrative": "One course began,\nlate.", "forecast": "2023-09-30"})
        self.assertEqual([(risk["id"], risk["likelihood"], risk["impact"], risk["trend"], risk["title"])
                          for risk in body["risks"]],
                         [("IMG-R1", 4, 5, "rising", ""), ("R1", 1, 2, "steady", "A risk that was added")])
        self.assertEqual(body["decisions"][0]["decided_on"], "2023-03-02")
        self.assertEqual(body["issues"][0]["raised_on"], "2023-02-01")
        measure = body["measurements"][0]
        self.assertEqual([measure[key] for key in ("action", "kind", "baseline", "target", "actual")],
                         ["1.1", "measure", "12.5", "20", "-0.3"])
        self.assertEqual(body["dependencies"],
                         [{"programme": "imaging", "entry": "IMG-I3", "rating": "red", "view": "They are late."}])
        self.assertEqual(body["baseline_moves"], [{"id": "1.1", "to": "2025-12-31", "decision": "D1"}])
        self.assertEqual(body["submitted_by"], "Programme manager")

    def test_a_return_comes_back_as_it_was_filled_in(self):
        path = self.fill(self.ready())
        taken = self.taken(path)
        self.assertEqual((taken["taken"], taken["actions"], taken["corrects"]), (True, 3, None))
        self.check(self.body(taken["number"]))

    def test_a_return_that_keeps_texts_in_their_cells_comes_back_the_same(self):
        filled = self.ready()
        path = self.fill(filled)
        filled.book.save(path)
        taken = self.taken(path)
        self.assertEqual((taken["taken"], taken["actions"]), (True, 3))
        self.check(self.body(taken["number"]))

    def test_an_action_may_have_a_measurement_of_each_kind(self):
        filled = self.ready("healthcare_science")
        filled.fill("Measures", "HCS-F-Q8/process", baseline=1)
        filled.fill("Measures", "HCS-F-Q8/output", baseline=2)
        self.taken(filled.save())
        again = self.issue("healthcare_science", QUARTER, "again.xlsx")
        self.assertEqual([again.cell("Measures", "HCS-F-Q8/" + kind, "Baseline").value
                          for kind in ("process", "output", "outcome")], [1, 2, None])

    def test_a_return_comes_back_after_libreoffice_saved_it(self):
        path = through_libreoffice(self.fill(self.ready()))
        self.check(self.body(self.taken(path)["number"]))

    def test_rows_may_be_sorted_filtered_and_hidden_columns_widened_and_comments_added(self):
        import openpyxl.comments
        path = self.fill(self.ready())
        filled = Filled(path)
        page = filled.book["Actions"]
        rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=4)]
        for at, values in enumerate(reversed(rows)):
            for column, value in enumerate(values, 1):
                page.cell(4 + at, column).value = value
        page.row_dimensions[5].hidden = True
        page.column_dimensions["B"].width = 90
        page.auto_filter.add_filter_column(4, ["Complete"])
        page["C6"].comment = openpyxl.comments.Comment("Ask finance.", "Programme manager")
        filled.save()
        self.check(self.body(self.taken(path)["number"]))

    def test_the_next_return_begins_with_what_was_returned_last(self):
        self.taken(self.fill(self.ready()))
        following = self.issue("imaging", "2023-24Q1", "next.xlsx")
        self.assertEqual(following.cell("Actions", "IMG-A1", "Rating last quarter").value, "Amber")
        self.assertEqual(following.cell("Actions", "IMG-A1", "Complete (%)").value, 40)
        self.assertEqual(following.cell("Actions", "IMG-A1", "Forecast date").value, day("2023-09-30"))
        self.assertEqual(following.cell("Actions", "1.1", "Baseline date").value, "31 December 2025")
        self.assertEqual(following.cell("Actions", "IMG-A3", "Rating last quarter").value, "Not returned")
        self.assertEqual(following.cell("Risks", "R1", "As the plan has it").value, "A risk that was added")
        following.fill("Actions", "IMG-A1", rating="Green")
        self.assertEqual(len(self.faults(following)), 1)
        following.fill("Actions", "IMG-A1", reason="A tutor came.")
        self.assertEqual(self.taken(following.save())["actions"], 3)

    def test_a_welsh_return_is_welsh_and_comes_back_the_same(self):
        filled = self.issue("imaging", QUARTER, "cymraeg.xlsx", "--lang", "cy")
        self.assertIn("Camau gweithredu", filled.book.sheetnames)
        filled.cell("Crynodeb", "imaging", "Cyflwynwyd gan (rôl)").value = "Rheolwr rhaglen"
        filled.cell("Crynodeb", "imaging", "Sgôr").value = "Gwyrdd"
        filled.cell("Crynodeb", "imaging", "Crynodeb").value = "Mae'n iawn."
        filled.cell("Camau gweithredu", "IMG-A1", "Statws").value = "Ar y gweill"
        filled.cell("Camau gweithredu", "IMG-A1", "Sgôr").value = "Coch"
        filled.cell("Camau gweithredu", "IMG-A1", "Cwblhawyd (%)").value = 5
        body = self.body(self.taken(filled.save())["number"])
        self.assertEqual((body["language"], body["entries"][0]["rating"]), ("cy", "red"))

    def test_the_same_register_gives_the_same_bytes(self):
        self.issue(name="one.xlsx")
        self.issue(name="two.xlsx")
        with open(self.path("one.xlsx"), "rb") as one, open(self.path("two.xlsx"), "rb") as two:
            self.assertEqual(one.read(), two.read())

    def test_the_form_is_locked_but_for_what_is_filled_in_and_says_what_each_cell_takes(self):
        filled = self.issue()
        for name in filled.book.sheetnames:
            self.assertTrue(filled.book[name].protection.sheet, name)
        self.assertTrue(filled.cell("Actions", "IMG-A1", "As the plan has it").protection.locked)
        self.assertFalse(filled.cell("Actions", "IMG-A1", "Status").protection.locked)
        self.assertEqual(filled.book["Actions"].freeze_panes, "C4")
        self.assertEqual(filled.book["quarterdeck"].sheet_state, "hidden")
        lists = [rule.formula1 for rule in filled.book["Actions"].data_validations.dataValidation
                 if rule.type == "list"]
        self.assertIn('"Not started,In progress,Complete,On hold,Withdrawn"', lists)
        self.assertEqual({rule.type for rule in filled.book["Actions"].data_validations.dataValidation},
                         {"list", "date", "whole", "textLength"})

    def test_a_filled_in_return_is_never_overwritten(self):
        filled = self.ready()
        before = os.path.getmtime(filled.path)
        run = self.returns("issue", "--programme", "imaging", "--quarter", QUARTER, "--out", "return.xlsx")
        self.assertEqual(run.returncode, 3)
        self.assertIn("there is a file already", run.stderr)
        self.assertEqual(os.path.getmtime(filled.path), before)


if __name__ == "__main__":
    unittest.main()
