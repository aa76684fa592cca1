#!/usr/bin/env python3
"""An installed Quarterdeck speaks with PostgreSQL; without the part that does, everything else goes on.

usage: database_test.py PREFIX
"""
import os
import shutil
import sys
import tempfile

from runs import environment, expect, run

NOWHERE = "postgresql://127.0.0.1:1/staff"
COMMANDS = (f"quarterdeck report appendix-tables --data {NOWHERE} --as-at 2023-03-31 --out out",
            f"quarterdeck returns status --quarter 2022-23Q4 --register {NOWHERE}")


def main():
    prefix = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        without = os.path.join(folder, "without")
        shutil.copytree(prefix, without)
        part = os.path.join(without, "lib", "quarterdeck", "quarterdeck-postgresql.so")
        os.remove(part)
        for command in COMMANDS:
            said = run(command, folder, environment(prefix), status=3)
            if "no connection to the server" not in said:
                sys.exit(f"No server was missed by {command}: {said}")
            said = run(command, folder, environment(without), status=3)
            expect(said.count(part), 1, f"how often {command} names the missing part")
            if not said.rstrip().endswith("Install or build Quarterdeck again."):
                sys.exit(f"No remedy for {command}: {said}")
        expect(os.path.exists(os.path.join(folder, "out")), False, "whether a report was begun")
        run("quarterdeck plugins list", folder, environment(without))


main()
