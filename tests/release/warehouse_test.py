"""A report that a database counts is the report from the files, to the byte; or it is refused, and nothing is written."""
import csv
import glob
import os
import re
import shutil
import socket
import subprocess
import threading
import unittest

import clickhouse_server
import programs
from postgresql_server import PROGRAMS, WithServer

# Tables of people at one date, and who moved between two.
TEMPLATE = """version: 1.0.0
title: {en: Counted, cy: Wedi'i gyfrif}
sections:
  - id: workforce
    title: {en: Workforce, cy: Gweithlu}
    blocks:
      - metric: pathology/workforce
      - metric: healthcare_science/neurophysiology
      - tag: spread
      - metric: imaging/movement
      - metric: pathology/movement_fte
      - metric: imaging/outlook_vacancies
"""

# What SQL could trip over, or take for something else than a value: an organisation, by which a metric groups, and
# occupation codes, of which the rule of pathology (U?A) lets every middle pass.
NASTY = "O'Brien\t\\ \"$1\" ? %s é; DROP TABLE quarterdeck.staff; --"
CODES = {7: "U'A", 70: "U\\A", 700: "U$A", 71: 'U"A', 72: "U?A", 73: "U%A", 74: "UéA", 75: "U;A"}


def contents(directory):
    found = {}
    for folder, _, names in os.walk(directory):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, directory)] = file.read()
    return found


class SilentServer:
    """Takes connections; then says nothing, or hangs up."""

    def __init__(self, hang_up):
        self.socket = socket.socket()
        self.socket.bind(("127.0.0.1", 0))
        self.socket.listen()
        self.port = self.socket.getsockname()[1]
        self.hang_up = hang_up
        self.taken = []
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            if self.hang_up:
                connection.recv(100)
                connection.close()
            else:
                self.taken.append(connection)

    def close(self):
        self.socket.close()


