"""A PostgreSQL server of a test's or benchmark's own, on loopback, gone afterwards."""
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
USER = "board"
PASSWORD = "opensesame"


class Server:
    """`settings` are the server's own, as "shared_buffers=512MB". Nothing is kept safe from a failing machine."""

    def __init__(self, *settings):
        self.folder = tempfile.mkdtemp(prefix="quarterdeck-postgresql-", dir="/tmp")
        account = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        self.options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}
        if account:
            shutil.chown(self.folder, account.pw_uid, account.pw_gid)
            self.options.update(user=account.pw_uid, group=account.pw_gid, extra_groups=[])
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = str(probe.getsockname()[1])
        password = self.folder + "/password"
        with open(password, "w", encoding="utf-8") as file:
            file.write(PASSWORD + "\n")
        data = self.folder + "/data"
        subprocess.run([PROGRAMS + "/initdb", "-D", data, "-A", "scram-sha-256", "-U", USER, "--pwfile", password,
                        "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"], check=True, **self.options)
        given = [word for setting in ("listen_addresses=127.0.0.1", "fsync=off", *settings) for word in ("-c", setting)]
        self.process = subprocess.Popen([PROGRAMS + "/postgres", "-D", data, "-p", self.port, "-k", self.folder, *given],
                                        **self.options)
        self.pid = self.process.pid
        try:
            self.wait()
        except RuntimeError:
            self.stop()
            raise

    def conninfo(self):
        return f"host={self.folder} port={self.port} dbname=postgres user={USER} password={PASSWORD}"

    def wait(self):
        for _ in range(300):
            ready = subprocess.run([PROGRAMS + "/pg_isready", "-q", "-h", "127.0.0.1", "-p", self.port], check=False)
            if ready.returncode == 0:
                return
            time.sleep(0.1)
        raise RuntimeError("the server doesn't start")

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(60)
        shutil.rmtree(self.folder)


class WithServer:
    """For a test case: its register lies on the server. Before the class that runs the program."""

    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.port = cls.server.port

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def setUp(self):
        super().setUp()
        self.register = f"postgresql://{USER}@127.0.0.1:{self.port}/postgres"
        os.environ["PGPASSWORD"] = PASSWORD
        self.addCleanup(os.environ.pop, "PGPASSWORD", None)
