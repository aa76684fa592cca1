"""A release says how it stands, and none goes out without the releases before it."""
import json
import os
import unittest
import zipfile

import programs

CENTRE = "Head of workforce analysis"


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


class Standing(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shared = programs.temporary()
        cls.data = programs.example_data(cls.shared.name + "/data")
        cls.first = cls.shared.name + "/first"
        done = programs.report(cls.data, cls.first, "--state", "issued", "--first-release", "--audience", "public",
                               "--embargo", "2023-05-01 09:30", "--by", CENTRE)
        assert done.returncode == 0, done.stderr

    @classmethod
    def tearDownClass(cls):
        cls.shared.cleanup()

    def setUp(self):
        folder = programs.temporary()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def run_report(self, *arguments, status=0):
        run = programs.report(self.data, self.folder + "/out", "--lang", "en", *arguments)
        self.assertEqual(run.returncode, status, run.stderr + run.stdout)
        return run

    def test_a_draft_made_without_history_says_so_on_every_page(self):
        self.run_report()
        for page in ("index.en.html", "appendix-tables.en.html"):
            self.assertIn("Draft, edition 1", read(self.folder, "out", page))
            self.assertIn("made without taking earlier releases into account", read(self.folder, "out", page))
        with zipfile.ZipFile(self.folder + "/out/appendix-tables.en.xlsx") as book:
            sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
            self.assertIn("made without taking earlier releases", book.read("xl/sharedStrings.xml").decode())
            for name in sheets:
                self.assertIn("Draft, edition 1", book.read(name).decode(), name)
        self.assertIn("made without taking earlier", read(self.folder, "out/tables/en/imaging/csv-metadata.json"))
        self.assertFalse(json.loads(read(self.folder, "out/release.json"))["earlier_releases_taken_into_account"])

    def test_a_release_without_its_history_is_not_issued(self):
        run = self.run_report("--state", "issued", "--by", CENTRE, status=3)
        self.assertIn("if there were none, say --first-release", run.stderr)
        self.assertFalse(os.path.exists(self.folder + "/out"))

    def test_an_issued_release_says_for_whom_and_from_when(self):
        page = read(self.first, "appendix-tables.cy.html")
        self.assertIn("Argraffiad 1", page)
        self.assertIn("Ni chaniateir datgelu dim ohono cyn 09:30 ar 1 Mai 2023.", page)
        self.assertNotIn("Drafft", page)
        release = json.loads(read(self.first, "release.json"))
        self.assertEqual([release[key] for key in ("state", "audience", "embargo", "edition")],
                         ["issued", "public", "2023-05-01 09:30", 1])

    def test_what_was_published_is_kept_without_what_was_hidden(self):
        figures = json.loads(read(self.first, "published-figures.json"))
        table = next(one for one in figures["tables"] if one["table"] == "genomics/workforce")
        places = {kind["id"]: at for at, kind in enumerate(table["measures"])}
        published = {row["id"]: row["figures"] for row in table["rows"]}
        self.assertGreater(sum(figure == "[c]" for row in published.values() for figure in row), 10)
        shown = programs.table(self.first, "genomics/workforce")
        self.assertEqual(sorted(row["headcount"] for row in shown),
                         sorted(row[places["headcount"]] for row in published.values()))

    def test_the_next_release_takes_it_into_account(self):
        run = self.run_report("--previous", self.first, "--state", "issued", "--by", CENTRE, "--note", "Again.", "--json")
        told = json.loads(run.stdout)
        self.assertEqual((told["edition"], told["revised"], told["earlier_releases_taken_into_account"]), (2, [], True))
        certificate = json.loads(read(self.folder, "out/disclosure.json"))
        self.assertEqual(certificate["earlier_releases"], 1)
        for name in ("genomics/workforce", "imaging/diagnostic_radiology", "healthcare_science/neurophysiology"):
            self.assertEqual(programs.table(self.folder + "/out", name), programs.table(self.first, name), name)

    def test_a_changed_or_unprotected_release_is_no_history(self):
        import shutil
        changed = self.folder + "/changed"
        shutil.copytree(self.first, changed)
        text = read(changed, "published-figures.json")
        with open(changed + "/published-figures.json", "w", encoding="utf-8") as file:
            file.write(text.replace('"[c]"', '"7"', 1))
        run = self.run_report("--previous", changed, status=3)
        self.assertIn("isn't the file that release.json lists", run.stderr)
        programs.report(self.data, self.folder + "/open", "--disclosure", "none")
        run = self.run_report("--previous", self.folder + "/open", status=3)
        self.assertIn("small numbers aren't hidden in it", run.stderr)

    def test_options_that_do_not_fit_together_are_told(self):
        for arguments, told in (
                (["--state", "issued", "--first-release"], "Name the role with --by"),
                (["--state", "approved", "--by", "a.person@example.org"], "never a person"),
                (["--embargo", "1 May"], "expected a day and a time"),
                (["--edition", "1"], "Name it with --register"),
                (["--edition", "1", "--note", "Why"], "Leave these options out"),
                (["--first-release", "--previous", self.first], "Leave out one of the two"),
                (["--state", "approved", "--by", CENTRE, "--first-release", "--disclosure", "none"], "Leave out --state")):
            run = self.run_report(*arguments, status=2)
            self.assertIn(told, run.stderr)


if __name__ == "__main__":
    unittest.main()
