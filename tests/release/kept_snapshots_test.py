"""Reports from kept snapshots are the same reports."""
import os
import unittest

import programs


def contents(directory):
    found = {}
    for folder, _, names in os.walk(directory):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, directory)] = file.read()
    return found


class KeptSnapshots(unittest.TestCase):
    def setUp(self):
        self.folder = programs.temporary()
        self.addCleanup(self.folder.cleanup)
        self.data = programs.example_data(self.folder.name + "/data")
        self.kept = self.folder.name + "/kept"

    def release(self, name, *arguments):
        out = f"{self.folder.name}/{name}"
        done = programs.report(self.data, out, *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return contents(out), done.stdout.replace(out, "OUT")

    def test_files_and_findings_are_the_same_with_and_without(self):
        plain = self.release("plain")
        first = self.release("first", "--keep-snapshots", self.kept)
        self.assertEqual(len(os.listdir(self.kept)), 1)
        second = self.release("second", "--keep-snapshots", self.kept)
        self.assertEqual(first, plain)
        self.assertEqual(second, plain)

    def test_a_damaged_snapshot_is_made_again(self):
        plain = self.release("plain", "--keep-snapshots", self.kept)
        kept = os.path.join(self.kept, os.listdir(self.kept)[0])
        with open(kept, "rb") as file:
            good = file.read()
        os.truncate(kept, len(good) // 2)
        self.assertEqual(self.release("again", "--keep-snapshots", self.kept), plain)
        with open(kept, "rb") as file:
            self.assertEqual(file.read(), good)

    def test_a_folder_that_is_none_is_refused_and_nothing_is_written(self):
        with open(self.kept, "w", encoding="utf-8"):
            pass
        done = programs.report(self.data, self.folder.name + "/out", "--keep-snapshots", self.kept)
        self.assertEqual(done.returncode, 3)
        self.assertIn("--keep-snapshots", done.stderr)
        self.assertFalse(os.path.exists(self.folder.name + "/out"))


if __name__ == "__main__":
    unittest.main()
