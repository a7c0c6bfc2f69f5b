// Recommendations: the lifecycle, and the register of what happened. An event is a plain value of the kind "event".

import * as wasm from "../pkg/lokmin_wasm.js";
import { ask, askDocument, asOptional, asText, enter } from "./bridge.js";
import { jsonText } from "./json.js";

/** Returns the lifecycle as data: states, steps with what each carries, and the transition table. */
export function transitions(options) {
  return ask(wasm.transitions, [], options);
}

/** Finds the state that a step leads to. */
export function nextState(question, options) {
  return askDocument(wasm.nextState, question, options);
}

/** A set of events, and where every recommendation stands. */
export class Register {
  #rules;
  #found;

  /** Reads the lines of a file; nothing: an empty register. */
  constructor(lines, { policy } = {}) {
    const text = asOptional(asText, lines, "lines") ?? "";
    const own = policy === undefined || policy === null ? { found: [] } : jsonText(policy);
    this.#found = own.found.map(([path, name]) => [["policy", ...path], name]);
    this.#rules = enter(() => new wasm.Register(text, own.text));
  }

  /** Takes events as they come, in any order, as a file is read. */
  static of(events, { policy } = {}) {
    const { text, found } = jsonText({ events, policy });
    const register = new Register();
    const rules = enter(() => wasm.Register.of(text));
    register.free();
    register.#rules = rules;
    register.#found = found;
    return register;
  }

  /** Says how much the register holds, and what was found when it was read. */
  describe(options) {
    return this.#ask((rules) => (lang) => rules.describe(lang), [], options);
  }

  /** Adds one event at the end, or refuses it and changes nothing; `line` of the answer is what to append to the file. */
  apply(event, options) {
    return this.#askDocument((rules) => (text, lang) => rules.apply(text, lang), event, options);
  }

  /** Adds the events of another copy, a register or its lines; what contradicts itself in the union is a warning. */
  merge(other, options) {
    const lines = other instanceof Register ? other.toText() : asText(other, "other");
    return this.#ask((rules) => (text, lang) => rules.merge(text, lang), [lines], options);
  }

  /** Takes over what is still open into a forum; `lines` of the answer are what to append to the file. */
  carryOver(question, options) {
    return this.#askDocument((rules) => (text, lang) => rules.carryOver(text, lang), question, options);
  }

  /** Says where every recommendation stands on a day. */
  followUp(question, options) {
    return this.#askDocument((rules) => (text, lang) => rules.followUp(text, lang), question, options);
  }

  /** Lists what a forum has to look at, each with its reasons. */
  agenda(question, options) {
    return this.#askDocument((rules) => (text, lang) => rules.agenda(text, lang), question, options);
  }

  /** Counts the follow-up by sector, quarter, village, indicator or Puskesmas. */
  figures(question, options) {
    return this.#askDocument((rules) => (text, lang) => rules.figures(text, lang), question, options);
  }

  /** Lists what contradicts itself, each with the events of both sides. */
  conflicts(options) {
    return this.#ask((rules) => (lang) => rules.conflicts(lang), [], options);
  }

  /** Lists the events of a recommendation, in the order in which they replay. */
  events(recommendation, options) {
    return this.#ask((rules) => (id, lang) => rules.events(id, lang), [asText(recommendation, "recommendation")], options);
  }

  /** Returns the text of the file; equal registers have equal texts. */
  toText() {
    return this.#found.length > 0 ? "" : enter(() => this.#rules.toText());
  }

  /** Gives the memory back; the register cannot be used afterwards. */
  free() {
    this.#rules.free();
  }

  /** Asks the register, or says what JSON could not say when it was made. */
  #ask(method, values, options) {
    return this.#found.length > 0
      ? ask(wasm.unwritable, [JSON.stringify(this.#found)], options)
      : ask(method(this.#rules), values, options);
  }

  #askDocument(method, document, options) {
    return this.#found.length > 0 ? this.#ask(method, [], options) : askDocument(method(this.#rules), document, options);
  }
}
