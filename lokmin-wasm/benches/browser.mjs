// Measures the package in Chromium, beside zod and ajv, which do only the structural part:
//
//     node lokmin-wasm/benches/browser.mjs
//
// Needs what `tests/run web` has built and installed. A time is the median of the rounds, in milliseconds. ajv is given the
// JSON Schema of the package as it is, zod by its own converter and without conditions, which that does not know; both are
// compiled before the clock starts.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const TESTS = new URL("../../tests/js/", import.meta.url);
const { findChromium, launch } = await import(new URL("browser.mjs", TESTS));
const { serve } = await import(new URL("host.mjs", TESTS));
const { build } = await import(new URL("node_modules/vite/dist/node/index.js", TESTS));

/** How often each thing is done before its time counts, and how many times are taken. */
const ROUNDS = 300;

/** After how many validations the memory is looked at. */
const VALIDATIONS = 100_000;

/** A sound record of 20 KB: that of Lumbir, with its own rows again under other ids. */
function record() {
  const path = new URL("../../lokmin-core/examples/data/forum_lumbir.json", import.meta.url);
  const [forum, given] = [JSON.parse(readFileSync(path, "utf8")), JSON.parse(readFileSync(path, "utf8"))];
  for (let number = 0; JSON.stringify(forum).length < 20_000; number += 1) {
    forum.minutes.push(given.minutes[number % given.minutes.length]);
    forum.attendance.push({ ...given.attendance[number % given.attendance.length], id: `again${number}` });
  }
  return forum;
}

const PAGE = `
  // The memory of the rules, as their instance is made.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const make = WebAssembly[name];
    WebAssembly[name] = async (...values) => {
      const made = await make.apply(WebAssembly, values);
      window.memory = (made.instance ?? made).exports.memory;
      return made;
    };
  }

  import { Ajv2020 } from "ajv/dist/2020.js";
  import addFormats from "ajv-formats";
  import { fromJSONSchema } from "zod";
  import * as lokmin from "lokmin";

  const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];

  /** The median time of something; very short things are done many times in a row. */
  function time(run, times = 1) {
    const taken = [];
    for (let round = 0; round < 2 * ${ROUNDS}; round += 1) {
      const began = performance.now();
      for (let again = 0; again < times; again += 1) run();
      taken.push((performance.now() - began) / times);
    }
    return median(taken.slice(${ROUNDS}));
  }

  function withoutConditions(schema) {
    const isCondition = (part) => part !== null && typeof part === "object" && "if" in part;
    return JSON.parse(JSON.stringify(schema), (name, value) =>
      ["if", "then", "else"].includes(name) || (name === "allOf" && value.some(isCondition)) ? undefined : value,
    );
  }

  window.measure = async (forum, schema) => {
    await lokmin.init();
    const small = { attendance: [{ ...forum.attendance[5], count: "x" }], schema: forum.schema, id: forum.id };
    const ajv = addFormats(new Ajv2020({ allErrors: true, strictTypes: false })).compile(schema);
    const zod = fromJSONSchema(withoutConditions(schema));
    if (!lokmin.validate("forum", forum).ok || !ajv(forum) || !zod.safeParse(forum).success) {
      throw new Error("the record is not sound for all: " + zod.safeParse(forum).error);
    }
    const form = document.querySelector("form");
    const bound = lokmin.bindForm(form, "forum", { document: forum });
    const field = form.querySelector("[name='/ordinal']");
    field.value = "x";
    bound.validate();
    let letter = 0;
    const type = () => {
      field.value = letter++ % 2 ? "x" : "y";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    return {
      document: time(() => lokmin.validate("forum", forum)),
      ajv: time(() => ajv(forum), 20),
      zod: time(() => zod.safeParse(forum), 5),
      value: time(() => lokmin.validateAt("forum", small, "/attendance/0/count"), 20),
      keystroke: time(type, 20),
    };
  };

  window.start = () => lokmin.init();

  /** Bytes of the memory of the rules before and after many validations. */
  window.grow = async (forum, times) => {
    await lokmin.init();
    lokmin.validate("forum", forum);
    const before = window.memory.buffer.byteLength;
    for (let number = 0; number < times; number += 1) lokmin.validate("forum", forum);
    return [before, window.memory.buffer.byteLength];
  };
  window.ready = true;
`;

const folder = mkdtempSync(join(fileURLToPath(TESTS), "node_modules", ".bench-"));
try {
  const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">';
  const form = '<form><label>n <input name="/ordinal" inputmode="numeric"></label></form>';
  writeFileSync(join(folder, "index.html"), `${head}${form}<script type="module" src="./main.js"></script>`);
  writeFileSync(join(folder, "main.js"), PAGE);
  await build({ root: folder, configFile: false, logLevel: "error" });
  const dist = pathToFileURL(join(folder, "dist/"));
  const server = await serve({ "/": readFileSync(new URL("index.html", dist), "utf8"), "/assets/": new URL("assets/", dist) }, { policy: "", headers: { "cache-control": "max-age=3600" } });
  const browser = await launch(findChromium());
  const context = await browser.newContext();
  const forum = record();
  const schema = JSON.parse(readFileSync(new URL("../../lokmin-core/schema/forum.schema.json", import.meta.url), "utf8"));
  const inits = [];
  let figures;
  // The first visits fill the cache of the browser.
  for (let visit = 0; visit < 6; visit += 1) {
    const page = await context.newPage();
    page.on("console", (message) => console.log(message.text()));
    await page.goto(server.address);
    await page.waitForFunction(() => window.ready);
    figures = visit < 5 ? undefined : await page.evaluate(([a, b]) => window.measure(a, b), [forum, schema]);
    if (visit < 5) {
      inits.push(await page.evaluate(async () => {
        const began = performance.now();
        await window.start();
        return performance.now() - began;
      }));
    }
    await page.close();
  }
  const [first, ...cached] = inits;
  const row = (name, value, goal = "") => console.log(`${name.padEnd(64)}${value === undefined ? "-" : value.toFixed(3).padStart(9)}  ${goal}`);
  row("init, first visit", first);
  row("init, later visits (median)", cached.toSorted((a, b) => a - b)[cached.length >> 1], "goal 30");
  row(`validate, forum of ${JSON.stringify(forum).length} bytes, every rule`, figures.document, "goal 2");
  row("  ajv, the structure only", figures.ajv);
  row("  zod, the structure only", figures.zod);
  row("validateAt, one value", figures.value);
  row("one keystroke in a bound form of that forum", figures.keystroke, "goal 0.3");
  const page = await context.newPage();
  await page.goto(server.address);
  await page.waitForFunction(() => window.ready);
  const [before, after] = await page.evaluate(([a, b]) => window.grow(a, b), [forum, VALIDATIONS]);
  console.log(`memory of the rules, before and after ${VALIDATIONS} validations: ${before} and ${after} bytes`);
  await browser.close();
  await server.close();
} finally {
  rmSync(folder, { recursive: true });
}
