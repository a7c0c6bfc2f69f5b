// Sectors in what people write.

import { Held, ask, asOptional, asText } from "./bridge.js";

/** Recognises the offices, institutions and groups that a line of an attendance list names. */
export function recogniseSector(text, { aliasesCsv, ...options } = {}) {
  return ask("recogniseSector", [asText(text, "text"), asOptional(asText, aliasesCsv, "aliasesCsv")], options);
}

/** Writes short forms of place names out: "Ma. Tembesi" is "Muara Tembesi". */
export function expandPlace(text, options) {
  return ask("expandPlace", [asText(text, "text")], options);
}

/** The built-in words for sectors with a district's own, read once and asked often. */
export class SectorAliases {
  #rules;

  constructor(csv) {
    this.#rules = new Held("SectorAliases", [asText(csv, "csv")]);
  }

  /** Says whether the words could be read; the value is null. */
  describe(options) {
    return this.#rules.ask("describe", [], options);
  }

  /** Recognises the offices, institutions and groups that a line of an attendance list names. */
  recognise(text, options) {
    return this.#rules.ask("recognise", [asText(text, "text")], options);
  }

  /** Gives the memory back now; without it, that happens with the garbage collection. */
  free() {
    this.#rules.free();
  }
}
