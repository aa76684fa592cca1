"""What one more plugin with twenty metrics adds to a run: medians of runs with and without it, one after the other."""
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
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    data = os.path.join(field.ROOT, "build", "bench", f"data-{options.rows}")
    os.makedirs(os.path.dirname(data), exist_ok=True)
    field.make_data(data, options.rows)
    with tempfile.TemporaryDirectory(prefix="quarterdeck-bench-") as folder:
        more = ["--templates", template_with_more(folder), "--plugins", plugins_with_more(folder)]
        costs = {"without": [], "with": []}
        for _ in range(options.runs):
            for name, arguments in (("without", []), ("with", more)):
                costs[name].append(time_of(field.quarterdeck(data, os.path.join(folder, name), *arguments)))
    for part, unit in (("wall", "seconds"), ("cpu", "CPU seconds")):
        before, after = (statistics.median(getattr(cost, part) for cost in costs[name]) for name in ("without", "with"))
        print(f"{unit}: {before:.3f} without, {after:.3f} with; {100 * (after / before - 1):+.1f} %")


if __name__ == "__main__":
    main()
