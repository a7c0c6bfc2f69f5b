// Runs the JavaScript examples of the README files; each `console.log(...); // text` prints that text.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";

// Beside this file, so that `import "lokmin"` is found.
const folder = mkdtempSync(join(import.meta.dirname, "node_modules", ".readme-"));
after(() => rmSync(folder, { recursive: true }));

for (const name of ["README.md", "lokmin-wasm/README.md"]) {
  test(name, async (context) => {
    const text = readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
    const examples = [...text.matchAll(/^```js\n(.*?)^```$/gms)].map((match) => match[1]);
    assert.notEqual(examples.length, 0);
    for (const [index, example] of examples.entries()) {
      const file = join(folder, `${name.replaceAll("/", "-")}-${index}.mjs`);
      writeFileSync(file, example);
      const log = context.mock.method(console, "log", () => {});
      await import(pathToFileURL(file));
      const printed = log.mock.calls.map((call) => call.arguments.join(" "));
      log.mock.restore();
      assert.deepEqual(printed, [...example.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map((match) => match[1]));
    }
  });
}
