// No input makes the rules trap: every function on arbitrary text and JSON, the same ones at each run.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { before, describe, test } from "node:test";
import fc from "fast-check";
import * as lokmin from "lokmin/full";

const RUNS = { seed: 20250703, numRuns: 300 };
const CASES = new URL("../cases/", import.meta.url);

before(() => lokmin.init());

// What the texts and documents are made of: every input of the cases, and what tends to break things.
const suites = readdirSync(CASES, { recursive: true })
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file) => JSON.parse(readFileSync(new URL(file, CASES), "utf8")));
const known = suites.flatMap(({ cases }) => cases.map(({ input }) => input));
const words = [
  ...new Set(known.flatMap((input) => Object.values(input)).filter((value) => typeof value === "string")),
  "", "\0", "\ufeff", "\u202e", "😀", "\ud800", "２０２５", "٢٠٢٥", "\u0300".repeat(200), "9".repeat(400), "-0", "1e999",
];

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(...words),
  fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 5 })), { maxLength: 6 }).map((parts) => parts.join(" ")),
  // One character of a known text is another one, or gone.
  fc.tuple(fc.constantFrom(...words), fc.nat(), fc.string({ unit: "binary", maxLength: 1 })).map(([word, place, other]) => {
    const at = place % (word.length + 1);
    return word.slice(0, at) + other + word.slice(at + 1);
  }),
);
const integer = fc.oneof(fc.integer(), fc.integer({ min: -1, max: 10_000 }), fc.constantFrom(2025, 2 ** 31 - 1, -(2 ** 31)));
const scalar = fc.oneof(
  text, integer, fc.double(), fc.boolean(), fc.constantFrom(null, undefined, 1n, "2025Q3", "2025-07-03", "quarterly"),
);
const names = [...new Set(known.flatMap(memberNames))];
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), tie("value"), { maxKeys: 6 }),
  ),
})).value;

/** A question or document in which one part is replaced by something else. */
const spoilt = (documents) =>
  fc.tuple(fc.constantFrom(...documents), fc.nat(), json).map(([document, place, other]) => {
    const copy = structuredClone(document);
    const places = [...parts(copy)];
    if (places.length > 0) {
      const [owner, key] = places[place % places.length];
      owner[key] = other;
    }
    return copy;
  });
const document = fc.oneof(json, spoilt(known.flatMap((input) => [input, ...Object.values(input).filter(isObject)])));

/** The inputs of an operation's cases. */
function inputs(operation) {
  return suites.filter((suite) => suite.operation === operation).flatMap(({ cases }) => cases.map(({ input }) => input));
}

/** What an operation is asked with: anything, or most often one of its own cases, spoilt. */
function asked(operation) {
  const own = inputs(operation).map((input) => ("request" in input ? input.request : input)).filter(isObject);
  return fc.oneof({ arbitrary: document, weight: 1 }, { arbitrary: spoilt(own), weight: 3 });
}

/** A request as a plain value or as JSON text, and any text. */
function request(operation) {
  const value = asked(operation);
  return fc.oneof({ arbitrary: value, weight: 4 }, { arbitrary: fc.oneof(value.map(written), text), weight: 1 });
}

/** Any text, or most often a sheet of an operation's cases in which a cell or a separator is something else. */
function sheet(operation) {
  const own = fc.constantFrom(...inputs(operation).map((input) => input.text));
  const spoiltSheet = fc.tuple(own, fc.nat(), text).map(([csv, place, other]) => {
    const cells = csv.split(/([,;\n])/u);
    cells[place % cells.length] = other;
    return cells.join("");
  });
  return fc.oneof({ arbitrary: text, weight: 1 }, { arbitrary: spoiltSheet, weight: 3 });
}

const lang = fc.constantFrom("id", "en");
const optional = (arbitrary) => fc.option(arbitrary, { nil: undefined });
const options = (members = {}) =>
  fc.record({ lang, ...Object.fromEntries(Object.entries(members).map(([name, value]) => [name, optional(value)])) });

const format = fc.oneof(fc.constantFrom("html", "markdown", "text", "csv"), text);

const KINDS = ["forum", "working_area", "cadence_policy", "coverage_policy", "catalogue", "targets", "event"];

