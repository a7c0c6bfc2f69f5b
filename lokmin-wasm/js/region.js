// Region codes. A code is its canonical text, such as "33.02.01.2007".

import { asOptional, ask, asText } from "./bridge.js";

/** Reads a region code, with or without dots. */
export function parseRegion(text, { system, ...options } = {}) {
  return ask("parseRegion", [asText(text, "text"), asOptional(asText, system, "system")], options);
}
