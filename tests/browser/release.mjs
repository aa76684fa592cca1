// Makes a release of every template from the example data, as its users do, and opens pages in Debian's Chromium.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const root = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
export const build = process.env.QUARTERDECK_BUILD ?? join(root, "build/release");
const packages = process.env.QUARTERDECK_BROWSER_PACKAGES ?? join(build, "tests/browser");

export const require = createRequire(join(packages, "package.json"));

const { chromium } = require("playwright-core");

export const languages = ["en", "cy"];

const shared = ["index", "partials", "locale", "web"];
export const templates = readdirSync(join(build, "share/quarterdeck/templates"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !shared.includes(entry.name))
  .map((entry) => entry.name)
  .sort();

export class Release {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "quarterdeck-browser-"));
    const data = join(this.folder, "data");
    this.out = join(this.folder, "out");
    const published = join(root, "tests/data/published");
    execFileSync(join(build, "bin/quarterdeck-example-data"), ["--published", published, "--out", data]);
    const register = this.returns();
    const made = spawnSync(
      join(build, "bin/quarterdeck"),
      ["report", ...templates, "--data", data, "--as-at", "2023-03-31", "--out", this.out, "--lang", "all",
        "--register", register],
      { encoding: "utf8" },
    );
    if (made.status !== 0) throw new Error(`the release can't be made: ${made.stderr}`);
  }

  /** A register with two quarters of made-up returns. */
  returns() {
    const register = join(this.folder, "returns.sqlite");
    for (const quarter of ["2022-23Q3", "2022-23Q4"]) {
      const workbooks = execFileSync(join(build, "bin/quarterdeck-example-returns"),
        ["--register", register, "--quarter", quarter, "--out", join(this.folder, "returns"),
          "--plugins", join(build, "lib/quarterdeck/plugins"), "--templates", join(build, "share/quarterdeck/templates")],
        { encoding: "utf8" });
      for (const workbook of workbooks.trim().split("\n"))
        execFileSync(join(build, "bin/quarterdeck"), ["returns", "import", workbook, "--register", register, "--on", "2023-04-12"]);
    }
    return register;
  }

  path(name) {
    return join(this.out, name);
  }

  pages() {
    return readdirSync(this.out).filter((name) => name.endsWith(".html")).sort();
  }

  remove() {
    rmSync(this.folder, { recursive: true });
  }
}

export function openBrowser() {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
}