class WarehouseCase(unittest.TestCase):
    """Records of two dates, and the release that the files give."""

    url = front = ""
    fresh = False  # the warehouse holds the records as they are

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = programs.temporary()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = folder.name
        cls.design = cls.folder + "/templates"
        shutil.copytree(os.path.join(programs.BUILD, "share", "quarterdeck", "templates"), cls.design)
        shutil.copytree(cls.design + "/appendix-tables", cls.design + "/counted")
        with open(cls.design + "/counted/report.yaml", "w", encoding="utf-8") as file:
            file.write(TEMPLATE)
        cls.data = programs.example_data(cls.folder + "/data")
        cls.change(cls.data, NASTY)
        done = cls.report(cls.data, cls.folder + "/expected")
        if done.returncode != 0:
            raise AssertionError(done.stdout + done.stderr)
        cls.expected = (contents(cls.folder + "/expected"), done.stdout.replace("/expected", "/OUT"))

    @staticmethod
    def change(data, organisation, fte="0.5x"):
        """Gives some assignments of each date another organisation, strange codes, and an FTE that isn't one."""
        for path in glob.glob(data + "/assignments/*.csv"):
            with open(path, encoding="utf-8", newline="") as file:
                rows = list(csv.reader(file))
            place = {name: number for number, name in enumerate(rows[0])}
            for number, code in CODES.items():
                rows[number][place["organisation"]] = organisation
                rows[number][place["occupation_code"]] = code
            for number in (11, 1100):
                rows[number][place["contracted_fte"]] = fte
            with open(path, "w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows(rows)

    @classmethod
    def report(cls, data, out, *arguments, as_at=programs.AS_AT, **options):
        return programs.quarterdeck("report", "counted", "--templates", cls.design, "--data", data, "--as-at", as_at,
                                    "--out", out, "--no-charts", "--lang", "en", *arguments, **options)

    def load(self, url, data=None, **options):
        return programs.quarterdeck("load", url, "--data", data or self.data, **options)

    def expect_same(self, url):
        out = f"{self.folder}/{self.id()}"
        done = self.report(url, out)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual((contents(out), done.stdout.replace("/" + self.id(), "/OUT")), self.expected)

    def expect_refused(self, url, *words, arguments=(), **options):
        out = f"{self.folder}/{self.id()}-refused"
        done = self.report(url, out, *arguments, **options)
        self.assertEqual(done.returncode, 3, done.stdout + done.stderr)
        for word in words:
            self.assertIn(word, done.stderr)
        self.assertFalse(os.path.exists(out))
        return done.stderr

    def loaded(self):
        """Loads the records, unless that was done and nothing has happened since."""
        if not self.fresh:
            done = self.load(self.url)
            self.assertEqual(done.returncode, 0, done.stderr)
            type(self).fresh = True

    def disturbed(self):
        type(self).fresh = False


class Checks:
    """What holds of both databases."""

    def test_the_release_is_the_same_to_the_byte_and_so_is_what_is_said_of_it(self):
        self.loaded()
        self.expect_same(self.front)
        vacancies = self.expected[0]["tables/en/imaging/outlook_vacancies.csv"].decode()
        self.assertEqual(len(re.findall(r"^imaging,.*,\d+\.\d\d,\d+\.\d\d,\d+\.\d\d,\d+\.\d$", vacancies.lower(), re.M)),
                         4, vacancies)

    def test_load_ends_in_plain_words_and_is_quiet_where_asked(self):
        self.disturbed()
        whole, quiet = self.load(self.url).stdout, programs.quarterdeck("load", self.url, "--data", self.data, "--quiet")
        self.assertEqual((quiet.returncode, quiet.stderr), (0, ""))
        self.assertTrue(quiet.stdout.startswith("In short\n  Read: "), quiet.stdout)
        self.assertTrue(whole.endswith(quiet.stdout), whole)
        self.assertIn("reports can be made from it", quiet.stdout)

    def test_explain_names_the_files_instead(self):
        done = programs.quarterdeck("explain", "imaging/diagnostic_radiology", "Diagnostic Radiographers", "Band 5-6",
                                    "fte", "--data", self.front, "--as-at", programs.AS_AT)
        self.assertEqual(done.returncode, 2)
        self.assertIn("Name the data directory that was loaded", done.stderr)

    def test_loading_again_takes_the_place_of_what_was_there(self):
        other = self.folder + "/other"
        shutil.copytree(self.data, other)
        self.addCleanup(shutil.rmtree, other)
        self.change(other, "Somewhere else", "1")
        self.disturbed()
        self.assertEqual(self.load(self.url, other).returncode, 0)
        out = self.folder + "/changed"
        self.assertEqual(self.report(self.front, out).returncode, 0)
        self.assertNotEqual(contents(out), self.expected[0])
        self.loaded()
        self.expect_same(self.front)

    def test_records_that_are_refused_leave_the_warehouse_as_it_was(self):
        self.loaded()
        other = self.folder + "/twice"
        shutil.copytree(self.data, other)
        self.addCleanup(shutil.rmtree, other)
        path = glob.glob(other + "/assignments/*.csv")[0]
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines[:2] + lines[1:]))
        done = self.load(self.url, other)
        self.assertEqual(done.returncode, 3)
        self.assertIn("assignment_number", done.stderr)
        self.expect_same(self.front)

    def test_a_changed_row_is_noticed(self):
        self.loaded()
        self.disturbed()
        self.change_a_row()
        self.expect_refused(self.front, "the records of 2023-03-31 aren't those that were loaded")

    def test_a_date_that_was_not_loaded_is_refused_with_those_that_were(self):
        self.loaded()
        self.expect_refused(self.front, "there are no records at 2021-01-01", "2022-03-31, 2023-03-31",
                            as_at="2021-01-01")

    def test_figures_that_look_back_to_a_date_without_records_are_marked_as_from_the_files(self):
        self.loaded()
        found = []
        for data in (self.data, self.front):
            out = self.folder + "/back"
            done = self.report(data, out, as_at="2022-03-31")
            self.assertIn("There are no records at 2021-03-31", done.stdout)
            found.append((contents(out), done.stdout))
            shutil.rmtree(out)
        self.assertEqual(found[0], found[1])

    def test_a_wrong_password_is_refused_and_never_shown(self):
        told = self.expect_refused(self.front, "refuses the connection", "QUARTERDECK_PASSWORD",
                                   env=os.environ | {"QUARTERDECK_PASSWORD": "guesswork"})
        self.assertNotIn("guesswork", told)

    def test_the_password_comes_from_a_file_that_nobody_else_reads(self):
        self.loaded()
        path = self.folder + "/password"
        with open(path, "w", encoding="utf-8") as file:
            file.write("opensesame\n")
        without = {name: value for name, value in os.environ.items() if "PASSWORD" not in name}
        with_file = without | {"QUARTERDECK_PASSWORD_FILE": path}
        os.chmod(path, 0o644)
        self.expect_refused(self.front, "others may read this password", env=with_file)
        os.chmod(path, 0o600)
        done = self.report(self.front, self.folder + "/with-file", env=with_file)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_a_password_in_the_url_is_refused_and_never_shown(self):
        told = self.expect_refused(self.front.replace("@", ":opensesame@"), "has a password in its URL")
        self.assertNotIn("opensesame", told)

    def test_a_server_that_hangs_up_is_told(self):
        server = SilentServer(hang_up=True)
        self.addCleanup(server.close)
        self.expect_refused(f"{self.scheme}://somebody@127.0.0.1:{server.port}/staff", "connection was lost")


