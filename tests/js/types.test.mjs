// The types: of documents as generated from the schemas, of answers as the functions give them.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as small from "lokmin";
import * as lokmin from "lokmin/full";
import ts from "typescript";
import { camelCase, operations } from "./operations.mjs";
import { documentTypes, schemas } from "./schema-types.mjs";

const TYPES = new URL("../../lokmin-wasm/src/", import.meta.url);
const EXAMPLES = new URL("../../lokmin-core/examples/data/", import.meta.url);
const CASES = new URL("../cases/", import.meta.url);

/** The answers of a register, by operation. */
const REGISTER = {
  ...Object.fromEntries(
    ["follow_up", "agenda", "figures", "carry_over"].map((name) => [name, `ReturnType<lokmin.Register["${camelCase(name)}"]>`]),
  ),
  apply_event: 'ReturnType<lokmin.Register["apply"]>',
  read_register: 'ReturnType<lokmin.Register["describe"]>',
  register_conflicts: 'ReturnType<lokmin.Register["conflicts"]>',
  register_events: 'ReturnType<lokmin.Register["events"]>',
  register_lines: "lokmin.Outcome<readonly string[]>",
};

// Beside this file, so that `import "lokmin"` is found.
const folder = mkdtempSync(join(import.meta.dirname, "node_modules", ".types-"));
after(() => rmSync(folder, { recursive: true }));
before(() => lokmin.init());

test("documents.ts is as generated", () => {
  const file = new URL("documents.ts", TYPES);
  const generated = documentTypes();
  if (process.env.LOKMIN_BLESS) {
    writeFileSync(file, generated);
  }
  assert.equal(readFileSync(file, "utf8"), generated, "out of date: LOKMIN_BLESS=1 writes it anew");
});

test("the schemas are in the package", () => {
  for (const [file, schema] of Object.entries(schemas())) {
    assert.deepEqual(JSON.parse(readFileSync(new URL(import.meta.resolve(`lokmin/schema/${file}`)), "utf8")), schema);
  }
});

test("there is no `any`", () => {
  assert.doesNotMatch(types(), /:\s*any\b|<any\b|\bany\[\]/);
});

test("every public function and class is declared", () => {
  const declared = [...types().matchAll(/^export declare (?:function|class|const) (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual(declared.sort(), Object.keys(lokmin).sort());
  const lines = Object.keys(small).map((name) => `void small.${name};`);
  assert.deepEqual(errors(['import * as small from "lokmin";', ...lines]), []);
  assert.match(errors(['import { review } from "lokmin";', "void review;"])[0], /no exported member/);
});

test("the example documents are of their types", () => {
  const documents = readdirSync(EXAMPLES).filter((file) => file.endsWith(".json"));
  assert.ok(documents.length >= 6);
  const lines = documents.map((file, index) => {
    const text = readFileSync(new URL(file, EXAMPLES), "utf8");
    const type = text.includes('"lokmin.forum/1"') ? "Forum" : "WorkingArea";
    return `export const d${index}: lokmin.${type} = ${text};`;
  });
  assert.deepEqual(errors(lines), []);
  const [line] = lines.filter((text) => text.includes("lokmin.Forum"));
  assert.match(errors([line.replace('"kind": "quarterly"', '"kind": "yearly"')])[0], /"yearly"/);
  assert.match(errors([line.replace('"kind":', '"knid": 1, "kind":')])[0], /knid/);
});

test("the answers to the cases are of their types", () => {
  const lines = [];
  const table = operations(lokmin);
  for (const file of readdirSync(CASES, { recursive: true }).filter((name) => name.endsWith(".json"))) {
    const { operation, cases } = JSON.parse(readFileSync(new URL(file, CASES), "utf8"));
    for (const { input } of cases.slice(0, 60)) {
      if (Object.values(input).some((value) => typeof value?.file === "string")) {
        continue;
      }
      const outcome = table[operation](input);
      const type =
        operation === "validate"
          ? `lokmin.Outcome<lokmin.Documents[${JSON.stringify(input.kind)}]>`
          : (REGISTER[operation] ?? `ReturnType<typeof lokmin.${camelCase(operation)}>`);
      lines.push(`export const a${lines.length}: ${type} = ${JSON.stringify(outcome)};`);
    }
  }
  assert.ok(lines.length > 500);
  assert.deepEqual(errors(lines), []);
});

/** Returns the text of every file of types. */
function types() {
  const files = readdirSync(TYPES).filter((file) => file.endsWith(".ts"));
  return files.map((file) => readFileSync(new URL(file, TYPES), "utf8")).join("\n");
}

/** Compiles lines of TypeScript, and returns what is wrong with them. */
function errors(lines) {
  const file = join(folder, "check.ts");
  writeFileSync(file, ['import type * as lokmin from "lokmin/full";', ...lines].join("\n"));
  const { options } = ts.convertCompilerOptionsFromJson(
    JSON.parse(readFileSync(new URL("tsconfig.json", import.meta.url), "utf8")).compilerOptions,
    import.meta.dirname,
  );
  const program = ts.createProgram([file], options);
  return ts.getPreEmitDiagnostics(program).map(({ start, messageText, file: source }) => {
    const line = source ? source.getLineAndCharacterOfPosition(start).line : 0;
    return `${lines[line - 1]?.slice(0, 200)}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}
