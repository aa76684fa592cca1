#!/usr/bin/env python3
"""Whole runs of `quarterdeck report` beside one hostile plugin and four good ones.

For each: the good programmes' figures are what they are without it, byte for byte in tables and pages, cell for cell in
workbooks; the run ends with status 1 before its deadline, and names plugin, fault and remedy; a protected release is a
draft on every page, without a certificate; no process, zombie or file is left behind. Runs started by root give up its
rights first, since root could do what the sandbox is there to forbid.

usage: hostile_test.py BUILD_DIR SHELF NAME...
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cases"))
from run_case import blocks  # noqa: E402

GOOD = {"endoscopy": "nursing", "genomics": "workforce", "imaging": "diagnostic_radiology", "pathology": "workforce"}
DEADLINE = 3
LONGEST = 60  # of a run, on a machine that does other things too
NOBODY = 65534
WITHOUT_RIGHTS = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}

TESTS = "Run the plugin's tests and correct it; other programmes aren't affected."
REBUILD = "Rebuild the plugin with this release's SDK and quarterdeck_add_plugin()."
COMPLETE = "Check that the file is a complete plugin for this machine, and build it again."
CORRECT = "Correct the plugin and build it again."
PURE = "Take the call out of the plugin."
LOOP = "Look for an endless loop or a wait in the plugin; other programmes aren't affected."
SCHEMAS = "Build the plugin with this release's SDK, whose schemas say what is expected."

# What is said of each: fault and remedy.
SAID = {
    "when_loaded_faults": ("was ended by signal 11 (segmentation fault)", TESTS),
    "when_loaded_exits": ("exited with status 0 before it answered", TESTS),
    "when_loaded_throws": ("was ended by signal 6 (aborted)", TESTS),
    "when_loaded_loops": ("didn't answer within 3 s", LOOP),
    "descriptions_loops": ("didn't answer within 3 s", LOOP),
    "descriptions_sleeps": ("didn't answer within 3 s", LOOP),
    "descriptions_path_as_id": ('the id of the programme is "../../hostile"; expected', CORRECT),
    "descriptions_id_of_another": ("zz_hostile.so and imaging.so both supply the programme imaging; imaging.so takes "
                                   "part.", "Remove one of the two files."),
    "when_computing_loops": ("didn't answer within 3 s", LOOP),
    "when_computing_sleeps": ("didn't answer within 3 s", LOOP),
    "when_computing_allocates": ("was ended by signal 6 (aborted)", TESTS),
    "when_computing_overflows": ("was ended by signal 11 (segmentation fault)", TESTS),
    "when_computing_garbles": ("sent a reply that isn't a frame of this host's", TESTS),
    "when_computing_breaks_off": ("exited with status 7 in the middle of its reply", TESTS),
    "when_computing_announces_ten_gigabytes": ("announced a reply of 10000000000 bytes", "Return fewer rows."),
    "when_computing_prints": ("printed to its standard output", "Use quarterdeck::log()"),
    "when_computing_reads_records": ("tried to open or change a file", "Embed what the plugin needs"),
    "when_computing_opens_tcp": ("tried to use the network", PURE),
    "when_computing_opens_udp": ("tried to use the network", PURE),
    "when_computing_forks": ("tried to start a process or a thread", PURE),
    "when_computing_starts_a_thread": ("such as the one that starts a thread", "Compute in one thread"),
    "when_computing_runs_a_program": ("tried to run a program", PURE),
    "when_computing_kills_its_parent": ("tried to send a signal to another process", PURE),
    "when_computing_traces_its_sibling": ("tried to look into another process", PURE),
    "when_computing_hides_its_calls": ("made system call", PURE),
    "answers_throws_across": ("was ended by signal 6 (aborted)", TESTS),
    "answers_nests_deeply": ("nests deeper than", CORRECT),
    "answers_is_not_utf8": ("isn't JSON in UTF-8", CORRECT),
    "answers_not_a_number": ("The plugin returned a table that can't be used.", CORRECT),
    "answers_infinite": ("The plugin returned a table that can't be used.", CORRECT),
    "answers_ragged": ("row 0 has 0 figures; expected 1", CORRECT),
    "answers_million_rows": ("The plugin returned a table that can't be used.", CORRECT),
    "no_plugin_function": ("doesn't export quarterdeck_plugin", "End one of its sources with"),
    "undefined_symbol": ("undefined symbol: function_that_nobody_supplies", COMPLETE),
    "wrong_magic": ("its mark is 7, expected 1363428683", REBUILD),
    "newer_major": ("built for plugin interface 2.3; this host speaks 1.2", "Update Quarterdeck"),
    "too_small": ("12 bytes long; expected at least 32", REBUILD),
    "not_json": ("describes itself in a message that can't be used", SCHEMAS),
    "cut_short": ("was ended by signal 7 (bus error)", TESTS),
    "other_architecture": ("it was built for another kind of machine", "Build the plugin on a machine like this one."),
    "text_file": ("zz_hostile.so: file too short", COMPLETE),
    "empty_file": ("zz_hostile.so: file too short", COMPLETE),
    "fifo": ("The file can't be read: Not a regular file", "Check the file's name and permissions."),
}


class Site:
    """A directory with records, templates and plugins, in which reports are made."""

    def __init__(self, build, folder):
        self.build, self.folder = build, folder
        self.install()
        _, given = blocks(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cases",
                                       "headcount-counts-a-person-once.case"))
        for word, path, text in given:
            if word == "file":
                self.write(path, text)
        templates = os.path.join(build, "share/quarterdeck/templates")
        shutil.copytree(templates, self.path("templates"))
        os.makedirs(self.path("templates/sections"))
        shutil.copy(os.path.join(templates, "appendix-tables/page.mustache"), self.path("templates/sections"))
        keys = [f"{programme}/{metric}" for programme, metric in GOOD.items()] + ["hostile/table"]
        self.write("templates/sections/report.yaml", "version: 1.0.0\ntitle: {en: Sections, cy: Adrannau}\nsections:\n" +
                   "".join(f"  - id: {key.split('/')[0]}\n    title: {{en: Part, cy: Rhan}}\n    blocks:\n"
                           f"      - metric: {key}\n" for key in keys))
        os.makedirs(self.path("plugins"))
        for programme in GOOD:
            shutil.copy(os.path.join(build, "lib/quarterdeck/plugins", programme + ".so"), self.path("plugins"))
        os.makedirs(self.path("tmp"))
        if WITHOUT_RIGHTS:
            for name in (".", "tmp"):
                os.chown(self.path(name), NOBODY, NOBODY)

    def install(self):
        """The programs, where somebody without rights finds them wherever the build stands."""
        for name in ("bin/quarterdeck", "lib/quarterdeck/quarterdeck-worker", "lib/quarterdeck/quarterdeck-solver"):
            os.makedirs(os.path.dirname(self.path("installed/" + name)), exist_ok=True)
            shutil.copy(os.path.join(self.build, name), self.path("installed/" + name))

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8", newline="") as file:
            file.write(text)

    def start(self, out, *options):
        return subprocess.Popen(
            [self.path("installed/bin/quarterdeck"), "report", "sections", "--data", "data", "--as-at",
             "2023-03-31", "--out", out, "--plugins", "plugins", "--templates", "templates", "--plugin-deadline",
             str(DEADLINE), *options], cwd=self.folder, env=dict(os.environ, TMPDIR=self.path("tmp")),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            start_new_session=True, **WITHOUT_RIGHTS)

    def report(self, out, *options):
        """Status and output. Whatever is left of the run's session is an error."""
        before = self.names()
        run = self.start(out, *options)
        output = run.communicate(timeout=LONGEST)[0]
        assert left_of_session(run.pid) == [], f"processes are left: {left_of_session(run.pid)}"
        assert self.names() - before <= {out}, f"files are left: {self.names() - before}"
        assert os.listdir(self.path("tmp")) == []
        return run.returncode, output

    def names(self):
        return set(os.listdir(self.folder))

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def good_figures(self, out):
        """The good programmes' tables, sections and sheets, by name."""
        found = {}
        for language in ("en", "cy"):
            page = self.read(f"{out}/sections.{language}.html").decode()
            for programme, metric in GOOD.items():
                table = f"tables/{language}/{programme}/{metric}.not-for-publication.csv"
                found[table] = self.read(f"{out}/{table}")
                section = re.search(rf'<section[^>]*aria-labelledby="{programme}".*?</section>', page, re.S)
                assert section, f"no section of {programme} in the page"
                found[f"{programme}.{language}"] = section[0]
            workbook = openpyxl.load_workbook(self.path(f"{out}/sections.{language}.xlsx"))
            for number, programme in enumerate(GOOD, 1):
                sheet = next(sheet for sheet in workbook.worksheets if sheet.title.startswith(f"{number} "))
                cells = sheet[sheet.tables[f"table_{number}"].ref]
                found[f"{programme} sheet {language}"] = [[cell.value for cell in row] for row in cells]
        return found


