// What the JavaScript layer adds: loading, frozen answers, misuse, and values that JSON cannot say.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import vm from "node:vm";
import * as lokmin from "lokmin/full";
import { enter, unwritable } from "../../lokmin-wasm/js/bridge.js";
import * as glue from "../../lokmin-wasm/pkg/full.js";
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
  initSync(readFileSync(createRequire(import.meta.url).resolve("lokmin/full.wasm")));
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

test("a problem of an argument has its name as the place", () => {
  const places = [
    lokmin.parseQuarter("TW III", { on: "3/7/2025" }),
    lokmin.parseSpan("bulan ini", "2025-02-30"),
    lokmin.parseSpan("bulan ini", "2025-02-03", { reviewed: "2025Q5" }),
    lokmin.parseRegion("15", { system: "BPS" }),
    lokmin.findRegion("kode,nama\n", "Jebak", { within: "1504" }),
    lokmin.findRegion("kode,nama\n", "Jebak", { level: "desa" }),
    lokmin.mapRegionCode("dari,ke,perubahan,kode,nama_lama,nama_baru\n", "15.04.02.2003", 0, 2025),
    lokmin.validate("forums", {}),
  ].map(({ problems }) => problems.map(({ path }) => path).join());
  assert.deepEqual(places, ["/on", "/on", "/reviewed", "/system", "/within", "/level", "/from", "/kind"]);
});

describe("what is read once", () => {
  const csv = "kode,nama\n33.02.01,Lumbir\n33.02.01.2001,Cirahab\n";

  test("answers as often as asked", () => {
    const index = new lokmin.RegionIndex(csv);
    assert.deepEqual(index.describe().value, { regions: 2 });
    assert.equal(index.find("cirahab").value, "33.02.01.2001");
    assert.equal(index.find("lumbir", { level: "subdistrict", within: "33.02" }).value, "33.02.01");
    assert.equal(index.check("33.02.01.2002").problems[0].code, "region.unknown_code");
    assert.throws(() => index.find(3), TypeError);
    assert.throws(() => index.find("x", { lvel: "village" }), /`lvel` is no option/);
    index.free();
    assert.throws(() => index.find("cirahab"), Error);
    assert.equal(lokmin.parseRegion("33.02.01").value, "33.02.01", "the rules go on");
  });

  test("answers with its own problems when it cannot be read", () => {
    const index = new lokmin.RegionIndex("kode\n33\n");
    const { ok, problems } = index.describe();
    assert.equal(ok, false);
    assert.deepEqual(index.find("Lumbir").problems, problems);
    const changes = new lokmin.CodeChanges("dari\n");
    assert.equal(changes.map("33.02.01.2001", 2018, 2025).ok, false);
    assert.deepEqual(new lokmin.SectorAliases("x").recognise("Camat").ok, false);
  });

  test("gives its memory back", () => {
    const list = csv + Array.from({ length: 999 }, (_, n) => `33.02.02.${2001 + n},Desa ${n}\n`).join("");
    const read = () => {
      const index = new lokmin.RegionIndex(list);
      assert.equal(index.describe().value?.regions, 1001);
      index.free();
    };
    read();
    const { memory } = glue.initSync();
    const before = memory.buffer.byteLength;
    for (let time = 0; time < 150; time += 1) read();
    assert.ok(memory.buffer.byteLength - before < 1_000_000);
  });
});

test("the memory does not grow with the number of documents", () => {
  const file = new URL("../../lokmin-core/examples/data/forum_lumbir.json", import.meta.url);
  const forum = JSON.parse(readFileSync(file, "utf8"));
  const wrong = { ...forum, held_on: "2025-02-30", attendance: [...forum.attendance, { count: -1 }] };
  const check = () => [lokmin.validate("forum", forum), lokmin.validate("forum", wrong), lokmin.validateAt("forum", wrong, "/held_on")];
  assert.deepEqual(check().map(({ ok }) => ok), [true, false, false]);
  const { memory } = glue.initSync();
  const before = memory.buffer.byteLength;
  for (let time = 0; time < 2_000; time += 1) check();
  assert.equal(memory.buffer.byteLength, before);
});

describe("after a trap", () => {
  const trap = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };

  test("the rules start afresh, and nothing of before is used", () => {
    const index = new lokmin.RegionIndex("kode,nama\n33,Jawa Tengah\n");
    assert.equal(index.find("jawa tengah").value, "33");
    assert.throws(() => enter(trap), WebAssembly.RuntimeError);
    assert.equal(quarterFacts("2025Q3").value.number, 3);
    assert.throws(() => index.find("jawa tengah"), Error);
    assert.equal(new lokmin.RegionIndex("kode,nama\n33,Jawa Tengah\n").find("jawa tengah").value, "33");
  });
});

