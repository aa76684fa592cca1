"""The commands that the README shows work as they stand."""
import os
import re
import shlex
import subprocess
import unittest

import programs


def commands(document):
    """The lines of the shell listings, without what only installs or builds."""
    with open(os.path.join(programs.ROOT, document), encoding="utf-8") as file:
        for listing in re.findall(r"```sh\n(.*?)```", file.read(), re.S):
            yield from (line.split("  #")[0].strip() for line in listing.splitlines() if line.startswith("build/"))


class Readme(unittest.TestCase):
    def test_its_commands_work(self):
        lines = list(commands("README.md"))
        self.assertGreaterEqual(len(lines), 3)
        with programs.temporary() as folder:
            os.makedirs(folder + "/build/demo")
            os.symlink(programs.BUILD, folder + "/build/release")
            os.symlink(os.path.join(programs.ROOT, "tests"), folder + "/tests")
            programs.example_data(folder + "/build/demo/data")
            for line in lines:
                done = subprocess.run(shlex.split(line), cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                                      text=True, timeout=120)
                self.assertEqual(done.returncode, 0, line + "\n" + done.stderr)

    def test_the_two_commands_are_those_of_the_script(self):
        with open(os.path.join(programs.ROOT, "README.md"), encoding="utf-8") as file:
            named = set(re.findall(r"^\./run (\w+)", file.read(), re.M))
        with open(os.path.join(programs.ROOT, "run"), encoding="utf-8") as file:
            offered = set(re.findall(r"^  (\w+)\) \w+ ;;$", file.read(), re.M))
        self.assertEqual(named, {"demo", "tests"})
        self.assertLessEqual(named, offered)


if __name__ == "__main__":
    unittest.main()
