// The finished pages, in a browser, as readers with and without assistive technology meet them.

import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { after, before, test } from "node:test";
import { openBrowser, Release, require } from "./release.mjs";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const { FileSystemConfigLoader, HtmlValidate } = require("html-validate");

const widths = { desktop: { width: 1200, height: 900 }, phone: { width: 320, height: 640 } };
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let release;
let browser;

before(async () => {
  release = new Release();
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  release?.remove();
});

/** Opens what can be folded away, as a reader would to see all of a page. */
const unfold = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));

/** Runs `look` on every page at every width; what the page's own policy forbids is allowed to the test alone. */
async function eachPage(look) {
  for (const [name, viewport] of Object.entries(widths)) {
    const context = await browser.newContext({ viewport, bypassCSP: true });
    for (const file of release.pages()) {
      const page = await context.newPage();
      await page.goto(`file://${release.path(file)}`);
      await unfold(page);
      await look(page, `${file} on a ${name}`);
      await page.close();
    }
    await context.close();
  }
}

test("axe finds nothing in any page, in either language, on a desktop or a phone", async () => {
  await eachPage(async (page, where) => {
    await page.evaluate(axe);
    const found = await page.evaluate((tags) => globalThis.axe.run({ runOnly: tags }), rules);
    const told = found.violations.map((v) => `${v.id}: ${v.help}\n  ${v.nodes.slice(0, 3).map((n) => n.html).join("\n  ")}`);
    assert.deepEqual(told, [], where);
    assert.ok(found.passes.length > 20, `axe looked at ${where}`);
  });
});

test("no page scrolls sideways as a whole", async () => {
  await eachPage(async (page, where) => {
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, globalThis.innerWidth]);
    assert.ok(content <= window, `${where}: ${content} px of content in ${window} px`);
  });
});

test("everything that can be used is reached with the Tab key, in the order of the page", async () => {
  const context = await browser.newContext({ viewport: widths.desktop });
  for (const file of release.pages()) {
    const page = await context.newPage();
    await page.goto(`file://${release.path(file)}`);
    await unfold(page);
    const usable = await page.locator("a[href], summary, [tabindex='0']").count();
    const seen = [];
    for (let i = 0; i < usable; ++i) {
      await page.keyboard.press("Tab");
      seen.push(await page.evaluate(() => {
        const all = [...document.querySelectorAll("a[href], summary, [tabindex='0']")];
        return all.indexOf(document.activeElement);
      }));
    }
    assert.deepEqual(seen, [...Array(usable).keys()], file);
    await page.close();
  }
  await context.close();
});

test("a page holds no script, asks nothing of the network, and is below a megabyte", async () => {
  const context = await browser.newContext({ viewport: widths.desktop });
  for (const file of release.pages()) {
    const page = await context.newPage();
    const asked = [];
    const complaints = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(`file://${release.path(file)}`);
    assert.deepEqual(asked, [`file://${release.path(file)}`]);
    assert.deepEqual(complaints, [], file);
    assert.equal(await page.locator("script").count(), 0, file);
    assert.ok(statSync(release.path(file)).size < 1_000_000, file);
    await page.close();
  }
  await context.close();
});

test("every link within the release leads somewhere", async () => {
  const context = await browser.newContext();
  for (const file of release.pages()) {
    const page = await context.newPage();
    await page.goto(`file://${release.path(file)}`);
    const links = await page.locator("a[href]").evaluateAll((anchors) => anchors.map((anchor) => anchor.href));
    for (const link of new Set(links)) {
      const url = new URL(link);
      if (url.protocol !== "file:") continue;
      const target = decodeURIComponent(url.pathname);
      assert.ok(statSync(target, { throwIfNoEntry: false }), `${file} links to ${target}`);
      if (url.hash && target === release.path(file))
        assert.equal(await page.locator(`[id="${decodeURIComponent(url.hash.slice(1))}"]`).count(), 1, `${file}${url.hash}`);
    }
    await page.close();
  }
  await context.close();
});

test("the markup is valid", async () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader({
    extends: ["html-validate:standard"],
    // Charts are SVG with inline fills; text comes from data, so its typography isn't the markup's concern.
    rules: { "no-inline-style": "off", "long-title": "off", "no-trailing-whitespace": "off" },
  }));
  for (const file of release.pages()) {
    const report = await validator.validateFile(release.path(file));
    const told = report.results.flatMap((result) => result.messages.map((m) => `${m.line}: ${m.ruleId}: ${m.message}`));
    assert.deepEqual(told, [], file);
  }
});
