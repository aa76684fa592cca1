"""What one language shows, the other shows too; and a page, its workbook and the CSV files agree."""
import csv
import html.parser
import os
import re
import subprocess
import unittest
from decimal import Decimal

import openpyxl
import programs

LANGUAGES = ["en", "cy"]
FIGURE = re.compile(r"−?[0-9][0-9,]*(\.[0-9]+)?$")
MARKER = re.compile(r"\[[a-z]\]$")


def figure(text):
    """A number, a marker such as "[c]", or None for words."""
    text = text.strip()
    if MARKER.match(text):
        return text
    return Decimal(text.replace(",", "").replace("−", "-")) if FIGURE.match(text.replace("-", "−", 1)) else None


class Page(html.parser.HTMLParser):
    """The tables of a page in their order: caption, kind and rows of cells."""

    def __init__(self, path):
        super().__init__()
        self.tables, self.cell, self.caption = [], None, None
        with open(path, encoding="utf-8") as file:
            self.feed(file.read())

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "table":
            words = "--words" in given.get("class", "") or "matrix" in given.get("class", "")
            self.tables.append({"caption": "", "words": words, "rows": [], "csv": []})
        elif tag == "caption":
            self.caption = []
        elif tag == "tr":
            self.tables[-1]["rows"].append([])
        elif tag in ("td", "th"):
            self.cell = []
        elif tag == "a" and given.get("href", "").endswith(".csv") and self.tables:
            self.tables[-1]["csv"].append(given["href"])  # it stands below its table

    def handle_endtag(self, tag):
        if tag == "caption":
            self.tables[-1]["caption"], self.caption = "".join(self.caption), None
        elif tag in ("td", "th") and self.cell is not None:
            self.tables[-1]["rows"][-1].append("".join(self.cell))
            self.cell = None

    def handle_data(self, data):
        for open_text in (self.cell, self.caption):
            if open_text is not None:
                open_text.append(data)


def titled(text):
    """Without its number, which a page and a workbook count differently, and without notes."""
    return re.sub(r"( \[[^\]]*\])*$", "", text.split(": ", 1)[-1]).strip()


def sheets(path):
    """The tables of a workbook in the order of its sheets: title in A1, and rows of cells below the headings."""
    found = []
    for sheet in openpyxl.load_workbook(path).worksheets:
        for table in sheet.tables.values():
            found.append((sheet["A1"].value, [[cell.value for cell in row] for row in sheet[table.ref]]))
    return found


def stored(value):
    """A cell of a workbook, as `figure` has it."""
    return figure(value) if isinstance(value, str) else Decimal(str(value)) if isinstance(value, (int, float)) else value


def figures(rows, read):
    """Row by row without labels: a page has the first of two labels in a row of its own."""
    found = [[read(cell) for cell in row if read(cell) is not None] for row in rows]
    return [row for row in found if row]


class Parity(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = programs.temporary()
        templates = os.path.join(programs.BUILD, "share/quarterdeck/templates")
        cls.names = [name for name in sorted(os.listdir(templates))
                     if os.path.exists(os.path.join(templates, name, "report.yaml"))]
        cls.out = cls.folder.name + "/out"
        made = programs.quarterdeck("report", *cls.names, "--data", programs.example_data(cls.folder.name + "/data"),
                                    "--as-at", programs.AS_AT, "--out", cls.out, "--lang", "all",
                                    "--register", cls.register())
        assert made.returncode == 0, made.stderr
        cls.pages = {(name, code): Page(f"{cls.out}/{name}.{code}.html").tables
                     for name in cls.names for code in LANGUAGES}
        cls.books = {(name, code): sheets(f"{cls.out}/{name}.{code}.xlsx")
                     for name in cls.names for code in LANGUAGES}

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def register(cls):
        """Two quarters of made-up returns."""
        register = cls.folder.name + "/returns.sqlite"
        for quarter in ["2022-23Q3", "2022-23Q4"]:
            made = subprocess.run(
                [programs.program("quarterdeck-example-returns"), "--register", register, "--quarter", quarter,
                 "--out", cls.folder.name + "/returns",
                 "--plugins", os.path.join(programs.BUILD, "lib/quarterdeck/plugins"),
                 "--templates", os.path.join(programs.BUILD, "share/quarterdeck/templates")],
                capture_output=True, text=True, check=True)
            for workbook in made.stdout.split("\n")[:-1]:
                taken = programs.quarterdeck("returns", "import", workbook, "--register", register,
                                             "--on", "2023-04-12")
                assert taken.returncode == 0, taken.stderr
        return register

    def csv_files(self, code):
        root = os.path.join(self.out, "tables", code)
        return sorted(os.path.relpath(os.path.join(path, name), root)
                      for path, _, names in os.walk(root) for name in names if name.endswith(".csv"))

    def csv_rows(self, code, name):
        with open(os.path.join(self.out, "tables", code, name), encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    def test_pages_have_the_same_tables_and_figures_in_both_languages(self):
        for name in self.names:
            english, welsh = (self.pages[name, code] for code in LANGUAGES)
            self.assertGreater(len(english), 5, name)
            self.assertEqual(len(english), len(welsh), name)
            for one, other in zip(english, welsh):
                with self.subTest(report=name, table=one["caption"]):
                    self.assertEqual([[figure(cell) for cell in row] for row in one["rows"]],
                                     [[figure(cell) for cell in row] for row in other["rows"]])

    def test_workbooks_have_the_same_sheets_and_figures_in_both_languages(self):
        for name in self.names:
            english, welsh = (self.books[name, code] for code in LANGUAGES)
            self.assertGreater(len(english), 5, name)
            self.assertEqual(len(english), len(welsh), name)
            for (title, one), (_, other) in zip(english, welsh):
                with self.subTest(report=name, table=title):
                    self.assertEqual([[stored(cell) for cell in row] for row in one],
                                     [[stored(cell) for cell in row] for row in other])

    def test_csv_files_have_the_same_names_columns_and_figures_in_both_languages(self):
        names = self.csv_files("en")
        self.assertGreater(len(names), 30)
        self.assertEqual(names, self.csv_files("cy"))
        for name in names:
            english, welsh = (self.csv_rows(code, name) for code in LANGUAGES)
            self.assertEqual(english[0], welsh[0], name)
            self.assertEqual([[figure(cell) for cell in row] for row in english[1:]],
                             [[figure(cell) for cell in row] for row in welsh[1:]], name)

    def test_a_page_and_its_workbook_show_the_same_figures(self):
        for (name, code), tables in self.pages.items():
            of_page = [table for table in tables if not table["words"]]
            self.assertGreater(len(of_page), 0, name)
            left = iter(self.books[name, code])
            for table in of_page:
                with self.subTest(report=name, language=code, table=table["caption"]):
                    rows = next((rows for title, rows in left if titled(title) == titled(table["caption"])), None)
                    self.assertIsNotNone(rows, "no sheet behind the one before has this title")
                    self.assertEqual(figures(table["rows"][1:], figure), figures(rows[1:], stored))

    def test_a_page_shows_the_figures_of_the_csv_file_that_it_leads_to(self):
        for (name, code), tables in self.pages.items():
            for table in tables:
                if not table["csv"] or table["words"]:
                    continue
                with self.subTest(report=name, language=code, table=table["caption"]), \
                        open(os.path.join(self.out, table["csv"][0]), encoding="utf-8", newline="") as file:
                    rows = list(csv.reader(file))[1:]
                    self.assertEqual(figures(rows, figure), figures(table["rows"][1:], figure))


if __name__ == "__main__":
    unittest.main()
