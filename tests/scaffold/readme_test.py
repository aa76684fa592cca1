#!/usr/bin/env python3
"""sdk/README.md, followed line by line: its commands are run, its changes applied, its listings and outputs compared.

usage: readme_test.py PREFIX
"""
import glob
import os
import sys
import tempfile

from records import write_records
from runs import blocks, environment, run


def script_of(listings):
    """One script of all commands and changes, in their order."""
    for language, text in listings:
        if language == "sh":
            yield text
        if language == "diff":
            yield f"patch -p1 <<'END_OF_CHANGE'\n{text}END_OF_CHANGE\n"


def missing(text, within):
    return [line for line in text.splitlines() if line not in within]


def main():
    prefix = sys.argv[1]
    listings = blocks(os.path.join(prefix, "share/quarterdeck/sdk/README.md"))
    with tempfile.TemporaryDirectory() as folder:
        write_records(os.path.join(folder, "records"))
        settings = environment(prefix, DATA=os.path.join(folder, "records"))
        output = run("\n".join(script_of(listings)), folder, settings)
        sources = ""
        for name in glob.glob(os.path.join(folder, "audiology", "*.cpp")):
            with open(name, encoding="utf-8") as file:
                sources += file.read()
        for language, text in listings:
            lost = []
            if language == "cpp":
                lost = [] if text in sources else [text]
            if language == "text":
                lost = missing(text, output)
            if lost:
                sys.exit("The README shows what isn't there:\n" + "\n".join(lost) + "\nThe commands printed:\n" + output)
        if not os.path.exists(os.path.join(folder, "audiology/report/audiology.cy.html")):
            sys.exit("The report isn't there.")
        for kind in ("sh", "diff", "cpp", "text"):
            if kind not in [language for language, _ in listings]:
                sys.exit(f"The README has no {kind} listing any more: is it read rightly?")


main()
