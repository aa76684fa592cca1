"""The workbooks of a release follow the guidance on releasing statistics in spreadsheets."""
import json
import os
import unittest

import programs


class WorkbookGuidance(unittest.TestCase):
    def test_every_workbook_of_a_release_has_nothing_to_mend(self):
        templates = os.path.join(programs.BUILD, "share/quarterdeck/templates")
        names = [name for name in sorted(os.listdir(templates))
                 if os.path.exists(os.path.join(templates, name, "report.yaml"))]
        with programs.temporary() as folder:
            data, out = programs.example_data(folder + "/data"), folder + "/out"
            made = programs.quarterdeck("report", *names, "--data", data, "--as-at", programs.AS_AT, "--out", out)
            self.assertEqual(made.returncode, 0, made.stderr)
            workbooks = [name for name in os.listdir(out) if name.endswith(".xlsx")]
            self.assertEqual(len(workbooks), 2 * len(names))
            for workbook in workbooks:
                done = programs.quarterdeck("check-workbook", os.path.join(out, workbook), "--json")
                self.assertEqual(json.loads(done.stdout)["departures"], [], workbook)
                self.assertEqual(done.returncode, 0)


if __name__ == "__main__":
    unittest.main()
