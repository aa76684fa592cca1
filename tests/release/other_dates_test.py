"""A release whose predecessor followed people from a date of its own is the same from files and from a database."""
import csv
import os
import shutil
import unittest

import programs
from postgresql_server import WithServer
from warehouse_test import contents

TEMPLATE = """version: 1.0.0
title: {en: Moved, cy: Wedi symud}
sections:
  - id: movement
    title: {en: Movement, cy: Symudiad}
    blocks:
      - metric: imaging/movement
      - metric: pathology/movement
"""
BEFORE, BETWEEN, AS_AT = "2021-03-31", "2022-03-31", "2023-03-31"
NOT_JOINED = "followed people between dates whose records aren't all here"


def add_earlier_extract(data):
    """The records of a year before: every ninth assignment of the later ones wasn't there yet."""
    with open(f"{data}/assignments/{BETWEEN}.csv", encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    date = header.index("snapshot_date")
    for row in rows:
        row[date] = BEFORE
    with open(f"{data}/assignments/{BEFORE}.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *[row for at, row in enumerate(rows) if at % 9]])


class OtherDates(WithServer, unittest.TestCase):
    def setUp(self):
        super().setUp()
        folder = programs.temporary()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.design = self.folder + "/templates"
        shutil.copytree(os.path.join(programs.BUILD, "share", "quarterdeck", "templates"), self.design)
        shutil.copytree(self.design + "/appendix-tables", self.design + "/moved")
        with open(self.design + "/moved/report.yaml", "w", encoding="utf-8") as file:
            file.write(TEMPLATE)
        self.data = programs.example_data(self.folder + "/data")
        add_earlier_extract(self.data)

    def report(self, data, as_at, out, *arguments):
        done = programs.quarterdeck("report", "moved", "--templates", self.design, "--data", data, "--as-at", as_at, "--out",
                                    f"{self.folder}/{out}", "--lang", "en", "--no-charts", *arguments)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout.replace(f"{self.folder}/{out}", "OUT")

    def test_the_earlier_movement_is_asked_again_of_either(self):
        self.report(self.data, BETWEEN, "first", "--state", "issued", "--first-release", "--audience", "public", "--by",
                    "Governance group")
        first = ("--previous", f"{self.folder}/first")
        said = self.report(self.data, AS_AT, "files", *first)
        self.assertNotIn(NOT_JOINED, said)
        loaded = programs.quarterdeck("load", self.register, "--data", self.data, "--quiet")
        self.assertEqual(loaded.returncode, 0, loaded.stderr)
        self.assertEqual(self.report(self.register, AS_AT, "database", *first), said)
        self.assertEqual(contents(f"{self.folder}/database"), contents(f"{self.folder}/files"))

        os.remove(f"{self.data}/assignments/{BEFORE}.csv")
        self.assertIn(NOT_JOINED, self.report(self.data, AS_AT, "without", *first))


if __name__ == "__main__":
    unittest.main()
