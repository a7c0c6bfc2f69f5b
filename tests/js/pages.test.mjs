// The written pages as people meet them: on a phone, on a screen, on paper; by eye and by ear.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { HtmlValidate } from "html-validate";
import * as lokmin from "lokmin/full";
import { findChromium, launch } from "./browser.mjs";
import { realSize } from "./real-size.mjs";

await lokmin.init();

const WRITERS = {
  review: lokmin.renderReview,
  "village reports": lokmin.renderVillageReports,
  matrix: lokmin.renderFollowUpMatrix,
};
const HOSTILE =
  " <script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>\"'><a href=javascript:1>a</a> </style> " +
  "</title> --> ]]> &lt;b&gt; | [x](http://x.example) ![y](//y.example/z.png) `c` **d** \u202e\u0000\u2066 081234567890";
const WIDE = ` ${"WMW".repeat(20)} ${"wmw ".repeat(20)}`;
const EMPTY = { quarter: "2025Q3", as_of: "2025-08-20" };

/** Returns the HTML of a page. */
function html(name, request, lang) {
  const outcome = WRITERS[name](request, { format: "html", lang });
  assert.ok(outcome.ok, JSON.stringify(outcome.problems));
  return outcome.value[0].text;
}

/** Every kind of thing on a page, and not many of each: to look at every element takes time. */
const FEW = { indicators: ["K6", "STUNT"], recommendations: 6 };
const REQUESTS = {
  "real size": realSize(),
  wide: realSize(WIDE),
  few: realSize("", FEW),
  hostile: realSize(HOSTILE, FEW),
  empty: EMPTY,
};

/** Every page that is looked at: what, in which language. */
const PAGES = Object.keys(WRITERS).flatMap((name) =>
  ["id", "en"].flatMap((lang) =>
    Object.entries(REQUESTS).map(
      ([size, request]) => ({ name, lang, size, text: html(name, request, lang) }),
    ),
  ),
);

test("the pages are valid HTML", async () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
    rules: { "long-title": "off" },
  });
  for (const { name, lang, size, text } of PAGES) {
    const report = await validator.validateString(text);
    const found = report.results.flatMap(({ messages }) => messages);
    const told = found.slice(0, 5).map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`);
    assert.ok(report.valid && found.length === 0, `${name}, ${lang}, ${size}\n${told.join("\n")}`);
  }
});

test("the policy of a page names the checksum of its style", () => {
  const css = readFileSync(new URL("../../lokmin-core/src/render/style.css", import.meta.url), "utf8");
  const checksum = createHash("sha256").update(css).digest("base64");
  for (const { text } of PAGES) {
    assert.ok(text.includes(`style-src 'sha256-${checksum}'`), `STYLE_SHA256 in html.rs should be ${checksum}`);
    assert.ok(text.includes(`<style>${css}</style>`));
  }
});

test("hostile text is text, and telephone numbers are hidden", () => {
  for (const { text, size } of PAGES.filter((page) => page.size === "hostile")) {
    assert.ok(text.includes("&lt;script&gt;window.hacked = 1&lt;/script&gt;"), size);
    assert.doesNotMatch(text, /<(?:script|img|iframe|object|link|form)\b|javascript:1>|\sstyle=|[\0\u202e\u2066]/u);
    assert.ok(!text.includes("081234567890"));
  }
});

const executable = findChromium();
if (executable === undefined && process.env.LOKMIN_REQUIRE_ALL === "1") {
  throw new Error("LOKMIN_REQUIRE_ALL: there is no browser to look at the pages in");
}

describe("in a browser", { skip: executable === undefined ? "NO BROWSER" : false }, () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  let browser;

  before(async () => {
    browser = await launch(executable);
  });
  after(() => browser.close());

  /** Opens a page; whatever it asks of anybody, or complains of, is kept. */
  async function open(text, options) {
    const page = await browser.newPage(options);
    page.complaints = [];
    page.on("console", (message) => page.complaints.push(message.text()));
    page.on("pageerror", (error) => page.complaints.push(String(error)));
    page.on("request", (request) => page.complaints.push(request.url()));
    await page.setContent(text);
    return page;
  }

  async function pages(page) {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    return pdf.match(/\/Type \/Page\b(?!s)/gu).length;
  }

  const VIEWS = [
    { width: 360, colorScheme: "light" },
    { width: 360, colorScheme: "dark" },
    { width: 1280, colorScheme: "light" },
    { width: 1280, colorScheme: "dark" },
  ];

  for (const { name, lang, size, text } of PAGES.filter((page) => ["real size", "wide"].includes(page.size))) {
    test(`${name}, ${lang}, ${size}: no wider than the screen`, async () => {
      const page = await open(text, { viewport: { width: 360, height: 800 } });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wide <= 0, `${wide} px too wide`);
      assert.deepEqual(page.complaints, []);
      await page.close();
    });
  }

  for (const { name, lang, size, text } of PAGES.filter((page) => ["few", "hostile", "empty"].includes(page.size))) {
    test(`${name}, ${lang}, ${size}: accessible, and no wider than the screen`, async () => {
      // What is said is the same in every view of the other pages; colours and widths are those of the few.
      for (const { width, colorScheme } of size === "few" ? VIEWS : VIEWS.slice(1, 2)) {
        const page = await open(text, { viewport: { width, height: 800 }, colorScheme });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(wide <= 0, `${wide} px too wide at ${width}`);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
        const told = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`);
        assert.deepEqual(told, [], `${width} px, ${colorScheme}`);
        const facts = await page.evaluate(() => ({
          hacked: window.hacked,
          foreign: document.querySelectorAll("script, img, iframe, form, a:not([href^='#'])").length,
          mute: [...document.querySelectorAll(".status")].filter((one) => !one.textContent.trim() || !one.querySelector("svg")).length,
        }));
        assert.deepEqual(facts, { hacked: undefined, foreign: 0, mute: 0 });
        assert.deepEqual(page.complaints, []);
        await page.close();
      }
    });
  }

  for (const { name, lang, size, text } of PAGES.filter((page) => page.name !== "matrix" && page.size !== "hostile")) {
    test(`${name}, ${lang}, ${size}: one A4 page a sheet`, async () => {
      const page = await open(text);
      const sheets = await page.evaluate(() => document.querySelectorAll(".sheet").length);
      assert.equal(sheets, size === "empty" || name === "review" ? 1 : 16);
      const all = await pages(page);
      const annex = await page.evaluate(() => document.querySelectorAll(".annex").length);
      assert.ok(annex === 0 ? all === sheets : all > sheets);
      await page.evaluate(() => document.querySelectorAll(".annex").forEach((one) => one.remove()));
      assert.equal(await pages(page), sheets);
      await page.close();
    });
  }

  test("paper is white in the dark, too, and tables keep their header", async () => {
    const page = await open(PAGES[0].text, { colorScheme: "dark" });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const facts = await page.evaluate(() => ({
      paper: getComputedStyle(document.body).backgroundColor,
      ink: getComputedStyle(document.body).color,
      header: getComputedStyle(document.querySelector("thead")).display,
      row: getComputedStyle(document.querySelector("tbody tr")).breakInside,
    }));
    assert.deepEqual(facts, {
      paper: "rgb(255, 255, 255)",
      ink: "rgb(27, 31, 36)",
      header: "table-header-group",
      row: "avoid",
    });
    await page.close();
  });
});
