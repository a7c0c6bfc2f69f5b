// Documents of every kind, such as "forum".

import { ask, asText, askDocument } from "./bridge.js";

/** Reads a document that is a plain value, and collects every problem of it. */
export function validate(kind, document, options) {
  asText(kind, "kind");
  return askDocument("validate", document, options, [kind]);
}

/** Reads a document that is JSON text, and collects every problem of it. */
export function validateText(kind, text, options) {
  return ask("validate", [asText(text, "text"), asText(kind, "kind")], options);
}

/** Checks the value at one place of a document by itself; `at` is a JSON Pointer. */
export function validateAt(kind, document, at, options) {
  asText(kind, "kind");
  asText(at, "at");
  return askDocument("validateAt", document, options, [kind, at]);
}
