"""What `quarterdeck audit` finds in published tables and in our own."""
import json
import os
import re
import unittest

import programs

APPENDIX = [os.path.join(programs.PUBLISHED, name) for name in ("appendix1_workforce.csv", "appendix1_totals.csv")]


def audit(*files):
    done = programs.quarterdeck("audit", *files, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def counts(found):
    """For each table: suppressed counts, those found by sums alone, those found by all."""
    return {table["table"]: (table["counts"]["sums"]["suppressed"], table["counts"]["sums"]["exact"],
                             table["counts"]["wider"]["exact"]) for table in found["tables"]}


def readme_rows():
    with open(os.path.join(programs.ROOT, "README.md"), encoding="utf-8") as file:
        listing = re.search(r"<!-- disclosure -->\n(.*?)<!-- /disclosure -->", file.read(), re.S)[1]
    return listing.splitlines()


def expected_rows(published, ours):
    rows = ["| Table | Published: suppressed | found by sums | by all | Ours: suppressed | found by sums | by all |",
            "|---|--:|--:|--:|--:|--:|--:|"]
    lines = [(name, published[name] + ours[metric]) for name, metric in programs.TABLES.items()]
    lines.append(("All nine", tuple(map(sum, zip(*(numbers for _, numbers in lines))))))
    return rows + ["| " + " | ".join([name, *map(str, numbers)]) + " |" for name, numbers in lines]


class Audit(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(programs.temporary())
        cls.out = cls.folder + "/out"
        programs.example_data(cls.folder + "/data")
        done = programs.report(cls.folder + "/data", cls.out)
        assert done.returncode == 0, done.stderr

    def test_the_readme_shows_what_is_found(self):
        self.maxDiff = None
        self.assertEqual(readme_rows(), expected_rows(counts(audit(*APPENDIX)), counts(audit(self.out))))

    def test_nothing_can_be_found_exactly_in_our_tables(self):
        found = audit(self.out)
        for kind in ("counts", "fte"):
            for knowledge in ("sums", "wider"):
                self.assertEqual(found["all"][kind][knowledge]["exact"], 0)
        self.assertTrue(all(cell["proved"] for cell in found["cells"]))

    def test_a_figure_that_should_have_been_hidden_gives_its_neighbour_away(self):
        planted = self.folder + "/nursing.csv"
        with open(os.path.join(self.out, "tables/en/endoscopy/nursing.csv"), encoding="utf-8") as file:
            lines = file.read().splitlines()
        row = next(i for i, line in enumerate(lines) if line.startswith("Nursing - Endoscopy,Band 5-6,"))
        self.assertIn("[c],[c]", lines[row])
        headcount = int(lines[row].split(",")[2])
        lines[row] = lines[row].replace("[c],[c]", f"9,{headcount - 9}", 1)
        with open(planted, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        made = audit(os.path.join(self.out, "tables/en/endoscopy/nursing.csv"))
        self.assertEqual(made["all"]["counts"]["sums"]["exact"], 0)
        self.assertGreater(audit(planted)["all"]["counts"]["sums"]["exact"], 0)

    def test_a_single_value_that_is_found_is_told_only_when_asked_for(self):
        planted = self.folder + "/planted.csv"
        with open(planted, "w", encoding="utf-8") as file:
            file.write("grade,headcount,male,female\nA,7321,<5,7318\n")
        shown = programs.quarterdeck("audit", planted)
        self.assertIn("A, male: exact: headcount 7321 less female 7318.", shown.stdout)
        self.assertIn("exact, 3: ", programs.quarterdeck("audit", planted, "--show-values").stdout)

    def test_what_is_no_table_is_refused(self):
        broken = self.folder + "/broken.csv"
        with open(broken, "w", encoding="utf-8") as file:
            file.write("grade,headcount\nA,1,2\n")
        for file, words in ((broken, "line 2"), (self.folder + "/absent.csv", "can't be read")):
            done = programs.quarterdeck("audit", file)
            self.assertEqual(done.returncode, 3)
            self.assertIn(words, done.stderr)


if __name__ == "__main__":
    unittest.main()
