"""clickhouse.py DATA AS-AT OUT: the appendix tables by a ClickHouse server, loaded over HTTP on every core.

The server is at QUARTERDECK_PEER_CLICKHOUSE, a URL with user, password and database; starting it isn't part of the work.
Records have no line breaks within.
"""
import glob
import http.client
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode, urlsplit

from sqlite import HERE, sql

# Blocks as small as this cost fewer new pages of memory; with smaller ones the view takes longer.
SETTINGS = {"max_threads": os.cpu_count(), "max_insert_block_size": 32768, "min_insert_block_size_rows": 0,
            "min_insert_block_size_bytes": 0}
TABLES = ("taking", "records", "day", "areas")


class Server:
    def __init__(self, url):
        self.place = urlsplit(url)

    def ask(self, statement, parts=()):
        """The answer to a statement; `parts` of files, as path, begin and end, are what it inserts."""
        connection = http.client.HTTPConnection(self.place.hostname, self.place.port)
        query = {"database": self.place.path[1:], "user": self.place.username, "password": self.place.password,
                 "query": statement, **SETTINGS}
        connection.putrequest("POST", "/?" + urlencode(query))
        connection.putheader("Content-Length", str(sum(end - begin for _, begin, end in parts)))
        connection.endheaders()
        for part in parts:
            send(connection.sock, *part)
        response = connection.getresponse()
        text = response.read()
        connection.close()
        if response.status != 200:
            raise RuntimeError(text.decode())
        return text


def send(socket, path, begin, end):
    with open(path, "rb") as file:
        while begin < end:
            begin += os.sendfile(socket.fileno(), file.fileno(), begin, end - begin)


def parts_of(path, number):
    """A file's lines after the first, in a number of about equal parts."""
    with open(path, "rb") as file:
        file.readline()
        begin, size = file.tell(), os.path.getsize(path)
        for part in range(number):
            file.seek(begin + (size - begin) * (part + 1) // number - 1)
            file.readline()
            yield path, begin, file.tell()
            begin = file.tell()


def columns_of(path):
    with open(path, encoding="utf-8-sig") as file:
        return ", ".join(name + " String" for name in file.readline().strip().split(","))


def main():
    data, as_at, out = sys.argv[1:]
    server = Server(os.environ["QUARTERDECK_PEER_CLICKHOUSE"])
    paths = sorted(glob.glob(os.path.join(data, "assignments", "*.csv")))
    tables = sql("clickhouse.sql").replace("{COLUMNS}", columns_of(paths[0])).replace("{AS_AT}", as_at)
    for statement in tables.replace("{YEARS_BEFORE_56}", f"{int(as_at[:4]) - 56}{as_at[4:]}").rstrip(";\n").split(";\n"):
        server.ask(statement)
    server.ask("insert into areas format CSV", list(parts_of(os.path.join(HERE, "areas.csv"), 1)))
    with ThreadPoolExecutor(os.cpu_count()) as several:
        parts = [part for path in paths for part in parts_of(path, os.cpu_count())]
        list(several.map(lambda part: server.ask("insert into records format CSV", [part]), parts))
    with open(os.path.join(out, "appendix.csv"), "wb") as file:
        file.write(server.ask(sql("clickhouse_result.sql")))
    for table in TABLES:
        server.ask("drop table " + table)


if __name__ == "__main__":
    main()
