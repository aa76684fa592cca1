#!/usr/bin/env python3
"""Runs one .case file: what is given, which command, and what must come out.

The first line says what the case shows. Then blocks, each after a line `>>> WORD ARGUMENT`:
  file PATH    a file that stands before the command
  run COMMAND  the command; programs of the build are found by name
  status N     what it must end with
  says         each line must stand somewhere in what the command prints
  holds PATH   a file that must be there afterwards, byte for byte
  absent PATH  what must not be there afterwards

usage: run_case.py BUILD_DIR CASE
"""
import os
import shlex
import subprocess
import sys
import tempfile


def blocks(path):
    with open(path, encoding="utf-8", newline="") as lines:
        title = next(lines).strip()
        found = []
        for line in lines:
            if line.startswith(">>> "):
                word, _, argument = line[4:].strip().partition(" ")
                found.append([word, argument, ""])
            elif found:
                found[-1][2] += line
    return title, found


def run(build, command):
    environment = dict(os.environ, PATH=os.path.join(build, "bin") + ":" + os.environ["PATH"])
    done = subprocess.run(shlex.split(command), env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=120)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def differences(word, argument, text, status, output):
    if word == "status" and status != int(argument):
        yield f"ended with {status}, not {argument}"
    if word == "says":
        for line in text.splitlines():
            if line.strip() and line.strip() not in output:
                yield f"did not say: {line.strip()}"
    if word == "holds":
        if not os.path.exists(argument):
            yield f"{argument} is not there"
        else:
            with open(argument, encoding="utf-8", newline="") as file:
                found = file.read()
            if found != text:
                yield f"{argument} differs; found:\n{found}\nexpected:\n{text}"
    if word == "absent" and os.path.lexists(argument):
        yield f"{argument} is there"


def main():
    build, case = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    title, found = blocks(case)
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        status, output = None, ""
        for word, argument, text in found:
            if word == "file":
                os.makedirs(os.path.dirname(argument) or ".", exist_ok=True)
                with open(argument, "w", encoding="utf-8", newline="") as file:
                    file.write(text)
            elif word == "run":
                status, output = run(build, argument)
            elif word in ("status", "says", "holds", "absent"):
                faults += differences(word, argument, text, status, output)
            else:
                faults.append(f"unknown block {word}")
        os.chdir("/")
    print(title)
    if faults:
        print("\n".join(faults))
        print("The command printed:\n" + output)
        sys.exit(1)


if __name__ == "__main__":
    main()
