#!/usr/bin/env python3
"""The project that `quarterdeck plugins new` writes: its README's commands are run outside the source tree with one
compiler, and the host takes the plugin into a report.

usage: scaffold_test.py PREFIX COMPILER [FLAG...]
"""
import json
import os
import sys
import tempfile

from records import write_records
from runs import blocks, environment, expect, run

# Of records.py, worked out by hand.
FIGURES = """band,headcount,fte,fte_per_head
Band 2-4,1,1.00,1.00
Band 5-6,5,3.60,0.72
Band 7 and above,2,1.80,0.90
Total,8,6.40,0.80
"""


def main():
    prefix, compiler, flags = sys.argv[1], sys.argv[2], " ".join(sys.argv[3:])
    with tempfile.TemporaryDirectory() as folder:
        write_records(os.path.join(folder, "records"))
        settings = environment(prefix, CXX=compiler, CXXFLAGS=flags + " -Wall -Wextra -Werror",
                               DATA=os.path.join(folder, "records"))
        run("quarterdeck plugins new audiology --title Audiology --title-cy Awdioleg", folder, settings)
        project = os.path.join(folder, "audiology")
        for language, text in blocks(os.path.join(project, "README.md")):
            # Debian's GoogleTest is built with libstdc++, and so is the test kit.
            if "libc++" in flags:
                text = text.replace("cmake -B build", "cmake -B build -D BUILD_TESTING=OFF")
                text = text.replace("ctest --test-dir build --output-on-failure", "")
            if language == "sh":
                run(text, project, settings)

        needed = run("readelf -d build/audiology.so | sed -n 's/.*NEEDED.*\\[\\(.*\\)\\]/\\1/p'", project, settings).split()
        expect([name for name in needed if name.split(".")[0] not in ("libc", "libm", "ld-linux-x86-64")], [],
               "libraries that the plugin needs beside the system's")
        listed = json.loads(run("quarterdeck plugins list --plugins build --json", project, settings))
        expect([(plugin["id"], plugin["metrics"], plugin["actions"]) for plugin in listed["plugins"]],
               [("audiology", 1, 2)], "plugins list")
        expect(listed["refused"], [], "plugins list")
        run("quarterdeck report audiology --templates templates --plugins build --data $DATA --as-at 2023-03-31 "
            "--out all --disclosure none", project, settings)
        with open(os.path.join(project, "all/tables/en/audiology/staff_in_post.not-for-publication.csv"), encoding="utf-8") as file:
            expect(file.read(), FIGURES, "the report's table")
        with open(os.path.join(project, "all/audiology.cy.html"), encoding="utf-8") as file:
            page = file.read()
        for words in ("Awdioleg: staff mewn swydd", "Cytuno pa staff y mae"):
            if words not in page:
                sys.exit(f"The Welsh page doesn't say: {words}")


main()
