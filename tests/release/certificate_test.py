"""A release says how it was protected, and only the analyst's copy says what that leaves an attacker with."""
import json
import os
import re
import shutil
import stat
import unittest

import programs


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


class Certificate(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shared = programs.temporary()
        cls.data = programs.example_data(cls.shared.name + "/data")
        cls.out = cls.shared.name + "/out"
        cls.file = cls.shared.name + "/intervals.json"
        done = programs.report(cls.data, cls.out, "--certificate", cls.file)
        assert done.returncode == 0, done.stderr
        cls.published = json.loads(read(cls.out, "disclosure.json"))
        cls.analysts = json.loads(read(cls.file))
        cls.open = cls.shared.name + "/open"
        programs.report(cls.data, cls.open, "--disclosure", "none")

    @classmethod
    def tearDownClass(cls):
        cls.shared.cleanup()

    def test_the_release_holds_counts_only(self):
        for key in ("intervals", "narrow", "places"):
            self.assertNotIn(f'"{key}"', read(self.out, "disclosure.json"))
        for folder, _, files in os.walk(self.out):
            self.assertNotIn("intervals.json", files, folder)

    def test_it_names_policy_solver_and_result(self):
        self.assertEqual(self.published["policy"]["hidden_counts_below"], 5)
        self.assertEqual(self.published["policy"]["values_left"], 3)
        self.assertRegex(self.published["solver"], r"^CBC \d+\.\d+")
        self.assertLessEqual(self.published["least_cost_proved"], self.published["cost"])
        self.assertEqual(self.published["optimal"], self.published["least_cost_proved"] == self.published["cost"])

    def test_the_analysts_copy_has_an_interval_for_each_hidden_figure(self):
        hidden = self.published["hidden"]
        self.assertEqual(len(self.analysts["intervals"]), hidden["primary"] + hidden["dependent"] + hidden["secondary"])
        self.assertEqual(len(self.analysts["narrow"]), self.published["narrower_than_policy"])

    def test_every_interval_holds_the_true_figure_and_leaves_enough(self):
        tables = {}
        narrow = {json.dumps(cell["places"]) for cell in self.analysts["narrow"]}
        seen = 0
        for cell in self.analysts["intervals"]:
            place = cell["places"][0]
            path = os.path.join(self.open, "tables", "en", place["table"] + ".not-for-publication.csv")
            if not os.path.exists(path) or cell["unit"] != "count":
                continue
            rows = tables.setdefault(place["table"], programs.table(self.open, place["table"]))
            values = {row[place["column"]] for row in rows if place["column"] in row}
            if values and cell["high"] is not None:
                inside = [value for value in values if cell["low"] <= float(value) <= cell["high"]]
                self.assertTrue(inside, place)
            if cell["why"] == "primary" and json.dumps(cell["places"]) not in narrow:
                self.assertGreaterEqual(cell["high"] - cell["low"] + 1, 3, place)
                seen += 1
        self.assertGreater(seen, 20)

    def test_hidden_figures_are_those_of_the_tables(self):
        for cell in self.analysts["intervals"]:
            for place in cell["places"]:
                path = os.path.join(self.out, "tables", "en", place["table"] + ".csv")
                if os.path.exists(path) and place["column"] in read(path).split("\n", 1)[0].split(","):
                    self.assertIn("[c]", {row[place["column"]] for row in programs.table(self.out, place["table"])})

    def test_only_its_owner_may_read_it(self):
        self.assertEqual(stat.S_IMODE(os.stat(self.file).st_mode), 0o600)

    def test_it_never_gets_into_the_release(self):
        for place in ("intervals.json", "tables/../intervals.json"):
            done = programs.report(self.data, self.out, "--certificate", os.path.join(self.out, place))
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn("outside the release", done.stderr)

    def test_page_and_file_say_the_same_in_both_languages(self):
        hidden = self.published["hidden"]
        for language, heading in (("en", "How small numbers are protected"), ("cy", "Sut y diogelir rhifau bach")):
            page = read(self.out, f"appendix-tables.{language}.html")
            section = page[page.index('id="certificate"'):page.index('id="provenance"')]
            self.assertIn(heading, section)
            shown = [text.replace(",", "") for text in re.findall(r"<dd>([\d,]+)</dd>", section)]
            wanted = [self.published["cells"], hidden["primary"], hidden["dependent"], hidden["secondary"]]
            self.assertEqual(shown[:4], [str(number) for number in wanted])

    def test_a_draft_has_none(self):
        folder = programs.temporary()
        self.addCleanup(folder.cleanup)
        plugins = folder.name + "/plugins"
        os.mkdir(plugins)
        installed = os.path.join(programs.BUILD, "lib/quarterdeck/plugins")
        for name in os.listdir(installed):
            if name.endswith(".so") and not name.startswith("genomics"):
                shutil.copy(os.path.join(installed, name), plugins)
        out, file = folder.name + "/out", folder.name + "/intervals.json"
        done = programs.report(self.data, out, "--plugins", plugins, "--certificate", file)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertFalse(os.path.exists(os.path.join(out, "disclosure.json")))
        self.assertFalse(os.path.exists(file))
        self.assertIn("A draft has no certificate", read(out, "appendix-tables.en.html"))
        self.assertIn("Nid oes tystysgrif", read(out, "appendix-tables.cy.html"))

    def test_unprotected_files_say_so_in_their_names_and_in_what_describes_them(self):
        names = []
        for folder, _, files in os.walk(os.path.join(self.open, "tables")):
            names += [name for name in files if name.endswith(".csv")]
            if files:
                self.assertIn("It must not be published or passed on", read(folder, "csv-metadata.json"))
        self.assertTrue(names)
        self.assertEqual([name for name in names if not name.endswith(".not-for-publication.csv")], [])
        page = read(self.open, "appendix-tables.en.html")
        links = re.findall(r'href="(tables/[^"]*)"', page)
        self.assertTrue(links)
        for link in links:
            self.assertTrue(os.path.exists(os.path.join(self.open, link)), link)

    def test_the_finished_files_were_attacked_before_they_were_published(self):
        audit = self.published["audit"]
        self.assertGreater(audit["relations"], 0)
        self.assertEqual(audit["hidden"], audit["proved"] + audit["only_bounded"] + self.published["narrower_than_policy"])
        self.assertEqual(audit["only_bounded"], 0)

    def test_unprotected_figures_have_none(self):
        self.assertFalse(os.path.exists(os.path.join(self.open, "disclosure.json")))
        done = programs.report(self.data, self.open, "--disclosure", "none", "--certificate", self.file)
        self.assertEqual(done.returncode, 2, done.stderr)


if __name__ == "__main__":
    unittest.main()
