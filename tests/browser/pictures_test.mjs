// What readers see today beside the kept pictures. Fonts and browsers draw edges a little differently from one version
// to the next, so a picture may differ in a small part of its points; a moved, missing or recoloured part differs in more.
// With KEEP_PICTURES set, the pictures are kept instead: look at each before it is committed.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pictures, take } from "./pictures.mjs";
import { build, openBrowser, Release, require, root } from "./release.mjs";

const pixelmatch = require("pixelmatch");
const { PNG } = require("pngjs");

const kept = join(root, "tests/pictures");
const found = join(build, "pictures");
const mostDifferent = 0.01;

let release;
let browser;

before(async () => {
  release = new Release();
  browser = await openBrowser();
  mkdirSync(found, { recursive: true });
});

after(async () => {
  await browser?.close();
  release?.remove();
});

/** The share of points that a reader would see as different; all of them where the sizes differ. */
function difference(one, other, marked) {
  if (one.width !== other.width || one.height !== other.height) return 1;
  const points = pixelmatch(one.data, other.data, marked.data, one.width, one.height, { threshold: 0.2 });
  return points / (one.width * one.height);
}

for (const picture of pictures) {
  test(`${picture.name} looks as it was kept`, async () => {
    const taken = await take(browser, release, picture);
    const keptFile = join(kept, `${picture.name}.png`);
    if (process.env.KEEP_PICTURES) return writeFileSync(keptFile, taken);
    const now = PNG.sync.read(taken);
    const marked = new PNG({ width: now.width, height: now.height });
    const share = difference(now, PNG.sync.read(readFileSync(keptFile)), marked);
    if (share <= mostDifferent) return undefined;
    const nowFile = join(found, `${picture.name}.png`);
    writeFileSync(nowFile, taken);
    writeFileSync(join(found, `${picture.name}.different.png`), PNG.sync.write(marked));
    assert.fail(`${(100 * share).toFixed(1)} % of ${nowFile} differs from tests/pictures; if it looks right, keep it ` +
      "with ./run pictures");
  });
}

test("a moved block would be noticed", () => {
  const one = new PNG({ width: 100, height: 100, fill: true });
  one.data.fill(255);
  const other = PNG.sync.read(PNG.sync.write(one));
  for (let y = 40; y < 55; ++y) other.data.fill(0, 4 * (100 * y + 20), 4 * (100 * y + 35));
  for (let at = 3; at < other.data.length; at += 4) other.data[at] = 255;
  const marked = new PNG({ width: 100, height: 100 });
  assert.equal(difference(one, one, marked), 0);
  assert.ok(difference(one, other, marked) > mostDifferent);
});
