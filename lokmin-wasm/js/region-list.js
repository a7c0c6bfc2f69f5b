// Lists of regions, and changes of codes. A code is its canonical text, such as "33.02.01.2007".

import { Held, asInteger, asOptional, ask, asText, refuse } from "./bridge.js";

/** Checks that a code is in a list. */
export function checkRegion(csv, code, options) {
  return ask("checkRegion", [asText(csv, "csv"), asText(code, "code")], options);
}

/** Finds a region of a list by its name. */
export function findRegion(csv, name, { within, level, ...options } = {}) {
  const values = [
    asText(csv, "csv"),
    asText(name, "name"),
    asOptional(asText, within, "within"),
    asOptional(asText, level, "level"),
  ];
  return ask("findRegion", values, options);
}

/** Says what became of a village code of one edition in a later one. */
export function mapRegionCode(changesCsv, code, from, to, { mapping, ...options } = {}) {
  const values = [
    asText(changesCsv, "changesCsv"),
    asText(code, "code"),
    asInteger(from, "from"),
    asInteger(to, "to"),
    asOptional(asText, mapping, "mapping"),
  ];
  return ask("mapRegionCode", values, options);
}

/** A list of regions, read once and asked often. */
export class RegionIndex {
  #rules;

  constructor(csv) {
    this.#rules = new Held("RegionIndex", [asText(csv, "csv")]);
  }

  /** Says how many regions the list has, or why it could not be read. */
  describe(options) {
    return this.#rules.ask("describe", [], options);
  }

  /** Checks that a code is in the list. */
  check(code, options) {
    return this.#rules.ask("check", [asText(code, "code")], options);
  }

  /** Finds a region by its name. */
  find(name, { within, level, ...options } = {}) {
    const values = [asText(name, "name"), asOptional(asText, within, "within"), asOptional(asText, level, "level")];
    return this.#rules.ask("find", values, options);
  }

  /** Gives the memory back now; without it, that happens with the garbage collection. */
  free() {
    this.#rules.free();
  }
}

/** Changes of village codes between editions, read once and asked often. */
export class CodeChanges {
  #rules;

  constructor(csv, { mapping, ...unknown } = {}) {
    const values = [asText(csv, "csv"), asOptional(asText, mapping, "mapping")];
    refuse(unknown);
    this.#rules = new Held("CodeChanges", values);
  }

  /** Says which editions the table knows, or why it could not be read. */
  describe(options) {
    return this.#rules.ask("describe", [], options);
  }

  /** Says what became of a village code of one edition in a later one. */
  map(code, from, to, options) {
    return this.#rules.ask("map", [asText(code, "code"), asInteger(from, "from"), asInteger(to, "to")], options);
  }

  /** Gives the memory back now; without it, that happens with the garbage collection. */
  free() {
    this.#rules.free();
  }
}
