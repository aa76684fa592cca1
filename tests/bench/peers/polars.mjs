// polars.mjs DATA AS-AT OUT: the appendix tables by Polars, from CSV to CSV.
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const packages = createRequire(join(process.env.QUARTERDECK_PEER_PACKAGES, "packages.cjs"));
const pl = packages("nodejs-polars");
const [data, asAt, out] = process.argv.slice(2);
const before = Number(asAt.slice(0, 4)) - 56 + asAt.slice(4);
const used = ["snapshot_date", "person_id_national", "assignment_number", "primary_assignment", "assignment_status",
  "assignment_category", "contract_type", "staff_group", "occupation_code", "job_role", "area_of_work", "pay_band",
  "contracted_fte", "gender", "date_of_birth"];

const text = (name) => pl.col(name);
const among = (name, values) => pl.col(name).isIn(values);
const choose = (cases, otherwise) =>
  cases.reduceRight((rest, [when, value]) => pl.when(when).then(value).otherwise(rest), otherwise);
const none = pl.lit(0);
const number = (value) => pl.lit(value);
const twins = (codes) => codes.flatMap((code) => ["0" + code, "1" + code]);
const coded = (letter, last) => text("occupation_code").str.contains(`^${letter}.${last}$`);
const role = (name) => text("job_role").eq(pl.lit(name));
const work = (name) => text("area_of_work").eq(pl.lit(name));
const medical = text("staff_group").eq(pl.lit("Medical and Dental"));

const doctors = choose([
  [among("occupation_code", twins(["71", "72", "73", "74", "75", "76", "77", "78", "83", "86", "87", "88", "92", "46", "47"])), number(4)],
  [among("occupation_code", twins(["20", "79"])), number(7)],
  [among("occupation_code", twins(["80", "16", "45"])), number(9)],
  [among("occupation_code", twins(["26"])), number(11)],
  [among("occupation_code", twins(["14"])), number(19)],
  [among("occupation_code", twins(["19"])).or(work("Ear Nose and Throat")), number(21)],
  [work("Cardiology"), number(16)],
  [work("Respiratory Medicine"), number(17)]], none);
const staff = choose([
  [work("Endoscopy").and(among("staff_group", ["Nursing and Midwifery Registered", "Additional Clinical Services"])), number(14)],
  [coded("S", "F"), number(8)],
  [coded("S", "G"), number(10)],
  [coded("U", "A"), number(1)],
  [coded("U", "C").and(role("Cytoscreener")), number(3)],
  [coded("U", "C"), number(2)],
  [coded("U", "B"), number(3)],
  [coded("U", "[DK]").and(role("Genetic Counsellor")), number(6)],
  [coded("U", "[DK]"), number(5)],
  [coded("U", "F").and(work("Neurophysiology")), number(18)],
  [coded("U", "F").and(work("Audiology")), number(20)],
  [coded("U", "H"), number(12)],
  [coded("U", "J"), number(13)],
  [coded("U", "E"), number(15)]], none);
const area = pl.when(medical).then(doctors).otherwise(staff).alias("area");
const band = pl.when(medical)
  .then(choose([[text("pay_band").eq(pl.lit("Consultant")), pl.lit("Consultant")],
    [text("pay_band").eq(pl.lit("Specialty Registrar")), pl.lit("Registrar")]], pl.lit("Other")))
  .otherwise(choose([
    [text("area").eq(1).and(role("Phlebotomist")), pl.lit("Phlebotomists")],
    [text("area").eq(3).and(role("Cytoscreener")), pl.lit("Cytoscreeners")],
    [among("pay_band", ["Band 2", "Band 3", "Band 4"]), pl.lit("Band 2-4")],
    [among("pay_band", ["Band 5", "Band 6"]), pl.lit("Band 5-6")],
    [among("pay_band", ["Band 7", "Band 8a", "Band 8b"]), pl.lit("Band 7/8a/8b")],
    [among("pay_band", ["Band 8c", "Band 8d", "Band 9"]), pl.lit("Band 8c/8d/9")],
    [text("pay_band").eq(pl.lit("Non AfC")).and(among("area", [1, 5])), pl.lit("Non AfC")]], pl.lit("")))
  .alias("band");

// Only what is needed is read. The texts that describe a post are hashed to one key, so that conditions on texts are worked
// out once for each combination that occurs, not for each record: of some thousands, no two share 64 bits.
const described = ["assignment_status", "assignment_category", "contract_type", "staff_group", "occupation_code", "job_role",
  "area_of_work", "pay_band"];
