// Runs the conformance cases of the rooms that `lokmin` has through it, and checks what is left to `lokmin/full`.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import * as lokmin from "lokmin";
import { suites, testSuite } from "./cases.mjs";
import { operations } from "./operations.mjs";

before(() => lokmin.init());

const here = operations(lokmin);
const own = suites().filter(({ operation }) => operation in here);

/** The rooms, by the folders of the cases, of which `lokmin` has nothing. Of indicators it reads the documents. */
const FULL_ONLY = ["accreditation", "exchange", "render", "review"];

test("every room but those of the full build is here", () => {
  const room = ({ file }) => file.split("/")[0];
  const missing = suites().map(room).filter((name) => !own.map(room).includes(name));
  assert.deepEqual([...new Set(missing)].sort(), FULL_ONLY);
});

for (const suite of own) {
  testSuite(suite, here);
}

describe("with `lokmin/full` in the same page", () => {
  test("its functions need its rules, and one bridge answers for both", async () => {
    const full = await import("lokmin/full");
    const register = new lokmin.Register();
    const question = { quarter: "2025Q3", as_of: "2025-08-20" };
    assert.throws(() => full.review(question), /`review` needs the rules of `lokmin\/full`/);
    assert.throws(() => new full.RegionIndex("kode,nama\n"), /`RegionIndex` needs the rules/);
    assert.equal(full.quarterFacts, lokmin.quarterFacts);
    await full.init();
    await lokmin.init();
    assert.ok(full.review(question).ok);
    assert.ok(lokmin.quarterFacts("2025Q3").ok);
    assert.deepEqual(register.describe().value, { events: 0, recommendations: 0 }, "what was made before goes on");
    register.free();
  });
});
