// What the JavaScript layer adds: loading, frozen answers, misuse, and values that JSON cannot say.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import vm from "node:vm";
import * as lokmin from "lokmin";
import { askDocument } from "../../lokmin-wasm/js/bridge.js";
import { jsonText } from "../../lokmin-wasm/js/json.js";

const { init, initSync, parseIsoDate, quarterFacts } = lokmin;

test("all packages have one version", () => {
  const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
  const [, version] = read("Cargo.toml").match(/\[workspace\.package\]\nversion = "(.*)"/);
  assert.equal(JSON.parse(read("lokmin-wasm/package.json")).version, version);
});

test("a call before init is misuse", () => {
  assert.throws(() => quarterFacts("2025Q3"), /await init\(\)/);
});

test("what cannot be loaded is told, and may be tried again", async () => {
  await assert.rejects(init(new Uint8Array([1, 2, 3])));
  await init();
});

test("init is idempotent", async () => {
  assert.equal(init(), init());
  await Promise.all([init(), init(), init("nowhere")]);
  initSync(readFileSync(createRequire(import.meta.url).resolve("lokmin/lokmin.wasm")));
  assert.ok(quarterFacts("2025Q3").ok);
});

describe("answers", () => {
  test("are frozen all through", () => {
    const answer = quarterFacts("2025Q3");
    for (const part of [answer, answer.value, answer.value.months, answer.problems]) {
      assert.ok(Object.isFrozen(part));
    }
    const failure = quarterFacts("2025Q5");
    for (const part of [failure, failure.problems, failure.problems[0], failure.problems[0].params]) {
      assert.ok(Object.isFrozen(part));
    }
    assert.ok(!("value" in failure));
  });

  test("have messages in Indonesian unless asked otherwise", () => {
    const expected = {
      code: "date.impossible",
      path: "",
      loc: [],
      severity: "error",
      message: "there is no `2025-02-30` in the calendar",
      params: { found: "2025-02-30" },
      suggestion: null,
    };
    assert.deepEqual(parseIsoDate("2025-02-30", { lang: "en" }), { ok: false, problems: [expected] });
    for (const options of [undefined, {}, { lang: "id" }]) {
      assert.match(parseIsoDate("2025-02-30", options).problems[0].message, /tidak ada di kalender/);
    }
  });

  test("are given for any text", () => {
    const texts = ["", "\0", "😀".repeat(1000), "\ud800", "x".repeat(1_000_000), "٢٠٢٥Q٣", "\u202e2025Q3"];
    for (const text of texts) {
      for (const operation of [quarterFacts, lokmin.monthFacts, parseIsoDate]) {
        assert.equal(operation(text).problems.length, 1);
      }
    }
  });
});

test("misuse throws", () => {
  for (const value of [undefined, null, 3, new Date(), ["2025Q3"], new String("2025Q3")]) {
    assert.throws(() => quarterFacts(value), TypeError);
  }
  for (const count of [1.5, NaN, 2 ** 31, "1", 1n]) {
    assert.throws(() => lokmin.addMonths("2025-07", count), TypeError);
  }
  assert.throws(() => quarterFacts("2025Q3", { lang: "fr" }), /`fr` is not a language/);
  assert.throws(() => quarterFacts("2025Q3", { lnag: "en" }), /`lnag` is no option/);
});

describe("a document", () => {
  const echo = (text) => `{"ok":true,"value":${text},"problems":[]}`;
  const problemsOf = (document) =>
    askDocument(echo, document, { lang: "en" }).problems.map(({ path, message }) => `${path} ${message}`);

  test("is JSON text, or a plain value", () => {
    const value = { a: [1, null, "é", { b: false }], c: -0.5, d: Object.assign(Object.create(null), { e: "" }) };
    assert.deepEqual(askDocument(echo, value).value, JSON.parse(JSON.stringify(value)));
    assert.deepEqual(askDocument(echo, JSON.stringify(value)).value, askDocument(echo, value).value);
    assert.deepEqual(askDocument(echo, { gone: undefined, kept: null }).value, { kept: null });
    assert.equal(jsonText("not JSON").text, "not JSON");
  });

  test("of another window is as good", () => {
    assert.deepEqual(askDocument(echo, vm.runInNewContext("({a: [1, {b: 2}]})")).value, { a: [1, { b: 2 }] });
  });

  test("may share a part", () => {
    const part = { a: 1 };
    assert.deepEqual(askDocument(echo, [part, part]).value, [part, part]);
  });

  test("with what JSON cannot say has a problem at each place", () => {
    const circular = { held_on: new Date(0) };
    circular.self = [circular];
    assert.deepEqual(problemsOf(circular), [
      "/held_on expected JSON, found Date",
      "/self/0 expected JSON, found circular reference",
    ]);
    const values = [NaN, -Infinity, 1n, undefined, Symbol("s"), () => 1, new Map(), new String("s"), "\udc00", new (class {})()];
    assert.deepEqual(
      problemsOf({ "a/b": values }).map((line) => line.replace("expected JSON, found ", "")),
      ["NaN", "-Infinity", "BigInt", "undefined", "symbol", "function", "Map", "String", "half a surrogate pair",
        "object with a prototype"].map((name, index) => `/a~1b/${index} ${name}`),
    );
    assert.deepEqual(problemsOf({ "\ud800": 1 }), ["/\ufffd expected JSON, found half a surrogate pair"]);
    assert.deepEqual(problemsOf(new Date(0)), [" expected JSON, found Date"]);
    assert.deepEqual(problemsOf([, 1]), ["/0 expected JSON, found undefined"]);
    assert.equal(problemsOf(Array(5000).fill(NaN)).length, 1001);
  });

  test("is nested at most 100 deep", () => {
    const nested = (depth) => (depth === 0 ? 1 : [nested(depth - 1)]);
    assert.ok(askDocument(echo, nested(100)).ok);
    const answer = askDocument(echo, nested(101));
    assert.deepEqual(answer.problems.map(({ code }) => code), ["json.too_deep"]);
    let deep = [];
    for (let depth = 0; depth < 1_000_000; depth += 1) deep = [deep];
    assert.deepEqual(askDocument(echo, deep).problems.map(({ code }) => code), ["json.too_deep"]);
  });

  test("that unfolds without end is refused", () => {
    let shared = [];
    for (let depth = 0; depth < 90; depth += 1) shared = [shared, shared];
    assert.match(problemsOf(shared)[0], /more than 5000000 values/);
  });
});
