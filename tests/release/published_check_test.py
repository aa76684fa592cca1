"""What `quarterdeck check --published` finds in the real published tables, and in tables with one planted fault."""
import csv
import json
import os
import re
import shutil
import unittest

import programs


def check(folder, *options):
    done = programs.quarterdeck("check", "--published", folder, "--json", *options)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["findings"]


def readme_rows():
    with open(os.path.join(programs.ROOT, "README.md"), encoding="utf-8") as file:
        return re.search(r"<!-- published -->\n(.*?)<!-- /published -->", file.read(), re.S)[1].splitlines()


# A fault in a copy of a real table: file, line, column, what is written there, and the rule that must find it there.
FAULTS = [
    ("appendix1_workforce.csv", 4, "male", "174", "columns-dont-add-up", 4, "headcount"),
    ("appendix1_totals.csv", 2, "headcount", "2993", "rows-dont-add-up", 2, "headcount"),
    ("appendix1_totals.csv", 7, "fte", "331.94", "rows-dont-add-up", 7, "fte"),
    ("appendix1_workforce.csv", 50, "over_55", "9", "part-over-whole", 50, "over_55"),
    ("appendix1_workforce.csv", 50, "fte", "8.84", "part-over-whole", 50, "fte"),
    ("appendix1_totals.csv", 2, "male_percent", "31", "ratio-doesnt-follow", 2, "male_percent"),
    ("appendix1_totals.csv", 7, "fte_per_head", "0.91", "ratio-doesnt-follow", 7, "fte_per_head"),
    ("appendix1_skill_mix.csv", 4, "share", "0.5", "shares-dont-make-one", 4, "share"),
    ("appendix1_skill_mix.csv", 4, "share", "0.41", "share-doesnt-follow", 4, "share"),
    ("england_growth.csv", 2, "average_annual_growth_17_22", "5.5%", "growth-doesnt-follow", 2,
     "average_annual_growth_17_22"),
    ("england_growth.csv", 2, "growth_rate_change", "-1.8%", "change-doesnt-follow", 2, "growth_rate_change"),
    ("england_staff_in_post.csv", 12, "wte", "1950", "growth-doesnt-follow", 2, "projected_annual_growth_22_27"),
    ("england_staff_in_post.csv", 8, "wte", "", "gap-in-a-series", 8, "wte"),
    ("england_staff_in_post.csv", 8, "wte", "about 1578", "text-for-a-figure", 8, "wte"),
    ("appendix1_workforce.csv", 22, "over_55", "<53", "marker-with-a-digit", 22, "over_55"),
    ("commissioned_programmes.csv", 26, "value", "139", "rows-dont-add-up", 26, "value"),
    ("commissioned_programmes.csv", 46, "value", "3", "years-beyond-the-course", 46, "value"),
]