/** The arguments of every public function. */
const FUNCTIONS = {
  accreditation: [request("accreditation"), options()],
  addMonths: [text, integer, options()],
  addQuarters: [text, integer, options()],
  assessDefaults: [options()],
  assessSeries: [request("assess_series"), options()],
  checkRegion: [text, text, options()],
  clockTime: [text, options()],
  dropOut: [request("drop_out"), options()],
  evaluateCadence: [document, options()],
  evaluateCadenceColumns: [document, options()],
  explainCadence: [document, options()],
  explainAccreditation: [request("explain_accreditation"), options()],
  expandPlace: [text, options()],
  explainRollUp: [request("explain_roll_up"), options()],
  explainSeries: [request("explain_series"), options()],
  findRegion: [text, text, options({ within: text, level: text })],
  findVillage: [document, text, options()],
  holidays: [text, options()],
  holidaysOfYear: [integer, options({ csv: text })],
  iks: [request("iks"), options()],
  iksArea: [request("iks_area"), options()],
  indicator: [asked("indicator"), options()],
  lookupTarget: [asked("lookup_target"), options()],
  mapRegionCode: [text, text, integer, integer, options({ mapping: text })],
  month: [text, options()],
  monthContaining: [text, options()],
  monthFacts: [text, options()],
  monthFromDhis2: [text, options()],
  nextState: [asked("next_state"), options()],
  parseDate: [text, options({ year: integer })],
  parseIsoDate: [text, options()],
  parseNumber: [text, options()],
  parseQuarter: [text, options({ year: integer, on: text })],
  parseRegion: [text, options({ system: text })],
  parseSpan: [text, text, options({ reviewed: text })],
  parseTime: [text, options()],
  pkp: [request("pkp"), options()],
  placeMeeting: [document, options()],
  publishedPercentage: [request("published_percentage"), options()],
  quality: [request("quality"), options()],
  quarter: [text, options()],
  quarterContaining: [text, options()],
  quarterFacts: [text, options()],
  quarterFromDhis2: [text, options()],
  rank: [request("rank"), options()],
  readCatalogueCsv: [sheet("read_catalogue_csv"), options()],
  readTargetsCsv: [sheet("read_targets_csv"), options()],
  readTable: [request("read_table"), options()],
  recogniseSector: [text, options({ aliasesCsv: text })],
  renderFollowUpMatrix: [request("review"), options({ format })],
  renderReview: [request("review"), options({ format })],
  renderVillageReports: [request("review"), options({ format })],
  resolveIndicator: [asked("resolve_indicator"), options()],
  review: [request("review"), options()],
  reviewedByDefault: [text, options()],
  rollUp: [request("roll_up"), options()],
  schedule: [document, options()],
  sectorCoverage: [document, options()],
  skdn: [request("skdn"), options()],
  statedSpan: [document, options()],
  statedSpanText: [text, options()],
  suppress: [request("suppress"), options()],
  targetSources: [asked("target_sources"), options()],
  transitions: [options()],
  uci: [request("uci"), options()],
  validate: [fc.oneof(text, fc.constantFrom(...KINDS)), document, options()],
  validateAt: [fc.oneof(text, fc.constantFrom(...KINDS)), document, text, options()],
  validateText: [
    fc.constantFrom(...KINDS),
    fc.oneof(text, document.map((value) => written(value))),
    options(),
  ],
};

/** How each class is made and asked. */
const CLASSES = {
  RegionIndex: [[text], (index, a, b) => [index.describe(), index.check(a), index.find(b, { within: a, level: "village" })]],
  CodeChanges: [[text, fc.record({ mapping: optional(text) })], (changes, a) => [changes.describe(), changes.map(a, 2018, 2025)]],
  SectorAliases: [[text], (aliases, a, b) => [aliases.describe(), aliases.recognise(a), aliases.recognise(b)]],
};

/** Registers of the events of the cases, one part spoilt, and what is asked of them. */
const REGISTER = [
  fc.oneof(spoilt(inputs("follow_up").map(({ events }) => events)), json),
  fc.oneof(fc.constantFrom(...inputs("apply_event").map(({ event }) => event)), document),
  fc.oneof(fc.constantFrom(...inputs("agenda").map(({ question }) => question)), document),
  fc.oneof(text, fc.constantFrom(...inputs("read_register").map(({ lines }) => lines ?? "{"))),
];