class PostgreSqlWarehouse(Checks, WithServer, WarehouseCase):
    scheme = "postgresql"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        super(WithServer, cls).setUpClass()

    def setUp(self):
        super().setUp()
        self.url = self.front = self.register

    def ask(self, statement):
        return subprocess.run([PROGRAMS + "/psql", "-X", "-q", "-t", "-h", "127.0.0.1", "-p", self.port, "-U", "board",
                               "-d", "postgres", "-c", statement], check=True, capture_output=True, text=True).stdout

    def change_a_row(self):
        self.ask("UPDATE quarterdeck.staff SET gender = 'Male' WHERE snapshot_date = 20230331 AND place = "
                 "(SELECT min(place) FROM quarterdeck.staff WHERE snapshot_date = 20230331 AND gender = 'Female')")

    def test_tables_that_were_made_otherwise_are_neither_read_nor_replaced(self):
        self.disturbed()
        self.ask("DROP SCHEMA IF EXISTS quarterdeck CASCADE")
        self.expect_refused(self.front, "no staff records were loaded there", "quarterdeck load")
        self.ask("CREATE SCHEMA quarterdeck; CREATE TABLE quarterdeck.staff (name text); "
                 "INSERT INTO quarterdeck.staff VALUES ('precious')")
        self.expect_refused(self.front, "quarterdeck.load and quarterdeck.staff is missing")
        done = self.load(self.url)
        self.assertEqual(done.returncode, 3)
        self.assertIn("made by something else", done.stderr)
        self.assertIn("precious", self.ask("TABLE quarterdeck.staff"))
        self.ask("DROP SCHEMA quarterdeck CASCADE")
        self.loaded()
        self.disturbed()
        self.ask("ALTER TABLE quarterdeck.staff ADD COLUMN more text")
        self.expect_refused(self.front, "other columns")

    def test_a_statement_that_takes_too_long_is_given_up(self):
        self.loaded()
        holder = subprocess.Popen([PROGRAMS + "/psql", "-X", "-q", "-h", "127.0.0.1", "-p", self.port, "-U", "board",
                                   "-d", "postgres"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.addCleanup(holder.wait)
        self.addCleanup(holder.stdout.close)
        self.addCleanup(holder.stdin.close)
        holder.stdin.write("BEGIN; LOCK TABLE quarterdeck.staff; SELECT 'locked';\n")
        holder.stdin.flush()
        while "locked" not in holder.stdout.readline():
            continue
        self.expect_refused(self.front, "longer than 1 seconds", "--timeout", arguments=("--timeout", "1"))


class ClickHouseWarehouse(Checks, WarehouseCase):
    scheme = "clickhouse"

    @classmethod
    def setUpClass(cls):
        cls.shards = clickhouse_server.Shards(2)
        cls.addClassCleanup(cls.shards.close)
        super().setUpClass()

    def setUp(self):
        self.url = self.shards.url
        self.front = self.shards.front
        os.environ["QUARTERDECK_PASSWORD"] = clickhouse_server.PASSWORD
        self.addCleanup(os.environ.pop, "QUARTERDECK_PASSWORD", None)

    def tables(self, shard):
        return sorted(self.shards.ask("SELECT name FROM system.tables WHERE database = 'staff'", shard).split())

    def change_a_row(self):
        name = [name for name in self.tables(1) if name.startswith("quarterdeck_staff")][0]
        row = self.shards.ask(f"SELECT * FROM staff.{name} WHERE snapshot_date = 20230331 LIMIT 1", 1)
        self.shards.ask(f"INSERT INTO staff.{name} FORMAT TabSeparated {row}", 1)

    def test_both_shards_hold_some_people_and_none_holds_somebody_of_the_other(self):
        self.loaded()
        people = []
        for shard in range(2):
            name = [name for name in self.tables(shard) if name.startswith("quarterdeck_staff")][0]
            people.append(set(self.shards.ask(f"SELECT DISTINCT person FROM staff.{name}", shard).split()))
        self.assertGreater(min(len(some) for some in people), 1000)
        self.assertEqual(people[0] & people[1], set())

    def test_earlier_tables_are_gone_after_loading_again(self):
        self.loaded()
        before = self.tables(0), self.tables(1)
        self.disturbed()
        self.loaded()
        after = self.tables(0), self.tables(1)
        self.assertEqual([len(names) for names in after], [3, 1])
        self.assertNotEqual(before, after)

    def test_one_server_without_a_cluster_answers_the_same(self):
        alone = self.shards.front.replace("/staff", "/alone")
        self.shards.ask("CREATE DATABASE IF NOT EXISTS alone")
        self.expect_refused(alone, "no staff records were loaded there")
        self.assertEqual(self.load(alone).returncode, 0)
        self.expect_same(alone)

    def test_tables_that_were_made_otherwise_are_neither_read_nor_replaced(self):
        self.shards.ask("CREATE DATABASE IF NOT EXISTS foreign")
        self.shards.ask("CREATE TABLE foreign.quarterdeck_load (name String) ENGINE = Memory")
        foreign = self.shards.front.replace("/staff", "/foreign")
        self.expect_refused(foreign, "made by something else")
        done = self.load(foreign)
        self.assertEqual(done.returncode, 3)
        self.assertIn("made by something else", done.stderr)

    def test_servers_that_are_not_the_shards_are_refused(self):
        done = self.load(self.shards.url.replace("wales", "england"))
        self.assertEqual(done.returncode, 3)
        self.assertIn("the cluster england", done.stderr)

    def test_a_shard_that_is_down_is_told_and_nothing_is_written(self):
        self.loaded()
        self.shards.stop(1)
        try:
            self.expect_refused(self.front, "a shard can't be reached")
            done = self.load(self.url)
            self.assertEqual(done.returncode, 3)
            self.assertIn("no connection to the server", done.stderr)
        finally:
            self.shards.servers[1] = self.shards.start(1)
            self.shards.wait_for(1)
        self.expect_same(self.front)

    def test_a_server_that_says_nothing_is_given_up(self):
        server = SilentServer(hang_up=False)
        self.addCleanup(server.close)
        self.expect_refused(f"clickhouse://somebody@127.0.0.1:{server.port}/staff", "longer than 1 seconds",
                            arguments=("--timeout", "1"))


if __name__ == "__main__":
    unittest.main()
