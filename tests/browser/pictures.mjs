// Pictures of what readers see: pages on a desktop and a phone, printed pages, and sheets as a spreadsheet program
// prints them. tests/pictures holds those that were looked at and kept; README.md shows some of them.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const desktop = { width: 1200, height: 1000 };
const phone = { width: 360, height: 900 };

/** `at` is what stands at the top of the picture; `sheets` of a workbook count from 1, as do printed `pages`. */
export const pictures = [
  { name: "appendix-tables", file: "appendix-tables.en.html", view: { width: 1200, height: 2150 } },
  { name: "appendix-tables-table", file: "appendix-tables.en.html", view: desktop, at: "#workforce" },
  { name: "appendix-tables-chart", file: "appendix-tables.cy.html", view: desktop, at: "#age-profile" },
  { name: "appendix-tables-phone", file: "appendix-tables.cy.html", view: phone },
  { name: "appendix-tables-phone-table", file: "appendix-tables.en.html", view: phone, at: "#workforce" },
  { name: "appendix-tables-print", file: "appendix-tables.en.html", page: 3 },
  { name: "appendix-tables-cover", file: "appendix-tables.cy.xlsx", page: 1 },
  { name: "appendix-tables-contents", file: "appendix-tables.en.xlsx", page: 2 },
  { name: "quarterly-governance", file: "quarterly-governance.en.html", view: { width: 1200, height: 2150 } },
  { name: "quarterly-governance-form", file: "quarterly-governance.cy.html", view: desktop, at: "#programmes" },
  { name: "quarterly-governance-phone", file: "quarterly-governance.en.html", view: phone },
  { name: "quarterly-governance-print", file: "quarterly-governance.en.html", page: 1 },
  { name: "quarterly-governance-print-welsh", file: "quarterly-governance.cy.html", page: 1 },
  { name: "workforce-outlook", file: "workforce-outlook.cy.html", view: { width: 1100, height: 1900 } },
  { name: "workforce-outlook-chart", file: "workforce-outlook.en.html", view: desktop, at: "#paths" },
];

async function onScreen(browser, release, picture) {
  const context = await browser.newContext({ viewport: picture.view });
  const page = await context.newPage();
  await page.goto(`file://${release.path(picture.file)}`);
  if (picture.at) await page.evaluate((at) => document.querySelector(at).scrollIntoView(), picture.at);
  const png = await page.screenshot();
  await context.close();
  return png;
}

/** One page of a PDF as a picture. */
function pageOf(pdf, page, folder) {
  const to = join(folder, "page");
  execFileSync("pdftoppm", ["-png", "-r", "60", "-f", String(page), "-l", String(page), pdf, to]);
  const made = readdirSync(folder).find((name) => name.startsWith("page") && name.endsWith(".png"));
  if (!made) throw new Error(`${pdf} has no page ${page}`);
  return readFileSync(join(folder, made));
}

async function printed(browser, release, picture, folder) {
  const page = await browser.newPage();
  await page.goto(`file://${release.path(picture.file)}`);
  const pdf = join(folder, "print.pdf");
  await page.pdf({ path: pdf, format: "A4" });
  await page.close();
  return pageOf(pdf, picture.page, folder);
}

function sheet(release, picture, folder) {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  execFileSync("libreoffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder,
    release.path(picture.file)], { stdio: "ignore" });
  return pageOf(join(folder, picture.file.replace(/xlsx$/, "pdf")), picture.page, folder);
}

/** A PNG of what the picture is to show. */
export async function take(browser, release, picture) {
  if (picture.view) return onScreen(browser, release, picture);
  const folder = mkdtempSync(join(tmpdir(), "quarterdeck-picture-"));
  try {
    if (picture.file.endsWith(".xlsx")) return sheet(release, picture, folder);
    return await printed(browser, release, picture, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
