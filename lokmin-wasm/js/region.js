// Region codes, lists of regions, and changes of codes. A code is its canonical text, such as "33.02.01.2007".

import * as wasm from "../pkg/lokmin_wasm.js";
import { asInteger, asOptional, ask, asText, enter } from "./bridge.js";

/** Reads a region code, with or without dots. */
export function parseRegion(text, { system, ...options } = {}) {
  return ask(wasm.parseRegion, [asText(text, "text"), asOptional(asText, system, "system")], options);
}

/** Checks that a code is in a list. */
export function checkRegion(csv, code, options) {
  return ask(wasm.checkRegion, [asText(csv, "csv"), asText(code, "code")], options);
}

/** Finds a region of a list by its name. */
export function findRegion(csv, name, { within, level, ...options } = {}) {
  const values = [
    asText(csv, "csv"),
    asText(name, "name"),
    asOptional(asText, within, "within"),
    asOptional(asText, level, "level"),
  ];
  return ask(wasm.findRegion, values, options);
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
  return ask(wasm.mapRegionCode, values, options);
}

/** A list of regions, read once and asked often. */
export class RegionIndex {
  #rules;

  constructor(csv) {
    asText(csv, "csv");
    this.#rules = enter(() => new wasm.RegionIndex(csv));
  }

  /** Says how many regions the list has, or why it could not be read. */
  describe(options) {
    return ask((...values) => this.#rules.describe(...values), [], options);
  }

  /** Checks that a code is in the list. */
  check(code, options) {
    return ask((...values) => this.#rules.check(...values), [asText(code, "code")], options);
  }

  /** Finds a region by its name. */
  find(name, { within, level, ...options } = {}) {
    const values = [asText(name, "name"), asOptional(asText, within, "within"), asOptional(asText, level, "level")];
    return ask((...all) => this.#rules.find(...all), values, options);
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
    asText(csv, "csv");
    const known = asOptional(asText, mapping, "mapping");
    for (const name of Object.keys(unknown)) {
      throw new TypeError(`\`${name}\` is no option`);
    }
    this.#rules = enter(() => new wasm.CodeChanges(csv, known));
  }

  /** Says which editions the table knows, or why it could not be read. */
  describe(options) {
    return ask((...values) => this.#rules.describe(...values), [], options);
  }

  /** Says what became of a village code of one edition in a later one. */
  map(code, from, to, options) {
    const values = [asText(code, "code"), asInteger(from, "from"), asInteger(to, "to")];
    return ask((...all) => this.#rules.map(...all), values, options);
  }

  /** Gives the memory back now; without it, that happens with the garbage collection. */
  free() {
    this.#rules.free();
  }
}
