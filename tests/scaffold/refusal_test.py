#!/usr/bin/env python3
"""`quarterdeck plugins new` overwrites nothing, leaves nothing half written, and takes no id that can't name a plugin.

usage: refusal_test.py PREFIX
"""
import os
import sys
import tempfile

from runs import environment, expect, run


def main():
    prefix = sys.argv[1]
    settings = environment(prefix)
    with tempfile.TemporaryDirectory() as folder:
        for place in ("audiology", "there"):
            os.mkdir(os.path.join(folder, place))
        with open(os.path.join(folder, "there", "notes.txt"), "w", encoding="utf-8") as file:
            file.write("mine")
        before = sorted(os.listdir(folder))
        for command in ("audiology", "audiology --out there", "audiology --out there/notes.txt",
                        "audiology --out absent/deep"):
            said = run("quarterdeck plugins new " + command, folder, settings, status=3)
            if "choose another place with --out" not in said.lower():
                sys.exit(f"No remedy for {command}: {said}")
        for command in ("Audiology", "../audiology", "'a b'", "''", "all", "test",
                        "audiology2 --title 'a\"b'", "audiology2 --title-cy '#'"):
            run("quarterdeck plugins new " + command, folder, settings, status=2)
        expect(sorted(os.listdir(folder)), before, "the folder")
        expect(os.listdir(os.path.join(folder, "audiology")), [], "audiology")
        expect(os.listdir(os.path.join(folder, "there")), ["notes.txt"], "there")

        os.rename(os.path.join(folder, "audiology"), os.path.join(folder, "elsewhere"))
        run("quarterdeck plugins new new_programme_2 --out audiology", folder, settings)
        written = []
        for place, _, names in os.walk(os.path.join(folder, "audiology")):
            written += [os.path.relpath(os.path.join(place, name), os.path.join(folder, "audiology")) for name in names]
        expect(sorted(written),
               ["CMakeLists.txt", "README.md", "actions.csv", "new_programme_2.cpp", "new_programme_2.h",
                "report.yaml", "test/CMakeLists.txt", "test/new_programme_2_test.cpp"], "the project")


main()
