// The package as it is published: what is in it, and how pages, a bundler and Node take it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { build } from "vite";
import { findChromium, launch } from "./browser.mjs";
import { serve } from "./host.mjs";

const PACKAGE = new URL("../../lokmin-wasm/", import.meta.url).pathname;

// Beside this file, so that what a page imports besides is found.
const folder = mkdtempSync(join(import.meta.dirname, "node_modules", ".package-"));
const installed = join(folder, "node_modules", "lokmin");
let tarball;

before(() => {
  const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", folder, PACKAGE], { encoding: "utf8" }));
  tarball = join(folder, filename);
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
});
after(() => rmSync(folder, { recursive: true }));

test("its entries lead where they should", async () => {
  const { messages } = await publint({ pkgDir: installed, pack: false, strict: true });
  assert.deepEqual(messages, []);
});

test("its types are found by bundlers and by Node, with the modules that they describe", async () => {
  const { problems } = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))), {
    excludeEntrypoints: [/\.wasm$/u, /schema/u, /package\.json$/u],
  });
  // There are ES modules only: what looks for others, or knows no `exports`, finds less.
  const told = problems.filter(({ resolutionKind }) => !["node10", "node16-cjs"].includes(resolutionKind));
  assert.deepEqual(told, []);
});

test("it holds what it needs, and nothing else", () => {
  const files = readdirSync(installed, { recursive: true }).filter((file) => /\./u.test(file));
  const others = files.filter((file) => !/^(?:package\.json|README\.md|js\/[\w-]+\.js|pkg\/[\w-]+\.(?:d\.ts|js|wasm)|pkg\/schema\/\w+\.schema\.json)$/u.test(file));
  assert.deepEqual(others, []);
  assert.ok(["js/index.js", "js/full.js", "pkg/index.d.ts", "pkg/full.d.ts", "pkg/schema/forum.schema.json"].every((file) => files.includes(file)));
});

test("no script waits while it is loaded, and none does more than define things", () => {
  for (const file of readdirSync(join(installed, "js"))) {
    assert.doesNotMatch(readFileSync(join(installed, "js", file), "utf8"), /^(?:await|.*= await)\b/mu, file);
  }
});

test("its types are complete", () => {
  const types = readdirSync(join(installed, "pkg")).filter((file) => file.endsWith(".d.ts"));
  assert.ok(types.length > 15);
  for (const file of types) {
    const text = readFileSync(join(installed, "pkg", file), "utf8").replace(/\/\*[^]*?\*\/|\/\/.*/gu, "");
    assert.doesNotMatch(text, /\bany\b/u, file);
  }
});

const executable = findChromium();
if (executable === undefined && process.env.LOKMIN_REQUIRE_ALL === "1") {
  throw new Error("LOKMIN_REQUIRE_ALL: there is no browser to load the package in");
}

describe("in a browser", { skip: executable === undefined ? "NO BROWSER" : false }, () => {
  let browser;

  before(async () => {
    browser = await launch(executable);
  });
  after(() => browser.close());

  /** Opens a page of a server, runs something in it, and tells what the page complained of and asked for. */
  async function visit(pages, options, run) {
    const server = await serve(pages, options);
    const page = await browser.newPage();
    const [complaints, asked] = [[], []];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    try {
      await page.goto(server.address);
      await run(page);
      assert.deepEqual(complaints, []);
      return asked;
    } finally {
      await page.close();
      await server.close();
    }
  }

  const published = () => pathToFileURL(`${installed}/`);
  const HEAD = '<!doctype html><html lang="id"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">';

  test("the lines of the README work as they stand", async () => {
    const text = readFileSync(join(PACKAGE, "README.md"), "utf8");
    const [, lines] = text.match(/^```html\n(.*?)^```$/msu);
    assert.equal(lines.trim().split("\n").length, 5);
    await visit({ "/": HEAD + lines, "/node_modules/lokmin/": published() }, { policy: "" }, async (page) => {
      const input = page.locator("input");
      await page.waitForSelector(".lokmin-summary", { state: "attached" });
      await input.fill("Kamis, 30/2/2025");
      await page.keyboard.press("Tab");
      assert.match(await page.textContent(".lokmin-message"), /^Kesalahan: .*30\/2\/2025/u);
      await page.click("button");
      assert.equal(await page.getAttribute(".lokmin-errors", "role"), "alert");
      await input.fill("Kamis, 29/8/2024");
      await page.click("button");
      await page.waitForURL(/held_on=Kamis/u);
    });
  });

  test("the rules are loaded once, however often and early they are asked for", async () => {
    const script = `
      import * as lokmin from "/node_modules/lokmin/js/index.js";
      const both = lokmin.init();
      window.same = both === lokmin.init();
      await Promise.all([both, lokmin.init(), lokmin.init("/nowhere.wasm")]);
      window.done = lokmin.quarterFacts("2025Q3").value.last_day;`;
    const pages = { "/": `${HEAD}<script type="module" src="/page.js"></script>`, "/page.js": script, "/node_modules/lokmin/": published() };
    const asked = await visit(pages, {}, async (page) => {
      await page.waitForFunction(() => window.done);
      assert.deepEqual(await page.evaluate(() => [same, done]), [true, "2025-09-30"]);
    });
    assert.deepEqual(asked.filter((path) => path.endsWith(".wasm")), ["/node_modules/lokmin/pkg/lokmin_bg.wasm"]);
  });

  test("the rules start at once from bytes that are there", async () => {
    const script = `
      import * as lokmin from "/node_modules/lokmin/js/index.js";
      const bytes = await (await fetch("/node_modules/lokmin/pkg/lokmin_bg.wasm")).arrayBuffer();
      lokmin.initSync(bytes);
      lokmin.initSync(bytes);
      window.done = lokmin.quarterFacts("2025Q3").value.last_day;`;
    const pages = { "/": `${HEAD}<script type="module" src="/page.js"></script>`, "/page.js": script, "/node_modules/lokmin/": published() };
    await visit(pages, {}, async (page) => {
      await page.waitForFunction(() => window.done === "2025-09-30");
    });
  });

  for (const [entry, call, expected] of [
    ["lokmin", 'quarterFacts("2025Q3").value.last_day', "2025-09-30"],
    ["lokmin/full", 'resolveIndicator({ text: "D/S" }).value.code', "SKDN-DS"],
  ]) {
    test(`Vite bundles ${entry}`, async () => {
      const root = join(folder, entry.replace("/", "-"));
      mkdirSync(root);
      writeFileSync(join(root, "index.html"), `${HEAD}<script type="module" src="./main.js"></script>`);
      const lines = [`import * as lokmin from "${entry}";`, "await lokmin.init();", `document.title = lokmin.${call};`];
      writeFileSync(join(root, "main.js"), lines.join("\n"));
      await build({ root, configFile: false, logLevel: "error" });
      const dist = pathToFileURL(join(root, "dist/"));
      const index = readFileSync(new URL("index.html", dist), "utf8");
      const asked = await visit({ "/": index, "/assets/": new URL("assets/", dist) }, {}, async (page) => {
        await page.waitForFunction((title) => document.title === title, expected);
      });
      assert.equal(asked.filter((path) => path.endsWith(".wasm")).length, 1);
    });
  }
});

test("Node takes it from where it is installed", () => {
  const lines = 'import { init, quarterFacts } from "lokmin"; await init(); console.log(quarterFacts("2025Q3").value.last_day);';
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", lines], { cwd: folder, encoding: "utf8" });
  assert.equal(printed.trim(), "2025-09-30");
});
