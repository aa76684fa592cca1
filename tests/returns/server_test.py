"""The same quarter on a PostgreSQL server, by command line only."""
import glob
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import unittest

import cycle_test
from returns import QUARTER, ReturnsCase

PROGRAMS = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]


def become_postgres():
    if os.geteuid() == 0:
        account = pwd.getpwnam("postgres")
        os.setgid(account.pw_gid)
        os.setuid(account.pw_uid)


class OnAServer(ReturnsCase):
    @classmethod
    def setUpClass(cls):
        cls.data = tempfile.mkdtemp(prefix="quarterdeck-server-")
        if os.geteuid() == 0:
            shutil.chown(cls.data, "postgres", "postgres")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            cls.port = str(probe.getsockname()[1])
        with open(os.path.join(cls.data, "password"), "w", encoding="utf-8") as file:
            file.write("opensesame\n")
        options = {"preexec_fn": become_postgres, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL,
                   "cwd": "/"}
        subprocess.run([PROGRAMS + "/initdb", "-D", cls.data + "/data", "-A", "scram-sha-256", "-U", "board",
                        "--pwfile", cls.data + "/password", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"], check=True,
                       **options)
        cls.server = subprocess.Popen([PROGRAMS + "/postgres", "-D", cls.data + "/data", "-p", cls.port, "-k",
                                       cls.data, "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"], **options)
        for _ in range(300):
            ready = subprocess.run([PROGRAMS + "/pg_isready", "-q", "-h", "127.0.0.1", "-p", cls.port], check=False)
            if ready.returncode == 0:
                return
            time.sleep(0.1)
        raise RuntimeError("the server doesn't start")

    @classmethod
    def tearDownClass(cls):
        cls.server.send_signal(signal.SIGINT)
        cls.server.wait(60)
        shutil.rmtree(cls.data)

    def setUp(self):
        super().setUp()
        self.register = f"postgresql://board@127.0.0.1:{self.port}/postgres"
        os.environ["PGPASSWORD"] = "opensesame"
        self.addCleanup(os.environ.pop, "PGPASSWORD", None)

    def test_a_quarter_runs_as_in_a_file(self):
        with open(self.path("calendar.yaml"), "w", encoding="utf-8") as file:
            file.write(cycle_test.CALENDAR)
        self.done("calendar", "calendar.yaml")
        filled = self.ready()
        filled.fill("Actions", "IMG-A1", status="In progress", rating="Amber", percent=40)
        self.done("import", filled.save(), "--on", "2023-04-12")
        self.done("approve", "--programme", "imaging", "--quarter", QUARTER, "--on", "2023-04-20", "--by",
                  "Clinical lead for imaging")
        told = self.done("status", "--quarter", QUARTER, "--on", "2023-04-20")
        self.assertIn("imaging: returned on 2023-04-12 by Programme manager, 1 action from return.xlsx (return 3), "
                      "approved on 2023-04-20 by Clinical lead for imaging.", told)

    def test_a_wrong_or_missing_password_is_told_and_never_shown(self):
        for password in ("open-barley", None):
            os.environ.pop("PGPASSWORD", None)
            if password:
                os.environ["PGPASSWORD"] = password
            run = self.returns("status", "--quarter", QUARTER)
            self.assertEqual(run.returncode, 3)
            self.assertIn("Set PGPASSWORD, or write the password into ~/.pgpass.", run.stderr)
            self.assertNotIn("barley", run.stderr)
        os.environ["PGPASSWORD"] = "opensesame"

    def test_a_password_in_the_url_is_refused(self):
        self.register = self.register.replace("board@", "board:opensesame@")
        run = self.returns("status", "--quarter", QUARTER)
        self.assertEqual(run.returncode, 3)
        self.assertNotIn("opensesame", run.stderr)


if __name__ == "__main__":
    unittest.main()
