// The documents beyond lokmin's own functions: as Standard Schema in a form library, as JSON Schema in a validator.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { before, describe, test } from "node:test";
import { FieldApi, FormApi } from "@tanstack/form-core";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import * as lokmin from "lokmin";

const CASES = new URL("../cases/", import.meta.url);
const EXAMPLES = new URL("../../lokmin-core/examples/data/", import.meta.url);
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const FORUM = { schema: "lokmin.forum/1", id: "f1", kind: "quarterly", puskesmas: [{ name: "Lumbir" }], held_on: "2024-08-29" };

before(() => lokmin.init());

describe("a Standard Schema", () => {
  test("there is for every kind of document", () => {
    const [{ params }] = lokmin.validate("x", {}).problems;
    assert.deepEqual(Object.keys(lokmin.schemas), params.expected);
    for (const [kind, one] of Object.entries(lokmin.schemas)) {
      assert.deepEqual([one["~standard"].version, one["~standard"].vendor, Object.isFrozen(one["~standard"])], [1, "lokmin", true]);
      const { issues } = one["~standard"].validate({});
      assert.deepEqual(issues[0].path, ["schema"], kind);
    }
  });

  test("gives the document, or what is wrong and where", () => {
    const { validate } = lokmin.schemas.forum["~standard"];
    assert.deepEqual(validate(FORUM), { value: FORUM });
    const attendance = [{ mention: "person", office: "Camat", count: -1 }];
    assert.deepEqual(
      validate({ ...FORUM, attendance }).issues.map(({ path }) => path),
      [["attendance", 0, "count"]],
    );
    assert.deepEqual(validate(null).issues.map(({ path }) => path), [[]]);
    assert.equal(validate({ ...FORUM, held_on: new Date() }).issues[0].path[0], "held_on");
  });

  test("has messages in the language asked for", () => {
    const message = (one) => one["~standard"].validate({ ...FORUM, held_on: "2025-02-30" }).issues[0].message;
    assert.match(message(lokmin.schema("forum", { lang: "en" })), /there is no `2025-02-30`/u);
    assert.equal(message(lokmin.schema("forum")), message(lokmin.schemas.forum));
    assert.throws(() => lokmin.schema("forums"), /no kind/u);
    assert.throws(() => lokmin.schema("forum", { lnag: "en" }), /no option/u);
  });

  test("does not count warnings", () => {
    const document = { ...FORUM, held_on_text: "Rabu (29/8/2024)" };
    assert.deepEqual(lokmin.schemas.forum["~standard"].validate(document), { value: document });
    assert.equal(lokmin.validate("forum", document).problems[0].code, "date.weekday_mismatch");
  });

  test("checks a form of TanStack Form", async () => {
    const sent = [];
    const form = new FormApi({
      defaultValues: { ...FORUM, held_on: "2025-02-30", attendance: [{ mention: "person", office: "Camat", count: 1 }] },
      validators: { onChange: lokmin.schema("forum", { lang: "en" }) },
      onSubmit: ({ value }) => sent.push(value),
    });
    form.mount();
    const field = (name) => {
      const one = new FieldApi({ form, name });
      one.mount();
      return one;
    };
    const [held, count] = [field("held_on"), field("attendance[0].count")];
    count.setValue(-1);
    const messages = (one) => one.state.meta.errors.map(({ message }) => message);
    assert.deepEqual(messages(held), ["there is no `2025-02-30` in the calendar"]);
    assert.match(messages(count).join(), /-1/u);
    await form.handleSubmit();
    assert.deepEqual(sent, []);
    held.setValue("2024-08-29");
    count.setValue(2);
    assert.deepEqual([messages(held), messages(count)], [[], []]);
    await form.handleSubmit();
    assert.deepEqual(sent.map(({ held_on: on, attendance }) => [on, attendance[0].count]), [["2024-08-29", 2]]);
  });
});

describe("a JSON Schema", () => {
  /** What only the rules tell, because a schema cannot, or would have to repeat a table of theirs. */
  const BEYOND = [
    "coverage.requirement_empty", // of a list that may be absent
    "document.duplicate_id", "document.unknown_reference", "region.duplicate_code", // one row against the others
    "document.number_range", "number.format", // a decimal that is a text: its size, its number of decimals
    "forum.village_count", "working_area.target_outside", // a number or a code against a list
    "indicator.ambiguous_ibl", "indicator.attributes", "indicator.name_taken", // an indicator against the rules and the others
    "target.contradiction", "target.kind", "target.negative", // which members of a target go together
  ];
  const documents = readdirSync(CASES, { recursive: true })
    .filter((file) => file.endsWith(".json"))
    .map((file) => read(new URL(file, CASES)))
    .filter(({ operation }) => operation === "validate")
    .flatMap(({ cases }) => cases.map(({ name, input }) => ({ name, ...input })))
    .filter(({ document }) => document !== undefined && typeof document?.file !== "string");
  const examples = readdirSync(EXAMPLES)
    .filter((file) => file.endsWith(".json"))
    .map((file) => ({ name: file, document: read(new URL(file, EXAMPLES)), kind: file.match(/^(?:forum|working_area)/u)[0] }));
  const ajv = addFormats.default(new Ajv2020({ allErrors: true, strictTypes: false }));
  const schemas = Object.fromEntries(
    Object.keys(lokmin.schemas).map((kind) => [kind, ajv.compile(read(new URL(import.meta.resolve(`lokmin/schema/${kind}.schema.json`))))]),
  );

  test("lets every document pass that the rules accept", () => {
    let passed = 0;
    for (const { name, kind, document } of [...documents, ...examples]) {
      if (kind in schemas && lokmin.validate(kind, document).ok) {
        assert.ok(schemas[kind](document), `${name}: ${ajv.errorsText(schemas[kind].errors)}`);
        passed += 1;
      }
    }
    assert.ok(passed >= 60, `only ${passed} documents`);
  });

  test("lets pass what the rules refuse only where a schema cannot say it", () => {
    const told = new Set();
    for (const { kind, document } of documents) {
      if (kind in schemas && schemas[kind](document)) {
        for (const { code, severity } of lokmin.validate(kind, document).problems) {
          if (severity === "error") told.add(code);
        }
      }
    }
    assert.deepEqual([...told].sort(), BEYOND.toSorted());
  });
});
