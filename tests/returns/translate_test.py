"""What a programme wrote in one language goes to a translator and comes back in the other."""
import json
import unittest

import openpyxl

from returns import QUARTER, Filled, ReturnsCase

OF_IMAGING = ["--programme", "imaging", "--quarter", QUARTER]


class Translate(ReturnsCase):
    def returned(self, summary="All is well."):
        filled = self.ready() if summary == "All is well." else self.ready(name="corrected.xlsx")
        filled.fill("Summary", "imaging", summary=summary)
        self.done("import", filled.save())

    def export(self, name="texts.xlsx"):
        told = json.loads(self.done("translate", "export", *OF_IMAGING, "--out", name, "--json"))
        return told, Filled(self.path(name))

    def rows(self, filled):
        return {row[2].value: row for row in filled.book["Testunau"].iter_rows(min_row=4)}

    def test_every_text_goes_out_once_with_its_place_in_the_translators_language(self):
        self.returned()
        told, filled = self.export()
        self.assertEqual((told["into"], told["texts"], told["not_reviewed"]), ("cy", 2, 2))
        rows = self.rows(filled)
        self.assertEqual(set(rows), {"Programme manager", "All is well."})
        self.assertEqual(rows["All is well."][1].value, "Crynodeb: Crynodeb")

    def test_what_comes_back_stands_in_the_next_workbook_and_counts_once_it_is_reviewed(self):
        self.returned()
        _, filled = self.export()
        self.rows(filled)["All is well."][3].value = "Mae popeth yn iawn."
        taken = self.done("translate", "import", filled.save())
        self.assertIn("1 text taken", taken)
        self.assertIn("not reviewed yet", taken)
        told, again = self.export("again.xlsx")
        self.assertEqual(told["not_reviewed"], 2)
        self.assertEqual(self.rows(again)["All is well."][3].value, "Mae popeth yn iawn.")
        self.done("translate", "import", again.path, "--reviewed-by", "Welsh language unit")
        self.assertEqual(self.export("third.xlsx")[0]["not_reviewed"], 1)

    def test_a_reviewed_translation_is_not_replaced_by_one_that_nobody_reviewed(self):
        self.returned()
        _, filled = self.export()
        self.rows(filled)["All is well."][3].value = "Mae popeth yn iawn."
        self.done("translate", "import", filled.save(), "--reviewed-by", "Welsh language unit")
        self.rows(filled)["All is well."][3].value = "Popeth yn iawn."
        self.done("translate", "import", filled.save())
        self.assertEqual(self.rows(self.export("again.xlsx")[1])["All is well."][3].value, "Mae popeth yn iawn.")

    def test_a_changed_text_and_a_return_that_was_corrected_since_are_refused(self):
        self.returned()
        _, filled = self.export()
        row = self.rows(filled)["All is well."]
        row[2].value = "All is fine."
        run = self.returns("translate", "import", filled.save(self.path("changed.xlsx")))
        self.assertEqual(run.returncode, 3)
        self.assertIn(f"sheet Testunau, cell {row[2].coordinate}: what is locked was changed.", run.stderr)
        row[2].value = "All is well."
        row[3].value = "Mae popeth yn iawn."
        path = filled.save(self.path("late.xlsx"))
        self.returned("Two posts are vacant.")
        run = self.returns("translate", "import", path)
        self.assertEqual(run.returncode, 3)
        self.assertIn("corrected its return for 2022-23Q4 after its texts were exported", run.stderr)

    def test_a_return_and_a_translation_are_not_taken_for_each_other(self):
        self.returned()
        _, texts = self.export()
        run = self.returns("import", texts.path)
        self.assertEqual(run.returncode, 3)
        self.assertIn("holds a return's translation", run.stderr)
        run = self.returns("translate", "import", self.path("return.xlsx"))
        self.assertEqual(run.returncode, 3)
        self.assertIn("is a return, not a translation", run.stderr)

    def test_a_welsh_return_is_translated_into_english(self):
        filled = self.issue("imaging", QUARTER, "cymraeg.xlsx", "--lang", "cy")
        page = filled.book["Crynodeb"]
        headings = {cell.value: cell.column for cell in page[3]}
        for heading, value in (("Cyflwynwyd gan (rôl)", "Rheolwr rhaglen"), ("Sgôr", "Gwyrdd"),
                               ("Crynodeb", "Mae popeth yn iawn.")):
            page.cell(4, headings[heading]).value = value
        self.done("import", filled.save())
        told, out = self.export()
        self.assertEqual(told["into"], "en")
        self.assertIn("Texts", openpyxl.load_workbook(out.path).sheetnames)


if __name__ == "__main__":
    unittest.main()
