"""A run that is killed leaves a whole release, old or new, and no process."""
import hashlib
import json
import os
import signal
import subprocess
import time
import unittest

import programs

ATTEMPTS = 30


def workers():
    """The running plugin workers of this build."""
    found = set()
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            program = os.readlink(f"/proc/{process}/exe")
        except OSError:
            continue
        if program.endswith("quarterdeck-worker") and program.startswith(programs.BUILD):
            found.add(process)
    return found


class KilledRuns(unittest.TestCase):
    def expect_whole(self, out):
        with open(os.path.join(out, "release.json"), encoding="utf-8") as file:
            listed = {file["path"]: file["sha256"] for file in json.load(file)["files"]}
        found = {}
        for folder, _, names in os.walk(out):
            for name in names:
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    found[os.path.relpath(path, out)] = hashlib.sha256(file.read()).hexdigest()
        del found["release.json"]
        self.assertEqual(found, listed)

    def test_killing_at_any_moment_leaves_no_half_report(self):
        with programs.temporary() as folder:
            data, place = programs.example_data(folder + "/data"), folder + "/reports"
            os.mkdir(place)
            out = place + "/out"
            before = workers()
            begin = time.monotonic()
            self.assertEqual(programs.report(data, out).returncode, 0)
            usual = time.monotonic() - begin
            command = [programs.program("quarterdeck"), "report", "appendix-tables", "--data", data, "--as-at",
                       programs.AS_AT, "--out", out, "--disclosure", "none"]
            for attempt in range(ATTEMPTS):
                run = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
                time.sleep(usual * 1.1 * attempt / ATTEMPTS)
                run.send_signal(signal.SIGKILL)
                run.wait()
                self.expect_whole(out)
            self.assertEqual(programs.report(data, out).returncode, 0)
            self.expect_whole(out)
            self.assertEqual(os.listdir(place), ["out"], "a later run clears away what a killed one left")
            for _ in range(50):
                if workers() <= before:
                    break
                time.sleep(0.1)
            self.assertEqual(workers() - before, set(), "no worker outlives its host")


if __name__ == "__main__":
    unittest.main()
