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

/** What must be judged again at another width: the rest of a page's markup is the same at each. */
const rulesOfLayout = ["color-contrast", "scrollable-region-focusable", "target-size"];

/** Opens what can be folded away, as a reader would to see all of a page. */
const unfold = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));

async function expectNothingOfAxe(page, runOnly, where, leastPasses) {
  const found = await page.evaluate((only) => globalThis.axe.run({ runOnly: only, resultTypes: ["violations"] })
    .then(({ violations, passes }) => ({
      violations: violations.map((v) => `${v.id}: ${v.help}\n  ${v.nodes.slice(0, 3).map((n) => n.html).join("\n  ")}`),
      passes: passes.length,
    })), runOnly);
  assert.deepEqual(found.violations, [], where);
  assert.ok(found.passes >= leastPasses, `axe looked at ${where}`);
}

async function expectNoSidewaysScrolling(page, where) {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, globalThis.innerWidth]);
  assert.ok(content <= window, `${where}: ${content} px of content in ${window} px`);
}

// Each page is opened once, and made narrow where it stands. What its own policy forbids is allowed to the test alone.
test("axe finds nothing in any page, in either language, on a desktop or a phone, and none scrolls sideways", async () => {
  const context = await browser.newContext({ viewport: widths.desktop, bypassCSP: true });
  for (const file of release.pages()) {
    const page = await context.newPage();
    await page.goto(`file://${release.path(file)}`);
    await unfold(page);
    await page.evaluate(axe);
    await expectNoSidewaysScrolling(page, `${file} on a desktop`);
    await expectNothingOfAxe(page, { type: "rule", values: rulesOfLayout }, `${file} on a desktop`, 1);
    await page.setViewportSize(widths.phone);
    await expectNoSidewaysScrolling(page, `${file} on a phone`);
    await expectNothingOfAxe(page, { type: "tag", values: rules }, `${file} on a phone`, 21);
    await page.close();
  }
  await context.close();
});

// The page itself notes where the focus goes, and keys are sent without waiting for each: that is most of the cost.
test("everything that can be used is reached with the Tab key, in the order of the page", async () => {
  const context = await browser.newContext({ viewport: widths.desktop });
  for (const file of release.pages()) {
    const page = await context.newPage();
    await page.goto(`file://${release.path(file)}`);
    await unfold(page);
    const usable = await page.evaluate(() => {
      const all = [...document.querySelectorAll("a[href], summary, [tabindex='0']")];
      globalThis.reached = [];
      document.addEventListener("focusin", (event) => globalThis.reached.push(all.indexOf(event.target)));
      return all.length;
    });
    const keys = await context.newCDPSession(page);
    const tab = { type: "rawKeyDown", key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };
    await Promise.all(Array.from({ length: usable }, () => keys.send("Input.dispatchKeyEvent", tab)));
    assert.deepEqual(await page.evaluate(() => globalThis.reached), [...Array(usable).keys()], file);
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
    const [links, ids] = await page.evaluate(() => [
      [...document.querySelectorAll("a[href]")].map((anchor) => anchor.href),
      [...document.querySelectorAll("[id]")].map((element) => element.id),
    ]);
    for (const link of new Set(links)) {
      const url = new URL(link);
      if (url.protocol !== "file:") continue;
      const target = decodeURIComponent(url.pathname);
      assert.ok(statSync(target, { throwIfNoEntry: false }), `${file} links to ${target}`);
      const part = decodeURIComponent(url.hash.slice(1));
      if (part && target === release.path(file)) assert.equal(ids.filter((id) => id === part).length, 1, `${file}${url.hash}`);
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