def left_of_session(session):
    """The processes of a session, zombies too."""
    left = []
    for number in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{number}/stat", encoding="utf-8", errors="replace") as file:
                fields = file.read().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session:
            left.append(int(number))
    return left


def expect_worker(run, plugin):
    """Waits until the run has a worker for a plugin, which it starts once it has read the file."""
    limit = time.monotonic() + LONGEST
    while time.monotonic() < limit and run.poll() is None:
        for number in left_of_session(run.pid):
            try:
                with open(f"/proc/{number}/cmdline", "rb") as file:
                    if number != run.pid and plugin.encode() in file.read():
                        return
            except OSError:
                continue
        time.sleep(0.01)
    raise AssertionError(f"no worker was started for {plugin}")


def put_hostile(site, shelf, name):
    target = site.path("plugins/zz_hostile.so")
    good = os.path.join(site.build, "lib/quarterdeck/plugins/healthcare_science.so")
    if name == "text_file":
        site.write("plugins/zz_hostile.so", "This is a text, not a plugin.\n")
    elif name == "empty_file":
        site.write("plugins/zz_hostile.so", "")
    elif name == "fifo":
        os.mkfifo(target)
    elif name in ("cut_short", "other_architecture"):
        with open(good, "rb") as file:
            whole = bytearray(file.read())
        whole[18:20] = b"\xb7\x00" if name == "other_architecture" else whole[18:20]  # the ELF header's machine
        with open(target, "wb") as file:
            file.write(whole[:10_000] if name == "cut_short" else whole)
    elif os.path.exists(os.path.join(shelf, name + ".so")):
        shutil.copy(os.path.join(shelf, name + ".so"), target)
    else:
        with open(os.path.join(shelf, "hostile.so"), "rb") as file:
            whole = file.read()
        at = whole.index(b"deed:....") + len("deed:")
        with open(target, "wb") as file:
            file.write(whole[:at] + name.encode() + b"\0" + whole[at + len(name) + 1:])


