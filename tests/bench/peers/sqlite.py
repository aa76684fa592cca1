"""sqlite.py DATA AS-AT OUT: the appendix tables by SQLite's own shell, from CSV to CSV."""
import glob
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def sql(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return file.read()


def script(data, as_at, out):
    before = f"{int(as_at[:4]) - 56}{as_at[4:]}"
    lines = ["pragma journal_mode = off;", "pragma synchronous = off;", "pragma temp_store = memory;",
             "pragma cache_size = -2000000;"]
    lines += [f'.import --csv "{path}" records' for path in sorted(glob.glob(os.path.join(data, "assignments", "*.csv")))]
    lines += [f'.import --csv "{os.path.join(HERE, "areas.csv")}" area_texts',
              "create table areas as select cast(area as integer) as area, \"table\", staff_group from area_texts;",
              "create temporary view day as select *, cast(round(contracted_fte * 100000) as integer) as units "
              f"from records where snapshot_date = '{as_at}';",
              sql("appendix.sql").replace("{YEARS_BEFORE_56}", before),
              ".mode csv", ".headers on", f'.output "{os.path.join(out, "appendix.csv")}"',
              sql("appendix_result.sql") + ";"]
    return "\n".join(lines)


def main():
    data, as_at, out = sys.argv[1:]
    subprocess.run(["sqlite3", "-bail", ":memory:"], input=script(data, as_at, out), text=True, check=True,
                   stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
