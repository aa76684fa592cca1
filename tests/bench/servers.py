"""The database servers of the peers that need one: started beforehand, so that only their work is measured."""
import glob
import os

import clickhouse_server

# As fast as it goes where nothing needs to outlive the machine.
POSTGRESQL = ("synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0",
              "shared_buffers=512MB", "maintenance_work_mem=256MB", "temp_buffers=1GB")


class Server:
    """`environment` tells the peer where the server is."""

    def __init__(self, pid, environment, stop):
        self.pid, self.environment, self.stop = pid, environment, stop


def expect_installed(found, peer, package):
    if not found:
        raise SystemExit(f"The peer {peer} needs a server that isn't installed: install Debian's package {package}, or name "
                         "the other peers with --peers.")


def postgresql():
    expect_installed(glob.glob("/usr/lib/postgresql/*/bin"), "postgresql", "postgresql")
    import postgresql_server  # only here: it fails where there is none
    server = postgresql_server.Server(*POSTGRESQL)
    return Server(server.pid, {"QUARTERDECK_PEER_POSTGRESQL": server.conninfo()}, server.stop)


def clickhouse():
    expect_installed(os.path.exists(clickhouse_server.PROGRAM), "clickhouse", "clickhouse-server")
    server = clickhouse_server.Shards(1)
    place = f"http://analyst:{clickhouse_server.PASSWORD}@127.0.0.1:{server.http[0]}/staff"
    return Server(server.servers[0].pid, {"QUARTERDECK_PEER_CLICKHOUSE": place}, server.close)


START = {"postgresql": postgresql, "clickhouse": clickhouse}
