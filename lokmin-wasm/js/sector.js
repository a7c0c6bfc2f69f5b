// Sectors in what people write.

import * as wasm from "../pkg/lokmin_wasm.js";
import { asOptional, ask, asText, enter } from "./bridge.js";

/** Recognises the offices, institutions and groups that a line of an attendance list names. */
export function recogniseSector(text, { aliasesCsv, ...options } = {}) {
  return ask(wasm.recogniseSector, [asText(text, "text"), asOptional(asText, aliasesCsv, "aliasesCsv")], options);
}

/** Writes short forms of place names out: "Ma. Tembesi" is "Muara Tembesi". */
export function expandPlace(text, options) {
  return ask(wasm.expandPlace, [asText(text, "text")], options);
}

/** The built-in words for sectors with a district's own, read once and asked often. */
export class SectorAliases {
  #rules;

  constructor(csv) {
    asText(csv, "csv");
    this.#rules = enter(() => new wasm.SectorAliases(csv));
  }

  /** Says whether the words could be read; the value is null. */
  describe(options) {
    return ask((...values) => this.#rules.describe(...values), [], options);
  }

  /** Recognises the offices, institutions and groups that a line of an attendance list names. */
  recognise(text, options) {
    return ask((...values) => this.#rules.recognise(...values), [asText(text, "text")], options);
  }

  /** Gives the memory back now; without it, that happens with the garbage collection. */
  free() {
    this.#rules.free();
  }
}
