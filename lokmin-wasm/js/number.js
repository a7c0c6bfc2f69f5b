// Numbers as people type them.

import { ask, asText } from "./bridge.js";

/** Reads a number as people type it, with a decimal comma or point; what may be two numbers is refused. */
export function parseNumber(text, options) {
  return ask("parseNumber", [asText(text, "text")], options);
}