test("a register answers anything", () => {
  const property = fc.property(...REGISTER, text, (events, event, question, lines, id) => {
    for (const register of [lokmin.Register.of(events), new lokmin.Register(lines), new lokmin.Register(lines, { policy: event })]) {
      const answers = [
        register.describe(),
        register.apply(event),
        register.merge(register),
        register.merge(lines),
        register.carryOver(question),
        register.carryOver(event),
        register.followUp(question),
        register.agenda(question),
        register.figures(question),
        register.conflicts(),
        register.events(id),
      ];
      answers.forEach(isOutcome);
      assert.equal(new lokmin.Register(register.toText()).toText(), register.toText());
      register.free();
    }
  });
  fc.assert(property, RUNS);
});

test("every function is tried", () => {
  const tried = [...Object.keys(FUNCTIONS), ...Object.keys(CLASSES), "Register", "init", "initSync", "bindForm", "schema", "schemas"];
  assert.deepEqual(Object.keys(lokmin).sort(), tried.sort());
});

describe("an answer is given to anything by", () => {
  for (const [name, values] of Object.entries(FUNCTIONS)) {
    test(name, () => fc.assert(fc.property(...values, (...all) => isOutcome(lokmin[name](...all))), RUNS));
  }
  for (const [name, [values, ask]] of Object.entries(CLASSES)) {
    const property = fc.property(fc.tuple(...values), text, text, (all, ...words) => {
      const held = new lokmin[name](...all);
      ask(held, ...words).forEach(isOutcome);
      held.free();
    });
    test(name, () => fc.assert(property, RUNS));
  }
});

test("a Standard Schema gives a value or issues to anything", () => {
  const property = fc.property(fc.constantFrom(...Object.values(lokmin.schemas)), document, (schema, value) => {
    const result = schema["~standard"].validate(value);
    assert.notEqual("value" in result, "issues" in result);
    for (const { message, path } of result.issues ?? []) {
      assert.notEqual(message, "");
      assert.ok(Array.isArray(path));
    }
  });
  fc.assert(property, RUNS);
});

test("megabytes of one character are answered in time", () => {
  const began = performance.now();
  for (const character of ["x", "9", " ", "\n", ",", '"', "[", "{", "/", "😀"]) {
    const long = character.repeat(300_000);
    for (const name of ["parseDate", "parseQuarter", "parseTime", "recogniseSector", "parseRegion", "holidays"]) {
      isOutcome(lokmin[name](long));
    }
    for (const name of ["assessSeries", "rollUp", "quality", "readTargetsCsv", "readCatalogueCsv"]) {
      isOutcome(lokmin[name](long));
    }
    isOutcome(lokmin.resolveIndicator({ text: long }));
    isOutcome(lokmin.readTargetsCsv(`indicator,rate\n${long}`));
    isOutcome(lokmin.parseSpan(long, "2025-07-03"));
    isOutcome(lokmin.validateText("forum", long));
    isOutcome(new lokmin.RegionIndex(`kode,nama\n${long}`).describe());
  }
  assert.ok(performance.now() - began < 60_000);
});

/** Checks the shape of an outcome. What throws, a trap most of all, fails the property. */
function isOutcome(outcome) {
  assert.equal(outcome.ok, "value" in outcome);
  const errors = outcome.problems.filter(({ severity }) => severity === "error");
  assert.equal(outcome.ok, errors.length === 0);
  for (const { code, path, message } of outcome.problems) {
    assert.match(code, /^[a-z0-9_]+\.[a-z0-9_]+$/);
    assert.equal(typeof path, "string");
    assert.notEqual(message, "");
  }
}

function isObject(value) {
  return typeof value === "object" && value !== null;
}

function memberNames(value) {
  if (!isObject(value)) {
    return [];
  }
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(memberNames)];
}

/** Every place in a value, as its owner and key. */
function* parts(value) {
  for (const [key, item] of Object.entries(value)) {
    yield [value, key];
    if (isObject(item)) {
      yield* parts(item);
    }
  }
}

function written(value) {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}
