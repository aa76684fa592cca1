"""At the size of England: every cell of every table against a count by another program."""
import os
import unittest

import independent_count
import programs

PEOPLE = os.environ.get("QUARTERDECK_TEST_PEOPLE", "1400000")

SHORT_TABLE = {"Cardiac, Vascular, Respiratory and Sleep Physiology": "Cardiac"}
GROUPS = {
    "Healthcare Scientists – Blood": "Blood", "Healthcare Scientists – Cellular": "Cellular",
    "Healthcare Scientists – Infection": "Infection", "Medical": "Medical",
    "Healthcare Scientists – Genomics": "Scientists", "Counsellors- Genomics": "Counsellors",
    "Diagnostic Radiographers": "Radiographers", "Therapeutic Radiographers": "Radiographers",
    "Healthcare Scientists – Medical Physics and Medical Illustration": "Physics",
    "Healthcare Scientists – Biomedical Engineering": "Engineering", "Nursing - Endoscopy": "Nursing",
    "Healthcare Scientists – Cardiac, Vascular, Respiratory and Sleep Physiology": "Scientists",
    "Medical - Cardiology": "Cardiology", "Medical - Respiratory": "Respiratory",
    "Healthcare Scientists - Neurophysiology": "Scientists", "Healthcare Scientists - Audiology": "Scientists",
}
BANDS = {"Specialty Registrar": "Registrar", "Speciality Registrar": "Registrar"}
SCIENCE = {
    "pathology": [("Pathology", "Blood"), ("Pathology", "Phlebotomists"), ("Pathology", "Cellular"),
                  ("Pathology", "Infection"), ("Pathology", "Cytoscreeners")],
    "genomics": [("Genomics", "Scientists"), ("Genomics", "Counsellors")],
    "imaging": [("Diagnostic Radiology", "Radiographers")],
    "healthcare_science": [("Radiotherapy", "Radiographers"), ("Physical Sciences", "Physics"),
                           ("Physical Sciences", "Engineering"), ("Cardiac", "Scientists"),
                           ("Neurophysiology", "Scientists"), ("Audiology and ENT", "Scientists")],
    "endoscopy": [("Endoscopy", "Nursing")],
}
MEDICAL = {
    "pathology": [("Pathology", "Medical")], "genomics": [("Genomics", "Medical")],
    "imaging": [("Diagnostic Radiology", "Medical")],
    "healthcare_science": [("Radiotherapy", "Medical"), ("Cardiac", "Cardiology"), ("Cardiac", "Respiratory"),
                           ("Neurophysiology", "Medical")],
}


def line_of(table, row):
    group, band = GROUPS[row["staff_group"]], BANDS.get(row["band"], row["band"])
    if band in ("Phlebotomists", "Cytoscreeners"):
        group, band = band, None
    return SHORT_TABLE.get(table, table), group, band


class IndependentCount(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = programs.temporary()
        data = programs.example_data(cls.folder.name + "/data", "--people", PEOPLE)
        cls.out = cls.folder.name + "/out"
        done = programs.report(data, cls.out, "--lang", "en", "--disclosure", "none")
        assert done.returncode == 0, done.stderr
        cls.count = independent_count.Count(data, programs.AS_AT)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_some_people_count_in_two_rows_but_once_in_the_total(self):
        posts = sum(len(cell.people) for cell in self.count.rows.values())
        people = sum(len(cell.people) for cell in self.count.totals.values())
        self.assertGreater(posts, people, "somebody must count in two rows but once in the total")

    def test_every_cell_of_the_nine_tables_agrees(self):
        cells = 0
        for name, metric in programs.TABLES.items():
            for row in programs.table(self.out, metric):
                if row["staff_group"] == "Total":
                    expected = self.count.figures(self.count.totals[SHORT_TABLE.get(name, name)])
                else:
                    expected = self.count.figures(self.count.rows[line_of(name, row)])
                found = {column: row[column] for column in expected}
                self.assertEqual(found, expected, f"{name}, {row['staff_group']}, {row['band']}")
                cells += len(expected)
        self.assertEqual(cells, (80 + 9) * 9)

    def check_areas(self, areas, metric, expected_of):
        for programme, listed in areas.items():
            rows = programs.table(self.out, f"{programme}/{metric}")
            self.assertEqual(len(rows), len(listed), programme)
            for row, area in zip(rows, listed):
                expected = expected_of(area)
                self.assertEqual({column: row[column] for column in expected}, expected, row["area"])

    def test_every_cell_of_the_age_profiles_agrees(self):
        self.check_areas(SCIENCE, "age_profile_science", self.count.ages)
        self.check_areas(MEDICAL, "age_profile_medical", self.count.ages)

    def test_every_cell_of_the_skill_mix_agrees(self):
        self.check_areas(SCIENCE, "skill_mix", self.count.bands)


if __name__ == "__main__":
    unittest.main()