class PublishedCheck(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(programs.temporary())
        cls.real = check(programs.PUBLISHED)

    def test_the_readme_lists_what_is_wrong_in_the_real_tables(self):
        rows = ["| Place | What is wrong | Rule |", "|---|---|---|"]
        rows += [f"| {found['file']}, line {found['line']}, {found['column']} | {found['about']}: {found['proof']} "
                 f"| `{found['rule']}` |" for found in self.real]
        self.maxDiff = None
        self.assertEqual(readme_rows(), [row.replace("<", "&lt;") for row in rows])

    def test_the_faults_that_the_tables_description_names_are_found(self):
        """Each of these stands in tests/data/published/README.md, or was worked out by hand from the tables."""
        found = {(one["file"], one["line"], one["rule"]) for one in self.real}
        for expected in [
                ("appendix1_workforce.csv", 8, "part-over-whole"),         # over 55: 21 of 16 people
                ("appendix1_totals.csv", 3, "columns-dont-add-up"),        # 67 + 164 = 231, not 227
                ("appendix1_totals.csv", 3, "ratio-doesnt-follow"),        # 164 of 227 is 72 per cent, not 70
                ("appendix1_workforce.csv", 28, "marker-with-a-digit"),    # <52
                ("appendix1_workforce.csv", 29, "marker-with-a-digit"),    # <51
                ("appendix1_age_profile.csv", 37, "nothing-for-an-area"),  # 14 values for 15 areas
                ("cct_output.csv", 7, "nothing-for-an-area"),              # 4 values for 5 years
                ("appendix1_skill_mix.csv", 2, "shares-dont-make-one"),    # 0.29 + 0.38 + 0.21 + 0.02 = 0.90
                ("england_staff_in_post.csv", 25, "gap-in-a-series"),      # Bioinformatics, March 2018
        ]:
            self.assertIn(expected, found)

    def test_no_growth_rate_of_england_is_blamed(self):
        """All 78 agree with staff in post as far as rounding to whole numbers lets one tell."""
        self.assertEqual([one for one in self.real if one["file"] == "england_growth.csv"], [])

    def test_one_planted_fault_is_found_where_it_is(self):
        for file, line, column, text, rule, at, told in FAULTS:
            with self.subTest(file=file, line=line, text=text):
                copy = os.path.join(self.folder, "copy")
                shutil.copytree(programs.PUBLISHED, copy)
                with open(os.path.join(copy, file), encoding="utf-8", newline="") as source:
                    rows = list(csv.reader(source))
                self.assertNotEqual(rows[line - 1][rows[0].index(column)], text)
                rows[line - 1][rows[0].index(column)] = text
                with open(os.path.join(copy, file), "w", encoding="utf-8", newline="") as target:
                    csv.writer(target, lineterminator="\n").writerows(rows)
                found = check(copy)
                shutil.rmtree(copy)
                new = [one for one in found if one not in self.real]
                where = "england_growth.csv" if rule == "growth-doesnt-follow" else file
                self.assertIn((rule, where, at, told),
                              {(one["rule"], one["file"], one["line"], one["column"]) for one in new})

    def test_tables_that_add_up_are_left_alone(self):
        clean = os.path.join(self.folder, "clean")
        os.makedirs(clean)
        with open(os.path.join(clean, "staff.csv"), "w", encoding="utf-8") as file:
            file.write("grade,headcount,fte,male,female,over_55\nA,30,27.5,10,20,<5\nB,<5,2.1,<5,<5,0\nTotal,33,29.60,"
                       "12,21,<5\n")
        self.assertEqual(check(clean), [])

    def test_only_together_do_these_figures_contradict_each_other(self):
        folder = os.path.join(self.folder, "together")
        os.makedirs(folder)
        with open(os.path.join(folder, "staff.csv"), "w", encoding="utf-8") as file:
            file.write("grade,headcount,male,female\nA,30,10,20\nB,<5,<5,<5\nC,<5,<5,<5\nTotal,38,16,24\n")
        self.assertEqual([one["rule"] for one in check(folder)], ["columns-dont-add-up"])
        with open(os.path.join(folder, "staff.csv"), "w", encoding="utf-8") as file:
            file.write("grade,headcount,male,female\nA,30,10,20\nB,<5,<5,<5\nC,<5,<5,<5\nTotal,38,12,26\n")
        # B and C are 4 each, and 2 men of both means 1 each; then 3 women each: 26 women, which is right.
        self.assertEqual(check(folder), [])
        with open(os.path.join(folder, "staff.csv"), "w", encoding="utf-8") as file:
            file.write("grade,headcount,male,female\nA,30,10,20\nB,<5,<5,<5\nC,<5,<5,3\nTotal,37,12,25\n")
        # The women of B are 2 and the men 1 of each: B is 3 and C 4, 37 in all.
        self.assertEqual(check(folder), [])
        with open(os.path.join(folder, "staff.csv"), "w", encoding="utf-8") as file:
            file.write("grade,headcount,male,female\nA,30,10,20\nB,<5,0,<5\nC,<5,<5,3\nTotal,38,12,26\n")
        # The men of C must be 2, and its women are 3: 5 people, though <5 are printed.
        self.assertEqual({one["rule"] for one in check(folder)}, {"figures-contradict"})

    def test_what_is_no_directory_of_tables_is_refused(self):
        done = programs.quarterdeck("check", "--published", self.folder + "/absent")
        self.assertEqual(done.returncode, 3)
        self.assertIn("Name a directory of published tables", done.stderr)


if __name__ == "__main__":
    unittest.main()
