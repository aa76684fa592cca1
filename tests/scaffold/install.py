#!/usr/bin/env python3
"""Installs a build and moves the result, so that whatever remembers its first place fails later.

usage: install.py BUILD_DIR PREFIX
"""
import shutil
import subprocess
import sys


def main():
    build, prefix = sys.argv[1:]
    first = prefix + ".first"
    for old in (first, prefix):
        shutil.rmtree(old, ignore_errors=True)
    subprocess.run(["cmake", "--install", build, "--prefix", first], check=True, stdout=subprocess.DEVNULL)
    shutil.move(first, prefix)


main()
