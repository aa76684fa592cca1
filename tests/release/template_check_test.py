"""A template's mistakes are told with file, line and the nearest right name; the templates' README is true."""
import json
import os
import re
import shlex
import shutil
import subprocess
import unittest

import programs
from readme_test import commands

TEMPLATES = os.path.join(programs.BUILD, "share/quarterdeck/templates")


class TemplateCheck(unittest.TestCase):
    def setUp(self):
        folder = programs.temporary()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.templates = os.path.join(self.folder, "templates")
        shutil.copytree(TEMPLATES, self.templates)
        self.design = os.path.join(self.templates, "appendix-tables")

    def change(self, name, old, new):
        """Changes the file and gives the line where the new text starts."""
        path = os.path.join(self.design, name)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        self.assertIn(old, text)
        text = text.replace(old, new, 1)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return 1 + text[:text.index(new)].count("\n")

    def faults(self):
        done = programs.quarterdeck("template", "check", self.design, "--json")
        faults = json.loads(done.stdout)["faults"]
        self.assertEqual(done.returncode, 3 if faults else 0, done.stderr)
        return faults

    def test_every_template_that_comes_with_the_program_has_nothing_to_mend(self):
        checked = 0
        for name in sorted(os.listdir(TEMPLATES)):
            if os.path.exists(os.path.join(TEMPLATES, name, "report.yaml")):
                done = programs.quarterdeck("template", "check", os.path.join(TEMPLATES, name))
                self.assertEqual((done.returncode, done.stdout), (0, f"{name}: nothing to mend.\n"), done.stderr)
                checked += 1
        self.assertGreaterEqual(checked, 2)

    def test_an_unknown_key(self):
        line = self.change("report.yaml", "subtitle:", "subtitel:")
        (fault,) = self.faults()
        self.assertIn(f"report.yaml, line {line}", fault)
        self.assertIn("subtitel", fault)

    def test_a_programme_that_no_plugin_supplies(self):
        line = self.change("report.yaml", "metric: imaging/diagnostic", "metric: imagin/diagnostic")
        (fault,) = self.faults()
        self.assertIn(f"report.yaml, line {line}", fault)
        self.assertIn("imaging/diagnostic_radiology", fault)

    def test_a_missing_partial_and_a_wrong_width_are_both_told(self):
        line = self.change("page.mustache", "{{>contents}}", "{{>contens}}")
        width = self.change("workbook.yaml", "label_width: 46", "label_width: wide")
        page, workbook = self.faults()
        self.assertIn(f"page.mustache, line {line}", page)
        self.assertIn("contents", page)
        self.assertIn(f"workbook.yaml, line {width}", workbook)

    def test_an_unclosed_tag_and_a_name_that_the_data_does_not_have(self):
        with open(os.path.join(self.design, "page.mustache"), encoding="utf-8") as file:
            opened = 1 + file.read().split("{{#sections}}")[0].count("\n")
        self.change("page.mustache", "{{/sections}}", "")
        (fault,) = self.faults()
        self.assertIn(f"page.mustache, line {opened}", fault)
        self.change("page.mustache", "{{>section}}\n", "{{>section}}\n{{/sections}}\n{{titel}}\n")
        (fault,) = self.faults()
        self.assertIn("titel", fault)
        self.assertIn("title", fault)

    def test_a_folder_that_is_not_there(self):
        done = programs.quarterdeck("template", "check", self.design + "s")
        self.assertEqual(done.returncode, 3)
        self.assertIn("no such folder", done.stderr)

    def test_the_commands_of_the_templates_readme_work(self):
        with open(os.path.join(programs.ROOT, "templates/README.md"), encoding="utf-8") as file:
            (listing,) = re.findall(r"```sh\n(.*?)```", file.read(), re.S)
        lines = listing.splitlines()
        self.assertEqual(lines[2:], list(commands("templates/README.md")))
        place = os.path.join(self.folder, "work")
        os.makedirs(place + "/build/demo")
        os.symlink(programs.BUILD, place + "/build/release")
        programs.example_data(place + "/build/demo/data")
        for line in lines:
            done = subprocess.run(shlex.split(line), cwd=place, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                                  timeout=120)
            self.assertEqual(done.returncode, 0, line + "\n" + done.stderr)
        self.assertTrue(os.path.exists(place + "/imaging-report/imaging-only.en.html"))


if __name__ == "__main__":
    unittest.main()
