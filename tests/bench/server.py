"""A PostgreSQL server for the benchmark alone, gone afterwards."""
import os
import pwd
import shutil
import subprocess
import tempfile
import time


class Server:
    def __init__(self, version="15"):
        self.programs = f"/usr/lib/postgresql/{version}/bin"
        self.folder = tempfile.mkdtemp(prefix="quarterdeck-bench-", dir="/tmp")
        self.url = f"host={self.folder} dbname=postgres user=postgres"
        self.user = "postgres" if os.getuid() == 0 else None
        if self.user:
            shutil.chown(self.folder, self.user)
        self.run("initdb", "--auth=trust", "--username=postgres", "--no-sync", "-D", self.data)
        settings = ("-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal "
                    "-c max_wal_senders=0 -c shared_buffers=512MB -c maintenance_work_mem=256MB -c temp_buffers=1GB "
                    f"-c unix_socket_directories={self.folder}")
        self.run("pg_ctl", "start", "--wait", "-D", self.data, "-o", settings, "-l", os.path.join(self.folder, "log"))
        with open(os.path.join(self.data, "postmaster.pid"), encoding="ascii") as file:
            self.pid = int(file.readline())

    @property
    def data(self):
        return os.path.join(self.folder, "data")

    def run(self, name, *arguments):
        as_user = {"user": self.user, "group": pwd.getpwnam(self.user).pw_gid, "extra_groups": []} if self.user else {}
        subprocess.run([os.path.join(self.programs, name), *arguments], check=True, stdout=subprocess.DEVNULL,
                       cwd=self.folder, **as_user)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.run("pg_ctl", "stop", "--mode=immediate", "-D", self.data)
        for _ in range(20):
            shutil.rmtree(self.folder, ignore_errors=True)
            if not os.path.exists(self.folder):
                return
            time.sleep(0.1)
