// build.mjs PACKAGES OUT: makes quarterdeck.css and charts.js in OUT from this folder, with the node_modules in
// PACKAGES.

import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [packages, out] = process.argv.slice(2);
const modules = join(packages, "node_modules");
const require = createRequire(join(packages, "package.json"));
const { build } = require("esbuild");
const { compile } = require("sass");

const { css } = compile(join(here, "quarterdeck.scss"), {
  loadPaths: [modules],
  style: "compressed",
  quietDeps: true,
});
const elsewhere = css.match(/@import|url\((?!["']?data:)[^)]*\)/);
if (elsewhere) throw new Error(`quarterdeck.css would load something from elsewhere: ${elsewhere[0]}`);
writeFileSync(join(out, "quarterdeck.css"), css);

await build({
  entryPoints: [join(here, "charts/main.js")],
  outfile: join(out, "charts.js"),
  nodePaths: [modules],
  bundle: true,
  format: "iife",
  target: "es5",
  minifyWhitespace: true,
  minifyIdentifiers: true,
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
});
