// Runs every conformance case through the public functions of `lokmin/full`.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as lokmin from "lokmin/full";
import { suites, testSuite } from "./cases.mjs";
import { operations } from "./operations.mjs";

before(() => lokmin.init());

test("there are cases", () => assert.notEqual(suites().length, 0));

for (const suite of suites()) {
  testSuite(suite, operations(lokmin));
}
