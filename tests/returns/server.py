"""A PostgreSQL server of a test's own, on loopback."""
import glob
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time

PROGRAMS = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]


def become_postgres():
    if os.geteuid() == 0:
        account = pwd.getpwnam("postgres")
        os.setgid(account.pw_gid)
        os.setuid(account.pw_uid)


class WithServer:
    """For a test case: its register lies on the server. Beside `ReturnsCase`, and before it."""

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
