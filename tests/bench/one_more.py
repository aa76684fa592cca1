"""What one more plugin with twenty metrics adds to a run: medians of runs with and without it, and of their differences.

The two take turns at being first: a machine that slows down or speeds up meanwhile then counts for neither.
"""
import argparse
import os
import shutil
import statistics
import tempfile

import contenders as field
from measuring import time_of

SECTION = """
  - id: more
    title: {en: Twenty more, cy: Ugain arall}
    blocks:
      - tag: more
"""


def template_with_more(folder):
    """The templates, and the appendix tables with a section for the twenty metrics."""
    design = os.path.join(folder, "templates")
    shutil.copytree(os.path.join(field.BUILD, "share", "quarterdeck", "templates"), design)
    with open(os.path.join(design, "appendix-tables", "report.yaml"), "a", encoding="utf-8") as file:
        file.write(SECTION)
    return design


def plugins_with_more(folder):
    plugins = os.path.join(folder, "plugins")
    shutil.copytree(os.path.join(field.BUILD, "lib", "quarterdeck", "plugins"), plugins)
    shutil.copy(os.path.join(field.BUILD, "tests", "bench", "more.so"), plugins)
    return plugins


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_400_000)
    parser.add_argument("--runs", type=int, default=31)
    options = parser.parse_args()
    data = os.path.join(field.ROOT, "build", "bench", f"data-{options.rows}")
    os.makedirs(os.path.dirname(data), exist_ok=True)
    field.make_data(data, options.rows)
    with tempfile.TemporaryDirectory(prefix="quarterdeck-bench-") as folder:
        more = ["--templates", template_with_more(folder), "--plugins", plugins_with_more(folder)]
        arguments = {"without": [], "with": more}
        pairs = []
        for number in range(options.runs):
            order = list(arguments) if number % 2 else list(arguments)[::-1]
            pairs.append({name: time_of(field.quarterdeck(data, os.path.join(folder, name), *arguments[name])) for name in order})
    for part, unit in (("wall", "seconds"), ("cpu", "CPU seconds")):
        without = statistics.median(getattr(pair["without"], part) for pair in pairs)
        added = statistics.median(getattr(pair["with"], part) - getattr(pair["without"], part) for pair in pairs)
        print(f"{unit}: {without:.3f} without, {added:.3f} more with; {100 * added / without:+.1f} %")


if __name__ == "__main__":
    main()
