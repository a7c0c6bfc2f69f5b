// Documents of every kind, such as "forum".

import * as wasm from "../pkg/lokmin_wasm.js";
import { ask, asText, askDocument } from "./bridge.js";

/** Reads a document that is a plain value, and collects every problem of it. */
export function validate(kind, document, options) {
  asText(kind, "kind");
  return askDocument((text, lang) => wasm.validate(kind, text, lang), document, options);
}

/** Reads a document that is JSON text, and collects every problem of it. */
export function validateText(kind, text, options) {
  return ask(wasm.validate, [asText(kind, "kind"), asText(text, "text")], options);
}

/** Checks the value at one place of a document by itself; `at` is a JSON Pointer. */
export function validateAt(kind, document, at, options) {
  asText(kind, "kind");
  asText(at, "at");
  return askDocument((text, lang) => wasm.validateAt(kind, text, at, lang), document, options);
}
