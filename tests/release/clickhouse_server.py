"""ClickHouse servers of a test's own, on loopback, as shards of one cluster."""
import http.client
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time

PROGRAM = "/usr/sbin/clickhouse-server"
PASSWORD = "opensesame"

CONFIG = """<yandex>
  <logger><level>warning</level><log>{folder}/log</log><errorlog>{folder}/errors</errorlog></logger>
  <http_port>{http}</http_port><tcp_port>{tcp}</tcp_port><listen_host>127.0.0.1</listen_host>
  <path>{folder}/data/</path><tmp_path>{folder}/tmp/</tmp_path><user_files_path>{folder}/files/</user_files_path>
  <format_schema_path>{folder}/schemas/</format_schema_path>
  <users_config>{folder}/users.xml</users_config><default_profile>default</default_profile>
  <default_database>default</default_database><mark_cache_size>104857600</mark_cache_size>
  <remote_servers><wales>{shards}</wales></remote_servers>
</yandex>"""

SHARD = ("<shard><replica><host>127.0.0.1</host><port>{}</port><user>analyst</user><password>" + PASSWORD +
         "</password></replica></shard>")

USERS = """<yandex>
  <profiles><default><max_memory_usage>2000000000</max_memory_usage></default></profiles>
  <quotas><default/></quotas>
  <users><analyst><password>""" + PASSWORD + """</password><networks><ip>127.0.0.1</ip></networks>
    <profile>default</profile><quota>default</quota></analyst></users>
</yandex>"""


def free_ports(number):
    probes = [socket.socket() for _ in range(number)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


class Shards:
    """Some servers; the first answers for all."""

    def __init__(self, number):
        self.folder = tempfile.mkdtemp(prefix="quarterdeck-clickhouse-")
        self.http = free_ports(number)
        self.tcp = free_ports(number)
        self.servers = [self.start(shard) for shard in range(number)]
        for shard in range(number):
            self.wait_for(shard)
            self.ask("CREATE DATABASE IF NOT EXISTS staff", shard)

    def start(self, shard):
        folder = os.path.join(self.folder, str(shard))
        os.makedirs(folder, exist_ok=True)
        for name, text in (("users.xml", USERS), ("config.xml", CONFIG.format(
                folder=folder, http=self.http[shard], tcp=self.tcp[shard],
                shards="".join(SHARD.format(port) for port in self.tcp)))):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        return subprocess.Popen([PROGRAM, "--config-file=" + os.path.join(folder, "config.xml")],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)

    def wait_for(self, shard):
        for _ in range(600):
            try:
                self.ask("SELECT 1", shard)
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the server doesn't start")

    def ask(self, statement, shard=0):
        """The answer to a statement, asked without the product."""
        connection = http.client.HTTPConnection("127.0.0.1", self.http[shard], timeout=60)
        connection.request("POST", "/", statement.encode(),
                           {"X-ClickHouse-User": "analyst", "X-ClickHouse-Key": PASSWORD})
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        if response.status != 200:
            raise RuntimeError(text)
        return text

    def stop(self, shard):
        self.servers[shard].send_signal(signal.SIGKILL)
        self.servers[shard].wait(60)

    @property
    def url(self):
        """To load with: every shard."""
        places = ",".join(f"127.0.0.1:{port}" for port in self.http)
        return f"clickhouse://analyst@{places}/staff" + ("?cluster=wales" if len(self.http) > 1 else "")

    @property
    def front(self):
        """To report with: the first shard."""
        return f"clickhouse://analyst@127.0.0.1:{self.http[0]}/staff"

    def close(self):
        for shard in range(len(self.servers)):
            self.stop(shard)
        shutil.rmtree(self.folder)