test("an answer that would not fit into the memory is a problem", () => {
  const question = { puskesmas: [], held_on: [], names: ["P1"], as_of: "2025-01-01", from: "0001Q1", to: "9999Q4" };
  assert.equal(lokmin.evaluateCadenceColumns(question).value.status.length, 39_996);
  const names = Array.from({ length: 51 }, (_, number) => `P${number}`);
  const { problems } = lokmin.evaluateCadenceColumns({ ...question, names });
  assert.deepEqual(problems.map(({ code, path }) => [code, path]), [["document.number_range", "/from"]]);
});

describe("a request of the assessment", () => {
  const request = {
    definition: "K6",
    series: [{ month: "2025-09", numerator: 35, denominator: 57 }],
    target: { rate: "80" },
    view: { month: "2025-09" },
  };

  test("is a plain value, or the same as JSON text", () => {
    const { value, problems } = lokmin.assessSeries(request);
    assert.deepEqual([value.numerator, value.value, value.met], [35, "3500/57", true]);
    assert.deepEqual(lokmin.assessSeries(JSON.stringify(request)), { ok: true, value, problems });
    assert.equal(lokmin.assessSeries("{").problems[0].code, "json.syntax");
    assert.equal(lokmin.assessSeries({ ...request, view: { month: NaN } }).problems[0].path, "/view/month");
  });

  test("is explained in the language of the messages, unless it says another", () => {
    const explain = (own, options) => lokmin.explainSeries({ ...request, ...own }, options).value;
    const [indonesian, english] = [explain({}), explain({}, { lang: "en" })];
    assert.match(indonesian, /35 dari 57/);
    assert.match(english, /35 of 57/);
    assert.equal(explain({ lang: "en" }, { lang: "id" }), english);
    assert.equal(explain({ lang: "id" }, { lang: "en" }), indonesian);
    assert.equal(explain({ lang: null }, { lang: "en" }), english);
  });

  test("has its problems in the language asked for", () => {
    const { problems } = lokmin.resolveIndicator({ text: "IBL" }, { lang: "en" });
    assert.equal(problems[0].code, "indicator.ambiguous_ibl");
    assert.notEqual(problems[0].message, lokmin.resolveIndicator({ text: "IBL" }).problems[0].message);
    assert.throws(() => lokmin.targetSources({}, { lang: "fr" }), /`fr` is not a language/);
    assert.deepEqual(lokmin.targetSources(), lokmin.targetSources({}));
  });
});

describe("a document", () => {
  const problemsOf = (document) =>
    unwritable(jsonText(document).found, { lang: "en" }).problems.map(({ path, message }) => `${path} ${message}`);
  const echo = (document) => {
    const { text, found } = jsonText(document);
    assert.deepEqual(found, []);
    return JSON.parse(text);
  };

  test("is a plain value", () => {
    const value = { a: [1, null, "é", { b: false }], c: -0.5, d: Object.assign(Object.create(null), { e: "" }) };
    assert.deepEqual(echo(value), JSON.parse(JSON.stringify(value)));
    assert.deepEqual(echo({ gone: undefined, kept: null }), { kept: null });
    assert.equal(jsonText("a text").text, '"a text"');
    assert.deepEqual(lokmin.validate("forum", "{}").problems.map(({ code }) => code), ["document.wrong_type"]);
    assert.deepEqual(lokmin.validate("forum", new Date(0)).problems.map(({ code }) => code), ["document.wrong_type"]);
    assert.deepEqual(lokmin.validateText("forum", "{").problems.map(({ code }) => code), ["json.syntax"]);
  });

  test("of another window is as good", () => {
    assert.deepEqual(echo(vm.runInNewContext("({a: [1, {b: 2}]})")), { a: [1, { b: 2 }] });
  });

  test("may share a part", () => {
    const part = { a: 1 };
    assert.deepEqual(echo([part, part]), [part, part]);
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
    const codes = (document) => lokmin.validate("forum", document).problems.map(({ code }) => code);
    assert.deepEqual(codes(nested(100)), ["document.wrong_type"]);
    assert.deepEqual(codes(nested(101)), ["json.too_deep"]);
    let deep = [];
    for (let depth = 0; depth < 1_000_000; depth += 1) deep = [deep];
    assert.deepEqual(codes(deep), ["json.too_deep"]);
  });

  test("that unfolds without end is refused", () => {
    let shared = [];
    for (let depth = 0; depth < 90; depth += 1) shared = [shared, shared];
    assert.match(problemsOf(shared)[0], /more than 5000000 values/);
  });
});
