"""Writes random CSV files and checks that the program named reads the same fields as Python's csv module."""
import csv
import io
import os
import random
import subprocess
import sys
import tempfile

PIECES = ["a", "U1A", "ŵ", ",", '"', '""', "\n", "\r\n", " ", "x" * 70, "Ynys Môn", "0.53333"]


def random_text(source):
    rows = []
    for _ in range(source.randint(1, 40)):
        row = ["".join(source.choices(PIECES, k=source.randint(0, 4))) for _ in range(source.randint(2, 9))]
        rows.append(row)
    text = io.StringIO(newline="")
    quoting = source.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    csv.writer(text, lineterminator=source.choice(["\n", "\r\n"]), quoting=quoting).writerows(rows)
    written = text.getvalue()
    return written.rstrip("\r\n") if source.random() < 0.3 and rows[-1][-1] == "a" else written


def main():
    source = random.Random(20230331)
    for trial in range(150):
        text = random_text(source)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "rows.csv")
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            read = subprocess.run([sys.argv[1], path], capture_output=True, check=True).stdout.decode("utf-8")
        ours = [row.split("\x1f")[:-1] for row in read.split("\x1e")[:-1]]
        theirs = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        if ours != theirs:
            sys.exit(f"Trial {trial} differs:\n{text!r}\n{ours}\n{theirs}")


main()
