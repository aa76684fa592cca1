"""Commands of documentation, run as they stand."""
import os
import re
import subprocess
import sys


def run(command, folder, environment, status=0):
    """Runs a shell script in a folder; ends the test with its output when it ends with another status."""
    done = subprocess.run(["bash", "-euc", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600)
    output = done.stdout.decode("utf-8", "replace")
    if done.returncode != status:
        sys.exit(f"{command}\nended with {done.returncode}, not {status}:\n{output}")
    return output


def blocks(path):
    """The fenced blocks of a Markdown file, in order: (language, text)."""
    with open(path, encoding="utf-8") as file:
        return re.findall(r"^```(\w+)\n(.*?)^```$", file.read(), re.MULTILINE | re.DOTALL)


def environment(prefix, **more):
    """What a plugin's author has: the installed programs, and nothing of the source tree."""
    return {"PATH": os.path.join(prefix, "bin") + ":/usr/local/bin:/usr/bin:/bin", "HOME": os.environ.get("HOME", "/"),
            "LANG": "C.UTF-8", "PREFIX": prefix, **more}


def expect(found, expected, what):
    if found != expected:
        sys.exit(f"{what}: found\n{found}\nexpected\n{expected}")
