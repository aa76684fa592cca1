"""Extracts and establishment files as Excel workbooks: the same report as from CSV, and faults told by sheet and cell."""
import csv
import datetime
import filecmp
import json
import os
import re
import shutil
import unittest
import zipfile

import openpyxl
import pandas
import programs
import xlsxwriter

DATES = {"snapshot_date", "date_of_birth", "start_date", "end_date", "date"}
NUMBERS = {"contracted_fte", "funded_fte"}


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def serial(text, year_1904=False):
    """Excel's number of a day, by its own documentation: 1 January 1900 is 1, and there is a 29 February 1900."""
    days = (datetime.date.fromisoformat(text) - datetime.date(1904 if year_1904 else 1900, 1, 1)).days
    if year_1904:
        return days
    return days + 1 + (days >= 59)


def write_workbook(path, rows, sheet="Extract", year_1904=False, change=None):
    """Writes rows as Excel does: days as numbers, FTE as numbers, everything else as text."""
    book = xlsxwriter.Workbook(path, {"date_1904": year_1904})
    page = book.add_worksheet(sheet)
    names = rows[0]
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            name = names[column]
            if number == 0 or text == "":
                page.write_string(number, column, text)
            elif name in DATES and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
                page.write_number(number, column, serial(text, year_1904))
            elif name in NUMBERS and re.fullmatch(r"[\d.]+", text):
                page.write_number(number, column, float(text))
            else:
                page.write_string(number, column, text)
    if change:
        change(book, page)
    book.close()


def letter_of(column):
    return chr(ord("A") + column) if column < 26 else "A" + chr(ord("A") + column - 26)


def change_part(path, part, old, new):
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name).decode("latin-1") for name in package.namelist()}
    assert old in parts[part]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, (content.replace(old, new) if name == part else content).encode("latin-1"))


