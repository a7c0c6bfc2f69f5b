// The conformance cases, and how one is run through the public functions of the JavaScript package.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";

const CASES = new URL("../cases/", import.meta.url);

/** Returns every file of cases: its name, its operation, its cases. */
export function suites() {
  const files = readdirSync(CASES, { recursive: true }).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => ({ file, ...JSON.parse(readFileSync(new URL(file, CASES), "utf8")) }));
}

/** Makes a test of each case of a file. */
export function testSuite({ file, operation, cases }, operations) {
  describe(file, () => {
    for (const expected of cases) {
      expected.input = Object.fromEntries(Object.entries(expected.input).map(([name, value]) => [name, load(value)]));
      test(expected.name, () => check(operation, operations, expected));
    }
  });
}

function check(name, operations, expected) {
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
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
  const { problem_tail: tail } = expected;
  assert.deepEqual(tail ? problems.slice(-tail.length) : problems, tail ?? expected.problems ?? []);
  assert.equal(outcome.ok, "value" in expected || "at" in expected, "whether there is a value");
  if ("value" in expected) {
    assert.deepEqual(outcome.value, expected.value);
  }
  for (const [pointer, part] of Object.entries(expected.at ?? {})) {
    assert.deepEqual(pick(outcome.value, pointer), part, `at ${pointer}`);
  }
}

/** Returns an input value; `{"file": "path from the top of the project"}` stands for that JSON file. */
function load(value) {
  const names = Object.keys(value ?? {});
  return names.length === 1 && typeof value.file === "string"
    ? JSON.parse(readFileSync(new URL(`../../${value.file}`, import.meta.url), "utf8"))
    : value;
}

/** Returns the part of a value that a JSON Pointer names. */
function pick(value, pointer) {
  const steps = pointer.split("/").slice(1);
  return steps.reduce((part, step) => part?.[step.replaceAll("~1", "/").replaceAll("~0", "~")], value);
}
