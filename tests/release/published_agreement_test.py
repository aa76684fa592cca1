"""The example's tables against the tables that were published: cell by cell, but for listed contradictions."""
import unittest
from decimal import Decimal

import programs

# Published cells that contradict other cells of their own row, each with the arithmetic.
CONTRADICTIONS = {
    ("Pathology", "Healthcare Scientists – Cellular", "Band 8c/8d/9", "over_55"):
        "21 people over 55 are more than the headcount, 16 (6 male + 10 female = 16)",
}


def broken_relations(row):
    """Relations that the published figures of one row break, each as the set of cells it names."""
    figure = {measure: Decimal(row[measure]) for measure in programs.MEASURES}
    if figure["male"] + figure["female"] != figure["headcount"]:
        yield {"male", "female", "headcount"}
    if figure["over_55"] > figure["headcount"]:
        yield {"over_55", "headcount"}
    if figure["fte"] > figure["headcount"]:
        yield {"fte", "headcount"}


def fewest_cells(relations):
    """How many cells must change at least: every relation needs one, and disjoint relations need one each."""
    disjoint = []
    for relation in relations:
        if all(relation.isdisjoint(other) for other in disjoint):
            disjoint.append(relation)
    return len(disjoint)


class PublishedAgreement(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = programs.temporary()
        data = programs.example_data(cls.folder.name + "/data")
        cls.out = cls.folder.name + "/out"
        done = programs.report(data, cls.out, "--lang", "en", "--disclosure", "none")
        assert done.returncode == 0, done.stderr

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def pairs(self):
        """Each published row beside ours."""
        for name, metric in programs.TABLES.items():
            ours = [row for row in programs.table(self.out, metric) if row["staff_group"] != "Total"]
            published = programs.published_rows(name)
            self.assertEqual([(row["staff_group"], row["band"]) for row in ours],
                             [(row["staff_group"], row["band"]) for row in published], name)
            yield from ((name, theirs, mine) for theirs, mine in zip(published, ours))

    def test_every_open_cell_agrees_but_for_the_listed_ones(self):
        cells = 0
        for name, published, ours in self.pairs():
            if not programs.is_open(published):
                continue
            for measure in programs.MEASURES:
                cell = (name, published["staff_group"], published["band"], measure)
                agrees = Decimal(published[measure]) == Decimal(ours[measure])
                self.assertEqual(agrees, cell not in CONTRADICTIONS, f"{cell}: {published[measure]}, {ours[measure]}")
                cells += 1
        self.assertEqual(cells, 46 * 5)

    def test_the_list_of_contradictions_can_not_be_shorter(self):
        needed = sum(fewest_cells(list(broken_relations(row))) for name in programs.TABLES
                     for row in programs.published_rows(name) if programs.is_open(row))
        self.assertEqual(len(CONTRADICTIONS), needed)

    def test_the_listed_cells_stand_in_a_broken_relation(self):
        for name, group, band, measure in CONTRADICTIONS:
            row = next(row for row in programs.published_rows(name)
                       if (row["staff_group"], row["band"]) == (group, band))
            self.assertIn(measure, set().union(*broken_relations(row)))

    def test_the_columns_stand_in_the_published_order(self):
        for metric in programs.TABLES.values():
            header = list(programs.table(self.out, metric)[0])
            first = header.index("headcount")
            self.assertEqual(header[first:first + 5], programs.MEASURES)

    def test_each_table_ends_with_a_total_that_its_rows_bear_out(self):
        for name, metric in programs.TABLES.items():
            *rows, total = programs.table(self.out, metric)
            self.assertEqual(total["staff_group"], "Total", name)
            self.assertEqual(Decimal(total["fte"]), sum(Decimal(row["fte"]) for row in rows), name)
            heads = [int(row["headcount"]) for row in rows]
            self.assertTrue(max(heads) <= int(total["headcount"]) <= sum(heads), name)


if __name__ == "__main__":
    unittest.main()
