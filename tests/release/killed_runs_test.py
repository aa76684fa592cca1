"""A run that is killed leaves a whole release, old or new, and no process."""
import ctypes
import hashlib
import json
import os
import signal
import subprocess
import time
import unittest

import programs

ATTEMPTS = 30


PR_SET_CHILD_SUBREAPER = 36  # from <sys/prctl.h>


def descends_from_here(process):
    """Whether a process, by its number, was started by this one, or by one that this one started."""
    while process not in ("0", "1"):
        if process == str(os.getpid()):
            return True
        with open(f"/proc/{process}/status", encoding="utf-8") as file:
            process = next(line.split()[1] for line in file if line.startswith("PPid:"))
    return False


def workers():
    """The running plugin workers of this test's runs; other tests may have theirs."""
    found = set()
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            program = os.readlink(f"/proc/{process}/exe")
            if program.endswith("quarterdeck-worker") and descends_from_here(process):
                found.add(process)
        except OSError:
            continue
    return found


class KilledRuns(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # What outlives its parent becomes this process's child, and is found.
        if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl")

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
                if not workers():
                    break
                time.sleep(0.1)
            self.assertEqual(workers(), set(), "no worker outlives its host")


if __name__ == "__main__":
    unittest.main()
