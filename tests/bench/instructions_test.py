"""What reading and counting a record costs, in instructions: the same on every machine, whatever else runs there."""
import os
import re
import subprocess
import sys
import unittest

import contenders

sys.path.insert(0, os.path.join(contenders.ROOT, "tests", "release"))
import programs  # noqa: E402

# With room for another compiler. Valgrind has no AVX-512, so the scan runs as on a processor with AVX2. All metrics of
# all programmes are asked at once; those of the outlook, by age and band, take three quarters of it.
MOST_A_ROW = int(os.environ.get("QUARTERDECK_MOST_INSTRUCTIONS", "12000"))


def counted(data):
    """Rows read, and the instructions that took."""
    done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                           contenders.program("quarterdeck-scan"), data], check=True, capture_output=True, text=True)
    return int(done.stdout.split()[0]), int(re.search(r"Collected : (\d+)", done.stderr).group(1))


class Instructions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = programs.temporary()
        cls.costs = [counted(programs.example_data(f"{cls.folder.name}/{people}", "--people", str(people)))
                     for people in (20_000, 40_000, 80_000)]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def slopes(self):
        """Instructions for each further row, from one size to the next."""
        return [(after - before) / (more - rows) for (rows, before), (more, after) in zip(self.costs, self.costs[1:])]

    def test_a_row_costs_no_more_than_it_may(self):
        print(f"{self.slopes()[-1]:.0f} instructions a row", file=sys.stderr)
        self.assertLess(max(self.slopes()), MOST_A_ROW)

    def test_the_cost_grows_with_the_rows_and_no_faster(self):
        first, second = self.slopes()
        self.assertLess(second, 1.15 * first)


if __name__ == "__main__":
    unittest.main()