class WorkbookInput(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = programs.temporary()
        cls.plain = programs.example_data(cls.folder.name + "/plain")
        cls.extract = cls.plain + "/assignments/2023-03-31.csv"
        cls.rows = rows_of(cls.extract)
        cls.column = {name: at for at, name in enumerate(cls.rows[0])}

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def data(self, name, rows=None, **options):
        """A data directory whose extract of March 2023 is a workbook."""
        folder = f"{self.folder.name}/{name}"
        os.makedirs(folder + "/assignments")
        write_workbook(folder + "/assignments/march.xlsx", rows or self.rows[:200], **options)
        return folder

    def refused(self, folder):
        done = programs.quarterdeck("check", folder, "--json")
        self.assertEqual(done.returncode, 3, done.stdout + done.stderr)
        return " ".join(finding["what"] + ". " + finding["mend"] for finding in json.loads(done.stdout)["findings"]
                        if finding["consequence"] == "refused")

    def test_a_report_is_the_same_as_from_csv(self):
        for year_1904 in (False, True):
            mixed = f"{self.folder.name}/mixed{year_1904}"
            shutil.copytree(self.plain, mixed)
            for kind in ("assignments", "establishment"):
                os.remove(f"{mixed}/{kind}/2023-03-31.csv")
                write_workbook(f"{mixed}/{kind}/2023-03-31.xlsx", rows_of(f"{self.plain}/{kind}/2023-03-31.csv"),
                               year_1904=year_1904)
            outs = [f"{self.folder.name}/{name}{year_1904}" for name in ("from-csv", "from-xlsx")]
            for data, out in zip((self.plain, mixed), outs):
                made = programs.report(data, out, "--lang", "en", "--no-charts")
                self.assertEqual(made.returncode, 0, made.stderr)
            tables = [os.path.relpath(os.path.join(at, name), outs[0]) for at, _, names in os.walk(outs[0] + "/tables")
                      for name in names]
            self.assertGreater(len(tables), 8)
            _, different, wrong = filecmp.cmpfiles(*outs, [*tables, "disclosure.json"], shallow=False)
            self.assertEqual((different, wrong), ([], []))
            pages = []
            for out in outs:
                with open(out + "/appendix-tables.en.html", encoding="utf-8") as file:
                    page = re.sub(r"2023-03-31\.(csv|xlsx)", "FILE", file.read())
                self.assertEqual("FILE, sheet Extract, row 23" in page, out == outs[1])
                page = re.sub(r"FILE, (line|sheet Extract, row) (\d+)", r"FILE, place \2", page)
                pages.append(re.sub(r"\b[0-9a-f]{64}\b", "SHA", page))
            self.assertEqual(*pages)

    def test_checks_find_the_same_and_tell_sheet_and_cell(self):
        rows = [list(row) for row in self.rows[:300]]
        faults = {"contracted_fte": ("1.2O", "fte-not-a-number"), "gender": ("", "gender-unknown"),
                  "occupation_code": ("80", "occupation-code-malformed"), "pay_band": ("Band 11", "pay-band-unknown"),
                  "end_date": ("1999-01-01", "assignment-ends-before-start")}
        counted = [number for number, row in enumerate(rows) if row[self.column["assignment_status"]] ==
                   "Active Assignment" and row[self.column["contract_type"]] == "Permanent"]
        for line, (name, (value, _)) in zip(counted[40:], faults.items()):
            rows[line][self.column[name]] = value
        folder = self.data("faulty", rows, sheet="Extract of March")
        plain = self.folder.name + "/faulty-plain/assignments"
        os.makedirs(plain)
        with open(plain + "/march.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
        told = [json.loads(programs.quarterdeck("check", where, "--json").stdout)
                for where in (os.path.dirname(plain), folder)]
        found = [{finding["rule"]: [(place["line"], place["column"]) for place in finding["places"]]
                  for finding in each["findings"]} for each in told]
        self.assertEqual(*found)
        self.assertLessEqual({rule for _, rule in faults.values()}, set(found[1]))
        for finding in told[1]["findings"]:
            for place in finding["places"]:
                self.assertEqual(place["sheet"], "Extract of March")
                if place["column"]:
                    letter = letter_of(self.column[place["column"]])
                    self.assertEqual(place["cell"], f"{letter}{place['line']}")
        said = programs.quarterdeck("check", folder).stdout
        line = counted[40] + 1
        letter = letter_of(self.column["contracted_fte"])
        self.assertIn(f'assignments/march.xlsx, sheet "Extract of March", cell {letter}{line}\n', said)

    def test_days_and_numbers_are_read_as_excel_keeps_them(self):
        self.assertEqual((serial("1900-03-01"), serial("1900-01-01"), serial("2023-01-01")), (61, 1, 44_927))
        rows = [list(row) for row in self.rows[:200]]
        rows[5][self.column["date_of_birth"]] = "31-MAR-1970"
        rows[6][self.column["employee_number"]] = "=numeric"
        folder = self.data("kept", rows, change=lambda book, page: page.write_number(
            6, self.column["employee_number"], 20_012_345))
        checked = json.loads(programs.quarterdeck("check", folder, "--json").stdout)
        self.assertEqual(checked["rows_read"], 199)
        self.assertFalse([finding for finding in checked["findings"] if "date" in finding["rule"]])

    def test_formulas_count_with_what_they_gave_and_are_refused_without(self):
        fte = self.column["contracted_fte"]
        folder = self.data("formula", change=lambda book, page: page.write_formula(7, fte, "=0.4+0.1", None, 0.5))
        self.assertEqual(programs.quarterdeck("check", folder).returncode, 0)
        path = folder + "/assignments/march.xlsx"
        change_part(path, "xl/worksheets/sheet1.xml", "</f><v>0.5</v>", "</f>")
        self.assertRegex(self.refused(folder), r'sheet "Extract", cell [A-Z]+8 is a formula whose result')

    def test_workbooks_that_hold_no_single_sheet_of_records(self):
        two = self.data("two", change=lambda book, page: book.add_worksheet("Notes").write_string(0, 0, "hello"))
        self.assertIn('2 sheets of the workbook hold something ("Extract", "Notes"). Keep the records alone',
                      self.refused(two))
        blank = self.data("blank", change=lambda book, page: book.add_worksheet("Sheet2"))
        self.assertEqual(programs.quarterdeck("check", blank).returncode, 0)
        empty = self.data("empty", [[""]])
        self.assertIn("the workbook is empty", self.refused(empty))

    def test_files_that_are_no_workbooks_of_records(self):
        folder = self.data("others")
        path = folder + "/assignments/march.xlsx"
        with open(path, "rb") as file:
            whole = file.read()
        parts = {}
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}

        def write(changed):
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
                for name, content in changed.items():
                    package.writestr(name, content)

        sheet = parts["xl/worksheets/sheet1.xml"].decode()
        write(parts | {"xl/vbaProject.bin": b"macro"})
        self.assertIn("the workbook carries macros", self.refused(folder))
        error = re.sub(r'<c r="B3"[^>]*>.*?</c>', '<c r="B3" t="e"><v>#N/A</v></c>', sheet, count=1)
        self.assertNotEqual(error, sheet)
        write(parts | {"xl/worksheets/sheet1.xml": error})
        self.assertIn("cell B3 holds an error value", self.refused(folder))
        inline = re.sub(r'<c r="B3"[^>]*>.*?</c>', '<c r="BB" t="inlineStr"><is><t>x</t></is></c>', sheet, count=1)
        write(parts | {"xl/worksheets/sheet1.xml": inline})
        self.assertIn("the workbook is damaged: its sheets can't be read", self.refused(folder))
        write(parts | {"xl/media/large.bin": b"x"})
        with open(path, "rb") as file:
            package = bytearray(file.read())
        entry = package.rindex(b"xl/media/large.bin") - 46  # its entry in the directory at the end
        self.assertEqual(package[entry:entry + 4], b"PK\x01\x02")
        package[entry + 24:entry + 28] = (700 << 20).to_bytes(4, "little")  # the size that it says it unpacks to
        with open(path, "wb") as file:
            file.write(package)
        self.assertIn("unpacks to more than a workbook of records can hold", self.refused(folder))
        for content, said in ((whole[:3000], "the workbook is damaged"), (b"", "it is empty"),
                              (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "protected by a password, or in Excel's older format"),
                              (b"organisation,date\n", "it holds text, whatever its name says")):
            with open(path, "wb") as file:
                file.write(content)
            self.assertIn(said, self.refused(folder))
            made = programs.report(folder, folder + "/out")
            self.assertEqual(made.returncode, 3)
            self.assertTrue(made.stderr.startswith("assignments/march.xlsx: "), made.stderr)
            self.assertFalse(os.path.exists(folder + "/out"))

    def test_what_other_programs_write_is_read_as_excel_writes_it(self):
        """openpyxl, and with it pandas, writes texts into their cells and targets from the root of the package."""
        names, *rows = self.rows[:400]
        values = [[float(text) if name in NUMBERS else
                   datetime.date.fromisoformat(text) if name in DATES and text[:4] < "4000" and text else text or None
                   for name, text in zip(names, row)] for row in rows]

        def openpyxl_rows(path):
            book = openpyxl.Workbook(write_only=True)
            page = book.create_sheet("Extract")
            for row in [names, *values]:
                page.append(row)
            book.save(path)

        def pandas_frame(path):
            pandas.DataFrame(values, columns=names).to_excel(path, index=False, engine="openpyxl")

        def runs(path):
            """Each text in two runs with its pronunciation."""
            write_workbook(path, self.rows[:400])
            with zipfile.ZipFile(path) as package:
                texts = re.findall(r"<si><t[^>]*>(.*?)</t></si>", package.read("xl/sharedStrings.xml").decode(), re.S)

            def inline(match):
                text = texts[int(match[2])]
                half = 0 if "&" in text else len(text) // 2
                return (f'<c r="{match[1]}" t="inlineStr"><is><r><t xml:space="preserve">{text[:half]}</t></r>'
                        f'<r><t xml:space="preserve">{text[half:]}</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>')

            with zipfile.ZipFile(path) as package:
                sheet = package.read("xl/worksheets/sheet1.xml").decode()
            changed = re.sub(r'<c r="([A-Z]+\d+)" t="s"><v>(\d+)</v></c>', inline, sheet)
            self.assertGreater(changed.count("inlineStr"), 4000)
            change_part(path, "xl/worksheets/sheet1.xml", sheet.encode().decode("latin-1"),
                        changed.encode().decode("latin-1"))

        def tables(name, write):
            folder = f"{self.folder.name}/by-{name}"
            os.makedirs(folder + "/assignments")
            write(folder + ("/assignments/a.csv" if name == "csv" else "/assignments/a.xlsx"))
            out = folder + "/out"
            made = programs.report(folder, out, "--lang", "en", "--no-charts", "--disclosure", "none")
            self.assertEqual(made.returncode, 0, made.stderr)
            found = {}
            for at, _, files in os.walk(out + "/tables"):
                for each in files:
                    with open(os.path.join(at, each), encoding="utf-8") as file:
                        found[os.path.relpath(os.path.join(at, each), out)] = file.read()
            return found

        def as_csv(path):
            with open(path, "w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(self.rows[:400])

        expected = tables("csv", as_csv)
        self.assertGreater(sum(text.count("\n") for text in expected.values()), 60)
        for name, write in (("openpyxl", openpyxl_rows), ("pandas", pandas_frame), ("runs", runs)):
            with self.subTest(name):
                self.assertEqual(tables(name, write), expected)

    def test_faults_of_the_establishment_are_told_by_cell(self):
        folder = f"{self.folder.name}/establishment"
        shutil.copytree(self.plain, folder)
        rows = rows_of(folder + "/establishment/2023-03-31.csv")
        os.remove(folder + "/establishment/2023-03-31.csv")
        rows[4][rows[0].index("funded_fte")] = "many"
        write_workbook(folder + "/establishment/2023-03-31.xlsx", rows, sheet="Funded")
        said = programs.quarterdeck("check", folder).stdout
        letter = letter_of(rows[0].index("funded_fte"))
        self.assertIn(f'establishment/2023-03-31.xlsx, sheet "Funded", cell {letter}5\n', said)
        self.assertIn("Finance, in the establishment", said)

    def test_what_excel_leaves_beside_an_open_workbook_is_passed_over(self):
        folder = self.data("open")
        with open(folder + "/assignments/~$march.xlsx", "wb") as file:
            file.write(b"\x05owner")
        self.assertEqual(programs.quarterdeck("check", folder).returncode, 0)


if __name__ == "__main__":
    unittest.main()
