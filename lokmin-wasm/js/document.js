// Documents of every kind: "forum", "working_area", "cadence_policy", "coverage_policy".

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
