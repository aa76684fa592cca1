"""A run takes no more memory than it says beforehand, and is refused where that is too much."""
import os
import re
import subprocess
import unittest

import programs


def run(data, out, *arguments):
    """Exit status, what it said, and the megabytes that the program took at most."""
    process = subprocess.Popen(
        [programs.program("quarterdeck"), "report", "appendix-tables", "--data", data, "--as-at", programs.AS_AT, "--out",
         out, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    return process.returncode, said, usage.ru_maxrss / 1024


class Memory(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = programs.temporary()
        cls.data = {people: programs.example_data(f"{cls.folder.name}/{people}", "--people", str(people))
                    for people in (20_000, 600_000)}

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def estimate(self, people):
        """The megabytes that a run says it takes."""
        status, said, _ = run(self.data[people], self.folder.name + "/refused", "--memory", "1MB")
        self.assertEqual(status, 3)
        self.assertFalse(os.path.exists(self.folder.name + "/refused"))
        return int(re.search(r"takes up to (\d+) MB of memory, but --memory allows 1 MB\.", said).group(1))

    def test_the_estimate_holds_and_is_not_far_off(self):
        for people in self.data:
            estimate = self.estimate(people)
            status, said, peak = run(self.data[people], f"{self.folder.name}/out{people}", "--memory", f"{estimate}MB")
            self.assertEqual(status, 0, said)
            self.assertLessEqual(peak, estimate, people)
            self.assertGreaterEqual(peak, estimate / 2, people)

    def test_a_row_takes_no_more_than_a_gigabyte_leaves_for_ten_million(self):
        peaks = [run(self.data[people], f"{self.folder.name}/{people}-peak")[2] for people in (20_000, 600_000)]
        self.assertLess((peaks[1] - peaks[0]) * 2**20 / 596_000, 90)


if __name__ == "__main__":
    unittest.main()
