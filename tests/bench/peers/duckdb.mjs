// duckdb.mjs DATA AS-AT OUT: the appendix tables by DuckDB, from CSV to CSV.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const packages = createRequire(join(process.env.QUARTERDECK_PEER_PACKAGES, "packages.cjs"));
const { DuckDBInstance } = packages("@duckdb/node-api");
const [data, asAt, out] = process.argv.slice(2);
const here = import.meta.dirname;
const sql = (name) => readFileSync(join(here, name), "utf8");

const used = ["snapshot_date", "person_id_national", "assignment_number", "primary_assignment", "assignment_status",
  "assignment_category", "contract_type", "staff_group", "occupation_code", "job_role", "area_of_work", "pay_band",
  "contracted_fte", "gender", "date_of_birth"];
const database = await DuckDBInstance.create(":memory:");
const connection = await database.connect();
await connection.run("set preserve_insertion_order = false");
await connection.run(`
  create temporary table day as
  select ${used.join(", ")}, cast(round(cast(contracted_fte as double) * 100000) as bigint) as units
  from read_csv('${join(data, "assignments", "*.csv")}', header = true, all_varchar = true, delim = ',', quote = '"')
  where snapshot_date = '${asAt}'`);
await connection.run(`create temporary table areas as select * from read_csv('${join(here, "areas.csv")}')`);
const year = Number(asAt.slice(0, 4)) - 56;
await connection.run(sql("appendix.sql").replace("{YEARS_BEFORE_56}", year + asAt.slice(4)));
await connection.run(`copy (${sql("appendix_result.sql")}) to '${join(out, "appendix.csv")}' (header)`);
