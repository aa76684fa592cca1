"""What people see while long work is under way, and what it comes to at the end."""
import errno
import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import termios
import unittest

import programs

WIPE = "\r\x1b[K"


def on_terminal(*arguments, columns=120, **environment):
    """Exit status, standard output, and what standard error drew, with a terminal there and nowhere else."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen([programs.program("quarterdeck"), *arguments], stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=theirs, text=True,
                               env=os.environ | {"TERM": "xterm"} | environment)
    os.close(theirs)
    drawn = b""
    try:
        while piece := os.read(ours, 65536):
            drawn += piece
    except OSError as error:  # the terminal's other end was closed
        if error.errno != errno.EIO:
            raise
    said = process.stdout.read()
    process.stdout.close()
    os.close(ours)
    return process.wait(), said, drawn.decode()


class Progress(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = programs.temporary()
        cls.large = programs.example_data(cls.folder.name + "/large", "--people", "500000")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_long_work_shows_how_far_it_is_with_rows_a_second_and_time_left(self):
        status, _, drawn = on_terminal("check", self.large)
        self.assertEqual(status, 0, drawn)
        lines = drawn.split(WIPE)
        self.assertEqual((lines[0], lines[-1]), ("", ""), "the line begins and ends with a wiped line")
        reading = [re.fullmatch(r"(?:Reading records|Holding records against each other)  \[([#.]{20})\] +(\d+) %  "
                                r"([\d,]+) rows, ([\d,]+) rows/s  (?:\d+ s|\d+ min \d\d s)(?: left)?", line)
                   for line in lines]
        shares = [int(match[2]) for match in reading if match]
        self.assertGreater(len(shares), 2, lines)
        self.assertLessEqual(max(shares), 100)
        for match in filter(None, reading):
            self.assertEqual(match[1].count("#"), int(match[2]) // 5)
            self.assertLessEqual(int(match[3].replace(",", "")), 520_000)
        self.assertRegex(drawn, r" left")
        self.assertNotIn("\n", drawn)

    def test_a_narrow_terminal_gets_a_line_that_fits(self):
        _, _, drawn = on_terminal("check", self.large, columns=50)
        lines = drawn.split(WIPE)
        self.assertGreater(len(lines), 3)
        self.assertLess(max(map(len, lines)), 50)

    def test_nothing_is_drawn_without_a_terminal_or_when_nobody_asks(self):
        self.assertEqual(on_terminal("check", self.large, TERM="dumb")[2], "")
        self.assertEqual(on_terminal("check", self.large, "--quiet")[2], "")
        self.assertEqual(programs.quarterdeck("check", self.large).stderr, "")

    def test_a_report_names_its_stages(self):
        status, _, drawn = on_terminal("report", "appendix-tables", "--data", self.large, "--as-at", programs.AS_AT,
                                       "--out", self.folder.name + "/out")
        self.assertEqual(status, 0, drawn)
        self.assertTrue(drawn.endswith(WIPE), drawn[-80:])
        stages = set(re.findall(r"\x1b\[K([A-Z][a-z ]+?)  ", drawn))
        self.assertLessEqual(stages, {"Loading plugins", "Reading records", "Counting", "Protecting small numbers",
                                      "Writing reports", "Attacking the finished files"})
        self.assertTrue(stages & {"Protecting small numbers", "Writing reports", "Attacking the finished files"})

    def test_the_terminal_is_clean_before_an_error_is_told(self):
        with open(self.large + "/assignments/2023-03-31.csv", encoding="utf-8") as file:
            header = file.readline()
        with programs.temporary() as folder:
            os.makedirs(folder + "/assignments")
            os.symlink(self.large + "/assignments/2023-03-31.csv", folder + "/assignments/a.csv")
            os.symlink(self.large + "/assignments/2023-03-31.csv", folder + "/assignments/b.csv")
            self.assertIn("assignment_number", header)
            status, _, drawn = on_terminal("report", "appendix-tables", "--data", folder, "--as-at", programs.AS_AT,
                                           "--out", folder + "/out")
        self.assertEqual(status, 3)
        self.assertRegex(drawn.split(WIPE)[-1], r"^assignments/b\.csv, line \d+: organisation and assignment_number")


class Summary(unittest.TestCase):
    """The end of `check` and `report` says what was read, what is good and what is to be done, and by whom."""

    @classmethod
    def setUpClass(cls):
        cls.folder = programs.temporary()
        cls.data = programs.example_data(cls.folder.name + "/data")
        path = cls.data + "/assignments/2023-03-31.csv"
        with open(path, encoding="utf-8", newline="") as file:
            rows = file.read().split("\n")
        cls.column = {name: at for at, name in enumerate(rows[0].strip().split(","))}

        def change(line, name, value):
            cells = rows[line - 1].split(",")
            cells[cls.column[name]] = value
            rows[line - 1] = ",".join(cells)

        counted = [number for number, row in enumerate(rows[1:], 2) if "Active Assignment" in row and "Bank" not in row
                   and "Honorary" not in row and '"' not in row and row.count(",") == len(cls.column) - 1]
        for line in counted[:3]:
            change(line, "gender", "")
        for line in counted[3:5]:
            change(line, "contracted_fte", "1.2O")
        change(counted[5], "contracted_fte", "0.1234567")
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write("\n".join(rows))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def of(self, said):
        """The summary: what stands behind "In short"."""
        self.assertEqual(said.count("In short\n"), 1, said)
        return said.split("In short\n")[1]

    def check_summary(self, summary):
        self.assertRegex(summary, r"  Read: 9 files with 28,382 assignments\.\n")
        self.assertRegex(summary, r"  Good: 27,390 of 28,382 assignments are counted; 992 left out")
        staff = summary.split("Health boards and trusts, in the staff record:\n")[1].split("    Whoever")[0]
        self.assertIn("      3 places: Complete the staff record.\n", staff)
        self.assertIn("      2 places: Correct the contracted FTE in the staff record; until then the row is not "
                      "counted.\n", staff)
        extract = summary.split("Whoever takes the extract:\n")[1]
        self.assertIn("      1 place: Export FTE with five decimals;", extract)
        self.assertNotIn("1.2O", summary)

    def test_check_ends_with_it_and_quiet_leaves_only_it(self):
        loud = programs.quarterdeck("check", self.data)
        quiet = programs.quarterdeck("check", self.data, "--quiet")
        self.check_summary(self.of(loud.stdout))
        self.assertEqual(quiet.stdout, "In short\n" + self.of(loud.stdout))
        self.assertIn("Reports can be made.", quiet.stdout)
        self.assertEqual((loud.returncode, quiet.returncode), (0, 0))

    def test_programs_get_it_too(self):
        to_do = json.loads(programs.quarterdeck("check", self.data, "--json").stdout)["to_do"]
        self.assertIn({"who": "Whoever takes the extract", "severity": "warning", "before_reports": False,
                       "what": "Export FTE with five decimals; until then it is rounded to five, half away from zero.",
                       "places": 1}, to_do)
        self.assertEqual(sorted(task["places"] for task in to_do), [1, 2, 3])

    def test_report_ends_with_it(self):
        made = programs.report(self.data, self.folder.name + "/out", "--lang", "en", "--quiet")
        self.assertEqual(made.returncode, 0, made.stderr)
        self.assertTrue(made.stdout.startswith("In short\n"))
        summary = self.of(made.stdout)
        files = sum(len(names) for _, _, names in os.walk(self.folder.name + "/out"))
        self.assertIn(f"  Made: 1 report as draft with {files} files in {self.folder.name}/out.\n", summary)
        self.assertIn("Small numbers are protected", summary)
        self.assertIn("      1 place: Export FTE with five decimals;", summary)

    def test_records_that_no_report_can_be_made_from(self):
        with programs.temporary() as folder:
            os.makedirs(folder + "/assignments")
            with open(self.data + "/assignments/2023-03-31.csv", encoding="utf-8") as file:
                rows = file.read().splitlines()[:30]
            rows.append(rows[1].split(",")[0])
            with open(folder + "/assignments/2023-03-31.csv", "w", encoding="utf-8") as file:
                file.write("\n".join(rows) + "\n")
            checked = programs.quarterdeck("check", folder)
            self.assertEqual(checked.returncode, 3)
            self.assertIn("Reports can't be made", self.of(checked.stdout))
            self.assertIn("No report can be made before.", self.of(checked.stdout))
            made = programs.report(folder, folder + "/out", "--json")
            self.assertEqual(made.returncode, 3)
            told = json.loads(made.stdout)
            self.assertTrue(told["refused"])
            found = [finding for finding in told["findings"] if finding["consequence"] == "refused"]
            self.assertEqual([(finding["rule"], finding["places"]) for finding in found],
                             [("ragged-row", [{"file": "assignments/2023-03-31.csv", "line": 31, "column": ""}])])
            self.assertTrue(told["to_do"][0]["before_reports"])

    def test_published_tables_get_one_as_well(self):
        checked = programs.quarterdeck("check", "--published", programs.PUBLISHED, "--quiet")
        self.assertTrue(checked.stdout.startswith("In short\n"))
        self.assertIn("    Whoever publishes the tables:\n", checked.stdout)
        self.assertLess(len(checked.stdout.splitlines()), 12)


if __name__ == "__main__":
    unittest.main()
