// Runs every conformance case through the public functions of the JavaScript package.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { init } from "lokmin";
import { OPERATIONS } from "./operations.mjs";

const CASES = new URL("../cases/", import.meta.url);
const files = readdirSync(CASES, { recursive: true }).filter((file) => file.endsWith(".json"));

before(() => init());

test("there are cases", () => assert.notEqual(files.length, 0));

for (const file of files.sort()) {
  const suite = JSON.parse(readFileSync(new URL(file, CASES), "utf8"));
  describe(file, () => {
    for (const expected of suite.cases) {
      test(expected.name, () => check(suite.operation, expected));
    }
  });
}

function check(name, expected) {
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  assert.ok(operation, `the operation \`${name}\` is not in js/operations.mjs`);
  const read = new Set();
  const outcome = operation(
    new Proxy(expected.input, {
      get(input, member) {
        read.add(member);
        return input[member];
      },
    }),
  );
  const unread = Object.keys(expected.input).filter((member) => !read.has(member));
  assert.deepEqual(unread, [], "the operation takes no such member");
  const problems = outcome.problems.map(({ code, path }) => ({ code, path }));
  assert.deepEqual(problems, expected.problems ?? []);
  assert.equal(outcome.ok, "value" in expected || "at" in expected, "whether there is a value");
  if ("value" in expected) {
    assert.deepEqual(outcome.value, expected.value);
  }
  for (const [pointer, part] of Object.entries(expected.at ?? {})) {
    assert.deepEqual(pick(outcome.value, pointer), part, `at ${pointer}`);
  }
}

/** Returns the part of a value that a JSON Pointer names. */
function pick(value, pointer) {
  const steps = pointer.split("/").slice(1);
  return steps.reduce((part, step) => part?.[step.replaceAll("~1", "/").replaceAll("~0", "~")], value);
}
