"""The same inputs give the same bytes, wherever and whenever they are worked on."""
import filecmp
import os
import unittest

import programs


def files(folder):
    return sorted(os.path.relpath(os.path.join(path, name), folder)
                  for path, _, names in os.walk(folder) for name in names)


class SameBytes(unittest.TestCase):
    def test_two_runs_give_the_same_bytes(self):
        with programs.temporary() as folder:
            data = programs.example_data(folder + "/data")
            one, other = folder + "/one", folder + "/elsewhere/other"
            self.assertEqual(programs.report(data, one).returncode, 0)
            environment = dict(os.environ, TZ="Asia/Tokyo", LC_ALL="C", HOME="/nonexistent")
            self.assertEqual(programs.report(os.path.relpath(data, "/"), other, cwd="/", env=environment).returncode, 0)
            self.assertEqual(files(one), files(other))
            for name in files(one):
                self.assertTrue(filecmp.cmp(os.path.join(one, name), os.path.join(other, name), shallow=False), name)

    def test_the_same_seed_gives_the_same_records(self):
        with programs.temporary() as folder:
            one = programs.example_data(folder + "/one", "--seed", "7")
            other = programs.example_data(folder + "/other", "--seed", "7")
            third = programs.example_data(folder + "/third", "--seed", "8")
            records = "assignments/2023-03-31.csv"
            self.assertTrue(filecmp.cmp(f"{one}/{records}", f"{other}/{records}", shallow=False))
            self.assertFalse(filecmp.cmp(f"{one}/{records}", f"{third}/{records}", shallow=False))


if __name__ == "__main__":
    unittest.main()
