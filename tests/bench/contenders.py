"""The programs that make the same tables, and whether they do."""
import csv
import glob
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BUILD = os.environ.get("QUARTERDECK_BUILD", os.path.join(ROOT, "build", "release"))
PACKAGES = os.environ.get("QUARTERDECK_PEER_PACKAGES", os.path.join(BUILD, "tests", "bench", "peers"))
PEERS = os.path.join(HERE, "peers")
AS_AT = "2023-03-31"
COUNTS = ["headcount", "male", "female", "over_55"]

sys.path.insert(0, os.path.join(ROOT, "tests", "release"))
from programs import TABLES  # noqa: E402  the published tables and our metrics


class Contender:
    def __init__(self, name, title, command, with_report=False, environment=None):
        self.name, self.title, self.with_report = name, title, with_report
        self.command = command  # a function of data directory and output directory
        self.environment = environment or {}
        self.server = None

    def served_by(self, server):
        self.server = server.pid
        self.environment = self.environment | server.environment


def program(name):
    return os.path.join(BUILD, "bin", name)


def quarterdeck(data, out, *more):
    return [program("quarterdeck"), "report", "appendix-tables", "--data", data, "--as-at", AS_AT, "--lang", "en", "--out",
            os.path.join(out, "release"), "--no-charts", *more]


def peer(*program_and_script):
    return lambda data, out: [*program_and_script[:-1], os.path.join(PEERS, program_and_script[-1]), data, AS_AT, out]


def all_contenders():
    node = {"QUARTERDECK_PEER_PACKAGES": PACKAGES}
    return [
        Contender("quarterdeck", "Quarterdeck", quarterdeck, with_report=True),
        Contender("polars", "Polars", peer("node", "polars.mjs"), environment=node),
        Contender("duckdb", "DuckDB", peer("node", "duckdb.mjs"), environment=node),
        Contender("pandas", "pandas + XlsxWriter", peer("/usr/bin/python3", "pandas_peer.py"), with_report=True),
        Contender("r", "R data.table + openxlsx", peer("Rscript", "--vanilla", "data_table.R"), with_report=True),
        Contender("sqlite", "SQLite", peer("/usr/bin/python3", "sqlite.py")),
        Contender("postgresql", "PostgreSQL", peer("/usr/bin/python3", "postgresql.py")),
        Contender("clickhouse", "ClickHouse", peer("/usr/bin/python3", "clickhouse.py"))]


def make_data(folder, rows):
    """Synthetic records, about as many as asked for; the file that holds them."""
    if not os.path.isdir(folder):
        subprocess.run([program("quarterdeck-example-data"), "--published", os.path.join(ROOT, "tests/data/published"),
                        "--people", str(round(rows / 1.0282)), "--out", folder], check=True, stdout=subprocess.DEVNULL)
    return glob.glob(os.path.join(folder, "assignments", "*.csv"))[0]


def our_rows(release):
    """What the release says, by table, staff group and band."""
    rows = {}
    for table, metric in TABLES.items():
        with open(os.path.join(release, "tables", "en", metric + ".not-for-publication.csv"), encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                band = "Registrar" if row["band"].endswith("Registrar") else row["band"]
                rows[table, row["staff_group"], band] = row
    return rows


def their_rows(out):
    with open(os.path.join(out, "appendix.csv"), encoding="utf-8", newline="") as file:
        return {(row["table"], row["staff_group"], row["band"]): row for row in csv.DictReader(file)}


def differences(ours, theirs):
    """Where a peer's figures differ. Rates are rounded from binary fractions there: half a unit either way is allowed."""
    for key, row in ours.items():
        other = theirs.get(key)
        if other is None:
            if any(row[name] != "0" for name in COUNTS):
                yield f"{key} isn't there"
            continue
        for name in COUNTS:
            if float(other[name]) != float(row[name]):
                yield f"{key}, {name}: {other[name]}, not {row[name]}"
        for name, unit in (("fte", 0.01), ("fte_per_head", 0.01), ("male_percent", 1), ("female_percent", 1),
                           ("over_55_percent", 1)):
            if row[name] != "[z]" and abs(float(other[name]) - float(row[name])) > unit * 1.001:
                yield f"{key}, {name}: {other[name]}, not {row[name]}"
    for key in theirs.keys() - ours.keys():
        yield f"{key} is no row of ours"


def expect_equal(data, folder, contenders):
    """Each peer's tables against ours, with nothing hidden."""
    out = os.path.join(folder, "open")
    shutil.rmtree(out, ignore_errors=True)
    subprocess.run(quarterdeck(data, out, "--disclosure", "none"), check=True, stdout=subprocess.DEVNULL)
    ours = our_rows(os.path.join(out, "release"))
    for contender in contenders:
        if contender.name == "quarterdeck":
            continue
        found = list(differences(ours, their_rows(os.path.join(folder, contender.name))))
        if found:
            raise SystemExit(f"{contender.title} disagrees in {len(found)} places, for instance {found[0]}.")
    return len(ours)