const key = described.map((name, seed) => pl.col(name).hash(seed).cast(pl.UInt64)).reduce((key, hash) => key.add(hash));
const files = readdirSync(join(data, "assignments")).filter((name) => name.endsWith(".csv")).sort();
const day = pl.concat(files.map((name) => pl.readCSV(join(data, "assignments", name), { inferSchemaLength: 0, columns: used })))
  .filter(pl.col("snapshot_date").eq(pl.lit(asAt)))
  .withColumns(...described.map((name) => pl.col(name).fillNull(pl.lit(""))))
  .withColumns(key.alias("key"), pl.col("person_id_national").hash().alias("hash"),
    pl.col("contracted_fte").cast(pl.Float64).mul(100000).round(0).cast(pl.Int64).alias("units"));
const combinations = day.select("key", ...described).unique({ subset: ["key"] })
  .filter(pl.col("assignment_status").str.toLowerCase().isIn(["active assignment", "internal secondment", "acting up"])
    .and(pl.col("contract_type").str.toLowerCase().isIn(["permanent", "fixed term temp", "locum"]))
    .and(pl.col("assignment_category").str.toLowerCase().isIn(["bank", "honorary"]).not()))
  .withColumns(area).filter(pl.col("area").gt(0)).withColumns(band).filter(pl.col("band").neq(pl.lit("")))
  .select("key", "area", "band");

// People with several records: the primary one speaks for them, else that with the most hours, then the first.
const several = day.filter(pl.col("hash").isDuplicated());
const settled = several.withColumns(pl.col("primary_assignment").neq(pl.lit("Yes")).alias("second"))
  .sort({ by: ["second", "units", "assignment_number"], descending: [false, true, false] })
  .unique({ subset: ["person_id_national"], keep: "first", maintainOrder: true })
  .select(pl.col("person_id_national"), pl.col("gender").alias("said_gender"), pl.col("date_of_birth").alias("said_birth"));
const columns = ["area", "band", "units", "person", "shared", "gender", "birth"];
const posts = day.withColumns(pl.col("hash").isDuplicated().alias("shared"), pl.col("person_id_national").alias("person"),
  pl.col("date_of_birth").alias("birth"))
  .select("key", "units", "person", "shared", "gender", "birth")
  .join(combinations, { on: "key", how: "inner" });
const held = posts.filter(pl.col("shared")).join(settled, { leftOn: "person", rightOn: "person_id_national", how: "inner" })
  .withColumns(pl.col("said_gender").alias("gender"), pl.col("said_birth").alias("birth"));
const cells = pl.concat([posts.filter(pl.col("shared").not()).select(...columns), held.select(...columns)])
  .withColumns(pl.col("gender").eq(pl.lit("Male")).alias("male"), pl.col("gender").eq(pl.lit("Female")).alias("female"),
    pl.col("birth").lt(pl.lit(before)).or(pl.col("birth").eq(pl.lit(before))).alias("over_55"));
const areas = pl.readCSV(join(import.meta.dirname, "areas.csv")).withColumns(pl.col("area").cast(pl.Int32));
const named = cells.withColumns(pl.col("area").cast(pl.Int32)).join(areas, { on: "area", how: "inner" });

// People with one record count as rows; the others once in each cell.
function count(by) {
  const people = [pl.col("area").count().alias("headcount"), pl.col("male").cast(pl.Int64).sum().alias("male"),
    pl.col("female").cast(pl.Int64).sum().alias("female"), pl.col("over_55").cast(pl.Int64).sum().alias("over_55")];
  const some = (frame) => frame.groupBy(by).agg(...people)
    .withColumns(...["headcount", "male", "female", "over_55"].map((name) => pl.col(name).cast(pl.Int64)));
  const once = named.filter(pl.col("shared")).unique({ subset: [...by, "person"] });
  const heads = pl.concat([some(named.filter(pl.col("shared").not())), some(once)]).groupBy(by)
    .agg(...["headcount", "male", "female", "over_55"].map((name) => pl.col(name).sum()));
  return heads.join(named.groupBy(by).agg(pl.col("units").sum()), { on: by, how: "inner" });
}

const rows = count(["table", "staff_group", "band"]);
const totals = count(["table"]).withColumns(pl.lit("Total").alias("staff_group"), pl.lit("All").alias("band"));
const percent = (name) => pl.col(name).mul(100).cast(pl.Float64).div(pl.col("headcount")).round(0).alias(name + "_percent");
const order = ["table", "staff_group", "band", "headcount", "units", "male", "female", "over_55"];
pl.concat([rows.select(...order), totals.select(...order)])
  .withColumns(pl.col("units").cast(pl.Float64).div(100000).div(pl.col("headcount")).round(2).alias("fte_per_head"),
    pl.col("units").cast(pl.Float64).div(100000).round(2).alias("fte"), percent("male"), percent("female"), percent("over_55"))
  .select("table", "staff_group", "band", "headcount", "fte", "male", "female", "over_55", "fte_per_head", "male_percent",
    "female_percent", "over_55_percent")
  .writeCSV(join(out, "appendix.csv"));
