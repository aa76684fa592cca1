"""Issues returns, fills them in as other programs do, and imports them."""
import datetime
import os
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "release"))
import programs  # noqa: E402

HEADING_ROW = 3
QUARTER = "2022-23Q4"


class Filled:
    """A workbook that was issued, opened by another library."""

    def __init__(self, path):
        self.path = path
        self.book = openpyxl.load_workbook(path)

    def cell(self, sheet, row_id, heading):
        page = self.book[sheet]
        column = next(c.column for c in page[HEADING_ROW] if c.value == heading)
        row = next(r[0].row for r in page.iter_rows(min_row=HEADING_ROW + 1) if r[0].value == row_id)
        return page.cell(row, column)

    def fill(self, sheet, row_id, **values):
        for name, value in values.items():
            self.cell(sheet, row_id, HEADINGS[name]).value = value
        return self

    def save(self, path=None):
        self.book.save(path or self.path)
        share_strings(path or self.path)
        return path or self.path


def share_strings(path):
    """Writes a workbook of openpyxl's as Excel writes it: texts in one table, relative targets."""
    texts = []

    def shared(match):
        texts.append(match[1])
        return f't="s"><v>{len(texts) - 1}</v>'

    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name in parts:
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = re.sub(r't="inlineStr"><is>(.*?)</is>', shared, parts[name].decode(), flags=re.S).encode()
    spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/sharedStrings.xml"] = (f'<sst xmlns="{spreadsheet}">' + "".join(f"<si>{text}</si>" for text in texts) +
                                     "</sst>").encode()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
                     b'officedocument.spreadsheetml.sharedStrings+xml"/></Types>')
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(b'"/xl/', b'"').replace(
        b"</Relationships>", b'<Relationship Id="rIdStrings" Type="http://schemas.openxmlformats.org/officeDocument/'
                             b'2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


HEADINGS = {"submitted_by": "Submitted by (role)", "rating": "Rating", "reason": "Why the rating changed",
            "summary": "Summary", "status": "Status", "percent": "Complete (%)", "forecast": "Forecast date",
            "narrative": "Narrative", "move": "Move the baseline to", "decision": "Decision that allows it",
            "state": "State", "met_on": "Met on", "likelihood": "Likelihood (1 to 5)", "impact": "Impact (1 to 5)",
            "trend": "Trend", "owner": "Owner (role)", "title": "As the plan has it",
            "question": "What is to be decided", "decider": "Who decides (role or group)",
            "decided_on": "Decided on", "outcome": "Outcome", "issue": "Issue", "raised_on": "Raised on",
            "resolved_on": "Resolved on", "baseline": "Baseline", "target": "Target", "actual": "Actual",
            "metric": "Metric instead of a number", "view": "How you see it"}


class ReturnsCase(unittest.TestCase):
    def setUp(self):
        folder = programs.temporary()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.register = os.path.join(self.folder, "returns.sqlite")

    def path(self, name):
        return os.path.join(self.folder, name)

    def returns(self, command, *arguments):
        return programs.quarterdeck("returns", command, *arguments, "--register", self.register, cwd=self.folder)

    def done(self, command, *arguments):
        run = self.returns(command, *arguments)
        self.assertEqual(run.returncode, 0, run.stderr + run.stdout)
        return run.stdout

    def issue(self, programme="imaging", quarter=QUARTER, name="return.xlsx", *arguments):
        self.done("issue", "--programme", programme, "--quarter", quarter, "--out", name, *arguments)
        return Filled(self.path(name))

    def ready(self, *arguments, **options):
        """A return that is complete as it stands: a summary and one action."""
        filled = self.issue(*arguments, **options)
        programme = filled.book["quarterdeck"]["B2"].value
        filled.fill("Summary", programme, submitted_by="Programme manager", rating="Green", summary="All is well.")
        return filled

    def faults(self, filled):
        run = self.returns("import", filled.save(self.path("faulty.xlsx")))
        self.assertEqual(run.returncode, 3, run.stdout)
        lines = run.stderr.splitlines()
        self.assertEqual(lines[-1], "Nothing was taken from this workbook. Mend it and import it again.")
        return [line.replace(self.folder + "/faulty.xlsx, ", "") for line in lines[:-1]]


def day(text):
    return datetime.datetime.fromisoformat(text)


def through_libreoffice(path):
    """The workbook as LibreOffice writes it."""
    folder = tempfile.mkdtemp(dir=os.path.dirname(path))
    subprocess.run(["libreoffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                    "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, path], check=True, capture_output=True,
                   timeout=240)
    return os.path.join(folder, os.path.basename(path))
