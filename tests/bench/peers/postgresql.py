"""postgresql.py DATA AS-AT OUT: the appendix tables by a PostgreSQL server, loaded with COPY.

The server is at QUARTERDECK_PEER_POSTGRESQL, a connection string; starting it isn't part of the work.
"""
import glob
import os
import subprocess
import sys

from sqlite import HERE, sql


def script(data, as_at, out):
    before = f"{int(as_at[:4]) - 56}{as_at[4:]}"
    paths = sorted(glob.glob(os.path.join(data, "assignments", "*.csv")))
    with open(paths[0], encoding="utf-8-sig") as file:
        columns = ", ".join(f'"{name}" text' for name in file.readline().strip().split(","))
    lines = ["set client_min_messages = error;", "set work_mem = '256MB';", f"create temporary table records ({columns});"]
    lines += [f"\\copy records from '{path}' (format csv, header)" for path in paths]
    lines += ["create temporary table areas (area integer, \"table\" text, staff_group text);",
              f"\\copy areas from '{os.path.join(HERE, 'areas.csv')}' (format csv, header)",
              "analyze records;",
              "create temporary view day as select *, cast(round(cast(nullif(contracted_fte, '') as numeric) * 100000) as "
              f"bigint) as units from records where snapshot_date = '{as_at}';",
              sql("appendix.sql").replace("{YEARS_BEFORE_56}", before),
              f"create temporary table result as {sql('appendix_result.sql')};",
              f"\\copy result to '{os.path.join(out, 'appendix.csv')}' (format csv, header)"]
    return "\n".join(lines) + "\n"


def main():
    data, as_at, out = sys.argv[1:]
    subprocess.run(["psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", os.environ["QUARTERDECK_PEER_POSTGRESQL"]],
                   input=script(data, as_at, out), text=True, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
