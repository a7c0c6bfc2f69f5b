// What the tests of the demo have in common: a browser, a server, and a person who types and clicks.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { findChromium, launch } from "./browser.mjs";
import { serve } from "./server.mjs";

export const PACKAGE = fileURLToPath(new URL("../../lokmin-wasm/", import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const executable = findChromium();
if (executable === undefined && process.env.LOKMIN_REQUIRE_ALL === "1") {
  throw new Error("LOKMIN_REQUIRE_ALL: there is no browser to try the demo in");
}
export const options = { skip: executable === undefined ? "NO BROWSER" : false };

/** What the article about the forum of Lumbir says of who came, one line each. */
export const LUMBIR = [
  "Diyati, SE., M.Ap., Sekretaris Kecamatan (Sekcam) Lumbir, mewakili Ibu Camat Lumbir",
  "Sito Hatmoko, S.KM., M.KM, Kepala Bidang Pencegahan Penyakit mewakili Kepala Dinas Kesehatan Kabupaten Banyumas",
  "dr. Mahar Barlian, Kepala Puskesmas Lumbir",
  "Polsek",
  "Koramil",
  "Korwilcam Dindik Lumbir",
  "pihak terkait lainnya",
];

/** Starts the browser and the server; `open` gives a page that keeps what it complains of. */
export async function stage() {
  const browser = await launch(executable);
  const server = await serve(PACKAGE);
  const context = (more = {}) => browser.newContext({ viewport: { width: 360, height: 740 }, locale: "id-ID", acceptDownloads: true, serviceWorkers: "block", ...more });
  return {
    browser, server, context,
    async open(more, address = server.address) {
      const page = await (await context(more)).newPage();
      return watch(page, address);
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Opens the demo in a page, and keeps what the page complains of. */
export async function watch(page, address) {
  page.complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !message.text().includes("blocked by Playwright")) page.complaints.push(message.text());
  });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  await page.locator("main h1").waitFor();
  return page;
}

/** Makes a draft of the sample working area. */
export async function begin(page, name = "Lumbir TW III 2024") {
  await page.locator("#draft-name").fill(name);
  await page.locator("#start button.main").click();
  await page.locator("#forum-date").waitFor();
}

/** Goes to a screen by the navigation. */
export async function go(page, screen) {
  await page.locator(`nav a[href="#${screen}"]`).click();
  await page.locator(`nav a[href="#${screen}"][aria-current=page]`).waitFor();
  await page.locator("main:not([aria-busy])").waitFor();
}

/** Enters the forum of Lumbir as its article has it. */
export async function enterForum(page) {
  await page.locator("#forum-date").fill("Kamis, (29/8/2024)");
  await page.locator("#forum-label").fill("Tribulan III");
  await page.locator("#forum-venue").fill("Aula Kecamatan Lumbir");
  await go(page, "attendance");
  await page.locator("main textarea").fill(LUMBIR.join("\n"));
  await page.locator("main button.main").first().click();
  await page.locator("#people > li").nth(LUMBIR.length - 1).waitFor();
}

/** Waits until everything is written down. */
export async function saved(page) {
  await page.locator(".saved[data-state=saved]").waitFor();
}

/** Saves a file of the screen of the drafts, and answers its text. */
export async function exported(page, key) {
  await go(page, "drafts");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-export=${key}] button`).first().click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** Fails on anything that axe finds, on what is wider than the screen, and on targets that are too small. */
export async function assertAccessible(page, where) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"], iframes: false }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`), [], where);
  const facts = await page.evaluate(() => ({
    wide: Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
    small: [...document.querySelectorAll("button, select, input[type=text], textarea, summary, nav a, label")].filter((one) => {
      if (one.tagName === "LABEL" && !one.parentElement.matches(".check, .choice")) return false;
      const { width, height } = one.getBoundingClientRect();
      return width > 0 && (height < 47.5 || (one.tagName === "BUTTON" && width < 47.5));
    }).map((one) => one.outerHTML.slice(0, 120)),
  }));
  assert.deepEqual(facts, { wide: 0, small: [] }, where);
}