def check_fault(site, name, without):
    fault, remedy = SAID[name]
    started = time.monotonic()
    status, output = site.report("out", "--disclosure", "none")
    took = time.monotonic() - started
    assert status == 1, f"ended with {status}: {output}"
    assert took < LONGEST, f"took {took:.1f} s"
    said = [line for line in output.splitlines() if fault in line]
    assert said, f"did not say: {fault}\n{output}"
    assert any(remedy in line for line in said), f"did not say: {remedy}\n{output}"
    assert any("zz_hostile.so" in line or "hostile/table" in line for line in said), output
    assert site.good_figures("out") == without, "the other programmes' figures changed"

    status, output = site.report("protected")
    assert status == 1, f"ended with {status}: {output}"
    for language, word in (("en", "Draft"), ("cy", "Drafft")):
        assert word in site.read(f"protected/sections.{language}.html").decode(), "a page doesn't say draft"
    assert json.loads(site.read("protected/release.json"))["state"] == "draft"
    assert not os.path.exists(site.path("protected/disclosure.json")), "a draft has a certificate"


def check_script_in_title(site, _shelf, without):
    status, output = site.report("out", "--disclosure", "none")
    assert status == 0, output
    assert site.good_figures("out") == without
    for language in ("en", "cy"):
        page = site.read(f"out/sections.{language}.html").decode()
        assert "<script" not in page and "alert(1)" in page


def check_replaced_file(site, _shelf, without):
    """What was read first is what runs, whatever stands in the file later."""
    run = site.start("out", "--disclosure", "none")
    expect_worker(run, "zz_hostile.so")
    with open(site.path("plugins/zz_hostile.so"), "r+b") as file:
        file.truncate(0)
        file.write(b"x" * 20_000)
    output = run.communicate(timeout=LONGEST)[0]
    assert run.returncode == 0, output
    assert left_of_session(run.pid) == []
    assert site.good_figures("out") == without
    assert site.read("out/tables/en/hostile/table.not-for-publication.csv") == b"area,headcount\nOne,10\n"


OTHERS = {"descriptions_script_in_title": check_script_in_title, "descriptions_takes_its_time": check_replaced_file}


def main():
    build, shelf, names = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3:]
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        site = Site(build, folder)
        status, output = site.report("without", "--disclosure", "none")
        assert status == 1, output  # the fifth programme isn't there
        without = site.good_figures("without")
        for name in names:
            put_hostile(site, shelf, name)
            try:
                OTHERS[name](site, shelf, without) if name in OTHERS else check_fault(site, name, without)
                print("ok", name)
            except (AssertionError, subprocess.TimeoutExpired) as error:
                print("FAILED", name, error)
                failed.append(name)
            os.unlink(site.path("plugins/zz_hostile.so"))
            for out in ("out", "protected"):
                shutil.rmtree(site.path(out), ignore_errors=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
