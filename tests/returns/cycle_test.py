"""A quarter runs by its calendar: what is late is told, and a named lead approves."""
import json
import unittest

from returns import QUARTER, ReturnsCase

CALENDAR = """quarter: 2022-23Q4
snapshot: 2023-03-31
return_due: 2023-04-14
cut_off: 2023-04-21
sign_off: 2023-04-28
papers_out: 2023-05-05
meeting: 2023-05-12
leads:
  imaging: Clinical lead for imaging
"""


class Cycle(ReturnsCase):
    def enter(self, text=CALENDAR):
        with open(self.path("calendar.yaml"), "w", encoding="utf-8") as file:
            file.write(text)
        return self.returns("calendar", "calendar.yaml")

    def status(self, on):
        text = self.done("status", "--quarter", QUARTER, "--on", on, "--json")
        return {one["programme"]: one for one in json.loads(text)["programmes"]}

    def test_what_is_late_is_told(self):
        self.assertEqual(self.enter().returncode, 0)
        self.assertEqual(self.status("2023-04-14")["imaging"]["reminders"], [])
        self.assertEqual(self.status("2023-04-17")["imaging"]["reminders"],
                         ["The return was due on 2023-04-14: 3 days late."])
        filled = self.ready()
        self.assertIn("14 April 2023", " ".join(str(cell.value) for cell in filled.book["Guidance"]["A"]))
        self.done("import", filled.save(), "--on", "2023-04-24")
        reminders = self.status("2023-05-01")["imaging"]["reminders"]
        self.assertEqual(len(reminders), 3)
        self.assertEqual(reminders[0], "It came in on 2023-04-24; it was due on 2023-04-14.")
        self.assertIn("after the cut-off on 2023-04-21", reminders[1])
        self.assertIn("was to be approved by 2023-04-28 by Clinical lead for imaging", reminders[2])

    def test_only_the_named_lead_approves_and_a_correction_has_to_be_approved_again(self):
        self.enter()
        filled = self.ready()
        approval = ["--programme", "imaging", "--quarter", QUARTER, "--on", "2023-04-20", "--by"]
        self.assertIn("nothing to approve", self.returns("approve", *approval, "Clinical lead for imaging").stderr)
        self.done("import", filled.save(), "--on", "2023-04-12")
        self.assertIn('lets "Clinical lead for imaging" approve', self.returns("approve", *approval, "Anyone").stderr)
        self.done("approve", *approval, "Clinical lead for imaging")
        self.assertEqual(self.status("2023-04-20")["imaging"]["returns"][0]["state"], "approved")
        self.assertIn("was approved on 2023-04-20",
                      self.returns("approve", *approval, "Clinical lead for imaging").stderr)
        self.done("import", filled.path, "--on", "2023-04-21")
        corrected = self.status("2023-04-21")["imaging"]
        self.assertEqual([one["state"] for one in corrected["returns"]], ["approved", "submitted"])
        self.assertEqual(corrected["corrections"], 1)

    def test_a_draft_is_not_a_return(self):
        self.enter()
        self.done("import", self.ready().save(), "--draft", "--on", "2023-04-12")
        imaging = self.status("2023-04-15")["imaging"]
        self.assertEqual((imaging["returned"], imaging["returns"][0]["state"]), (False, "draft"))
        self.assertEqual(imaging["reminders"], ["The return was due on 2023-04-14: 1 day late."])

    def test_a_calendar_that_goes_back_is_refused_with_its_line(self):
        run = self.enter(CALENDAR.replace("cut_off: 2023-04-21", "cut_off: 2023-04-01"))
        self.assertEqual(run.returncode, 3)
        self.assertIn("line 4: cut_off is before return_due; expected a day on or after 2023-04-14.", run.stderr)
        self.assertIn("expected a day as YYYY-MM-DD", self.enter(CALENDAR.replace("2023-03-31", "March")).stderr)
        self.assertIn("did you mean", self.enter(CALENDAR.replace("cut_off", "cutoff")).stderr)

    def test_definitions_are_as_issued_until_they_change(self):
        self.issue()
        text = self.done("definitions")
        self.assertIn("imaging 1.0.0: as issued with 1.0.0.", text)
        self.assertIn("pathology 1.0.0: no return was issued yet.", text)
        import sqlite3
        with sqlite3.connect(self.register) as database:
            body = json.loads(database.execute("SELECT body FROM journal WHERE kind = 'definitions'").fetchone()[0])
            body["version"] = "1.1.0"
            body["actions"][0]["due"] = "2023-24Q1"
            body["actions"][1]["title"]["en"] = "Other words"
            body["actions"][2]["id"] = "OLD"
            database.execute("INSERT INTO journal VALUES (2, 'definitions', 'imaging', '', ?)", [json.dumps(body)])
        found = json.loads(self.done("definitions", "--json"))["programmes"]
        changes = next(one for one in found if one["programme"] == "imaging")["changes"]
        self.assertEqual([(one["id"], one["kind"]) for one in changes],
                         [("1.1", "moved_date"), ("1.2", "reworded"), ("2.1", "added"), ("OLD", "dropped")])


if __name__ == "__main__":
    unittest.main()
