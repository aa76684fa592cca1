"""A programme's returns show in the quarterly report: this quarter's state beside last quarter's rating."""
import contextlib
import hashlib
import html
import json
import os
import re
import sqlite3
import unittest

import openpyxl

from returns import QUARTER, Filled, ReturnsCase, programs

ASSIGNMENTS = """snapshot_date,organisation,host_organisation,person_id_national,employee_number,assignment_number,\
primary_assignment,assignment_status,assignment_category,contract_type,staff_group,occupation_code,job_role,\
area_of_work,pay_band,contracted_fte,gender,date_of_birth,start_date,end_date,leaving_reason
2023-03-31,7A1,,P01,E01,A01,Yes,Active Assignment,Permanent,Permanent,Allied Health Professionals,S1F,\
Radiographer - Diagnostic,Radiology,Band 6,1.0,Female,1967-03-31,2015-04-01,4712-12-31,
"""


def canonical(body):
    return json.dumps(body, separators=(",", ":"), ensure_ascii=False)


def checksum(actions):
    return hashlib.sha256(canonical(actions).encode()).hexdigest()


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

    def summary(self, kind):
        """A block of the summary page, which stands first."""
        return self.page("en").split(f"quarterdeck-board quarterdeck-board--{kind}\"", 1)[1].split("quarterdeck-summary__block", 1)[0]

    def table(self, sheet):
        """The rows of a sheet's table, each by its headings; no cell is empty."""
        (name, found), = sheet.tables.items()
        head, *rows = [[cell.value for cell in row] for row in sheet[found]]
        self.assertFalse([row for row in rows if None in row], name)
        return [dict(zip(head, row)) for row in rows]

    def report(self, *arguments):
        return programs.quarterdeck("report", "quarterly-governance", "--data", "data", "--as-at", "2023-03-31",
                                    "--out", "out", *arguments, cwd=self.folder)

    def going_out(self, state, *arguments, templates=("quarterly-governance", "annual-progress"), status=0):
        run = programs.quarterdeck("report", *templates, "--data", "data", "--as-at", "2023-03-31", "--out", "out",
                                   "--register", self.register, "--state", state, "--by", "Chair of the group",
                                   "--on", "2023-04-25", *arguments, cwd=self.folder)
        self.assertEqual(run.returncode, status, run.stderr + run.stdout)
        return run.stderr

    def test_texts_without_a_reviewed_translation_keep_a_report_in_two_languages_from_going_out(self):
        self.done("import", self.ready().save(), "--on", "2023-04-12")
        told = self.going_out("approved", "--lang", "all", status=3)
        self.assertIn("imaging: 2 texts of return 2 have no reviewed translation", told)
        self.assertFalse(os.path.exists(self.path("out")))
        self.done("translate", "export", "--programme", "imaging", "--quarter", QUARTER, "--out", "texts.xlsx")
        texts = Filled(self.path("texts.xlsx"))
        for row in texts.book["Testunau"].iter_rows(min_row=4):
            row[3].value = {"All is well.": "Mae popeth yn iawn.", "Programme manager": "Rheolwr rhaglen"}[row[2].value]
        texts.save()
        self.done("translate", "import", "texts.xlsx")
        self.assertIn("2 texts", self.going_out("approved", "--lang", "all", status=3))
        self.done("translate", "import", "texts.xlsx", "--reviewed-by", "Welsh language unit")
        self.going_out("approved", "--lang", "all")
        self.assertIn("Mae popeth yn iawn.", self.page("cy"))

    def test_what_is_issued_was_approved_as_it_stands_in_each_of_its_reports(self):
        self.done("import", self.ready().save(), "--on", "2023-04-12")
        told = self.going_out("issued", "--lang", "en", status=3)
        self.assertIn("edition 1 of quarterly-governance, 2022-23Q4 isn't approved yet", told)
        self.going_out("approved", "--lang", "en", templates=["quarterly-governance"])
        told = self.going_out("issued", "--lang", "en", status=3)
        self.assertIn("edition 1 of annual-progress, 2022-23Q4 isn't approved yet", told)
        self.going_out("approved", "--lang", "en")
        corrected = self.ready(name="corrected.xlsx").fill("Summary", "imaging", summary="Less is well.")
        self.done("import", corrected.save(), "--on", "2023-04-24")
        self.assertIn("imaging returned after it was approved", self.going_out("issued", "--lang", "en", status=3))
        self.going_out("approved", "--lang", "en")
        self.going_out("issued", "--lang", "en")

    def test_an_edition_is_counted_and_made_again_for_each_report_of_a_release(self):
        self.done("import", self.ready().save(), "--on", "2023-04-12")
        for state in ("approved", "issued"):
            self.going_out(state, "--lang", "en", templates=["annual-progress"])
        told = self.going_out("approved", "--lang", "en", status=3)
        self.assertIn("edition 2 of quarterly-governance, 2022-23Q4, and a further edition says why", told)
        for state in ("approved", "issued"):
            self.going_out(state, "--lang", "en", "--note", "The quarterly report joins.")
        again = self.report("annual-progress", "--register", self.register, "--lang", "en", "--edition", "2")
        self.assertEqual(again.returncode, 0, again.stderr)
        again = self.report("annual-progress", "--register", self.register, "--lang", "en", "--edition", "1")
        self.assertEqual(again.returncode, 3)
        self.assertIn("The register has no edition 1 of quarterly-governance for 2022-23Q4; it has 2 (approved), "
                      "2 (issued).", again.stderr)

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

    def test_words_in_the_other_language_alone_say_so_to_readers_and_to_programs(self):
        filled = self.ready("imaging", QUARTER, "march.xlsx")
        filled.fill("Actions", "IMG-A1", status="In progress", rating="Amber", percent=45,
                    narrative="One course began.", reason="Two left.")
        filled.fill("Risks", "IMG-R1", likelihood=5, impact=4, trend="Rising", owner="Programme manager")
        filled.fill("Dependencies", "IMG-I3", rating="Amber", view="We wait for a lead.")
        self.done("import", filled.save(), "--on", "2023-04-12")
        self.done("translate", "export", "--programme", "imaging", "--quarter", QUARTER, "--out", "texts.xlsx")
        texts = Filled(self.path("texts.xlsx"))
        for row in texts.book["Testunau"].iter_rows(min_row=4):
            if row[2].value == "All is well.":
                row[3].value = "Mae popeth yn iawn."
        texts.save()
        self.done("translate", "import", "texts.xlsx")
        self.assertEqual(self.report("--register", self.register, "--lang", "all").returncode, 0)
        mark = '<span class="quarterdeck-language">(Saesneg yn unig)</span>'
        for words in ("One course began.", "Two left.", "Programme manager", "We wait for a lead."):
            found = re.findall(re.escape(words) + r".{8}", self.page("cy").replace(f"</span> {mark}", "</span>*"))
            self.assertTrue(found and all("</span>*" in one for one in found), (words, found))
            self.assertIn(f'<span lang="en">{words}</span> {mark}', self.page("cy"))
        self.assertIn("<p>Mae popeth yn iawn.</p><p class=\"quarterdeck-more\">Wedi'i gyfieithu", html.unescape(self.page("cy")))
        self.assertNotIn(mark[-24:], self.page("en"))
        book = openpyxl.load_workbook(self.path("out/quarterly-governance.cy.xlsx"), read_only=True)
        cells = "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
        for words in ("One course began.", "Two left.", "Programme manager", "We wait for a lead."):
            self.assertIn(f"{words} (Saesneg yn unig)", cells)
            self.assertNotRegex(cells, re.escape(words) + r"(?! \(Saesneg yn unig\))")

    def test_plans_that_changed_since_the_last_return_are_shown_in_both_languages(self):
        self.done("import", self.ready("imaging", "2022-23Q3", "december.xlsx").save(), "--on", "2023-01-12")
        with contextlib.closing(sqlite3.connect(self.register)) as database, database:
            read = "SELECT programme, quarter, body FROM journal WHERE kind = ?"
            plan = json.loads(database.execute(read, ["definitions"]).fetchone()[2])
            programme, quarter, body = database.execute(read, ["return"]).fetchone()
            returned = json.loads(body)
            self.assertEqual(checksum(plan["actions"]), returned["definitions_sha256"])
            plan["actions"][0]["due"] = "2019-20Q1"
            plan["actions"][1]["title"] = {"en": "Older words", "cy": "Geiriau hŷn"}
            plan["actions"][2]["id"] = "OLD"
            returned["definitions_sha256"] = checksum(plan["actions"])
            for number, (kind, of, body) in enumerate([("definitions", "", plan), ("return", quarter, returned)], 3):
                database.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?)",
                                 [number, kind, programme, of, canonical(body)])
        self.assertEqual(self.report("--register", self.register, "--lang", "all").returncode, 0)
        book = openpyxl.load_workbook(self.path("out/quarterly-governance.en.xlsx"))
        sheet = next(one for one in book.worksheets if one["A1"].value.endswith(": What changed in the plans"))
        self.assertEqual([(row["Reference"], row["What changed"]) for row in self.table(sheet)],
                         [("1.1", "Date moved"), ("1.2", "Reworded"), ("2.1", "Added"), ("OLD", "Dropped")])
        self.assertIn("<td>Geiriau hŷn</td>", self.page("cy"))
        self.assertIn("<td>Older words</td>", self.page("en"))
        self.assertIn("<td>2019-20Q1</td>", self.page("cy"))

    def test_the_summary_is_of_this_quarter_and_says_what_is_late_and_what_disagrees(self):
        before = self.ready("pathology", "2022-23Q3", "december.xlsx")
        self.done("import", before.save(), "--on", "2023-01-12")
        filled = self.ready("imaging", QUARTER, "march.xlsx")
        filled.fill("Actions", "IMG-A1", status="In progress", rating="Green", percent=100)
        filled.fill("Risks", "IMG-R1", likelihood=5, impact=4, trend="Rising", owner="Programme manager")
        self.done("import", filled.save(), "--on", "2023-04-12")
        run = self.report("--register", self.register, "--lang", "en")
        self.assertEqual(run.returncode, 0, run.stderr)
        rows = re.findall(r"<tr><th scope=\"row\"> *([A-Z][a-z ]+)", self.summary("ratings"))
        self.assertEqual(rows, ["Endoscopy", "Genomics", "Healthcare science", "Imaging", "Pathology"])
        pathology = self.summary("ratings").split(">Pathology")[1].split("</tr>")[0]
        self.assertLess(pathology.index("Not returned"), pathology.index("--green\">Green"))
        self.assertIn("No return for this quarter.", pathology)
        self.assertIn("100%, but not reported as complete.", self.page("en"))
        self.assertIn("A risk of 15 or more has no mitigation.", self.page("en"))
        self.assertRegex(self.summary("risks"), r"cell--severe\">1</td>")

    def test_the_workbook_has_a_sheet_for_each_table_with_the_same_words(self):
        filled = self.ready("imaging", QUARTER, "march.xlsx")
        filled.fill("Actions", "IMG-A1", status="In progress", rating="Amber", percent=45, narrative="One course began.")
        self.done("import", filled.save(), "--on", "2023-04-12")
        self.assertEqual(self.report("--register", self.register, "--lang", "en").returncode, 0)
        book = openpyxl.load_workbook(self.path("out/quarterly-governance.en.xlsx"))
        sheets = {sheet["A1"].value.split(": ", 1)[1]: sheet for sheet in book.worksheets if ": " in sheet["A1"].value}
        ratings = self.table(sheets["Rating of each programme"])
        self.assertEqual({row["Programme"]: row["Rating this quarter"] for row in ratings}["Imaging"], "Green")
        self.assertEqual({row["Programme"]: row["Rating this quarter"] for row in ratings}["Genomics"], "Not returned")
        actions = {row["Reference"]: row for row in self.table(sheets["Imaging: All actions"])}
        self.assertEqual(actions["IMG-A1"]["Complete (%)"], 45)
        self.assertEqual(actions["IMG-A1"]["Narrative"], "One course began.")
        self.assertEqual(actions["IMG-A2"]["Rating this quarter"], "Not returned")
        self.assertEqual(actions["IMG-A2"]["Baseline date"], "No baseline date")

    def test_a_year_without_its_first_snapshot_is_reported_with_what_there_is(self):
        run = self.report("--lang", "en")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("There are no records at 2022-03-31, so figures that look back to that day are shown as [x].",
                      run.stdout)
        self.assertIn("[x]", self.page("en").partition("Staff in post and their change in a year")[2][:4000])

    def test_a_server_that_is_not_there_is_told(self):
        run = self.report("--register", "postgresql://board@127.0.0.1:1/returns")
        self.assertEqual(run.returncode, 3)
        self.assertIn("postgresql://board@127.0.0.1:1/returns: no connection to the server", run.stderr)
        self.assertFalse(os.path.exists(self.path("out")))


if __name__ == "__main__":
    unittest.main()
