// Recommendations: the lifecycle, and the register of what happened. An event is a plain value of the kind "event".

import { Held, ask, askDocument, asOptional, asText, unwritable } from "./bridge.js";
import { jsonText } from "./json.js";

/** Returns the lifecycle as data: states, steps with what each carries, and the transition table. */
export function transitions(options) {
  return ask("transitions", [], options);
}

/** Finds the state that a step leads to. */
export function nextState(question, options) {
  return askDocument("nextState", question, options);
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
    this.#rules = new Held("Register", [text, own.text]);
  }

  /** Takes events as they come, in any order, as a file is read. */
  static of(events, { policy } = {}) {
    const { text, found } = jsonText({ events, policy });
    const register = new Register();
    register.free();
    register.#rules = new Held("RegisterOfEvents", [text]);
    register.#found = found;
    return register;
  }

  /** Says how much the register holds, and what was found when it was read. */
  describe(options) {
    return this.#ask("describe", [], options);
  }

  /** Adds one event at the end, or refuses it and changes nothing; `line` of the answer is what to append to the file. */
  apply(event, options) {
    return this.#askDocument("apply", event, options);
  }

  /** Adds the events of another copy, a register or its lines; what contradicts itself in the union is a warning. */
  merge(other, options) {
    const lines = other instanceof Register ? other.toText() : asText(other, "other");
    return this.#ask("merge", [lines], options);
  }

  /** Takes over what is still open into a forum; `lines` of the answer are what to append to the file. */
  carryOver(question, options) {
    return this.#askDocument("carryOver", question, options);
  }

  /** Says where every recommendation stands on a day. */
  followUp(question, options) {
    return this.#askDocument("followUp", question, options);
  }

  /** Lists what a forum has to look at, each with its reasons. */
  agenda(question, options) {
    return this.#askDocument("agenda", question, options);
  }

  /** Counts the follow-up by sector, quarter, village, indicator or Puskesmas. */
  figures(question, options) {
    return this.#askDocument("figures", question, options);
  }

  /** Lists what contradicts itself, each with the events of both sides. */
  conflicts(options) {
    return this.#ask("conflicts", [], options);
  }

  /** Lists the events of a recommendation, in the order in which they replay. */
  events(recommendation, options) {
    return this.#ask("events", [asText(recommendation, "recommendation")], options);
  }

  /** Returns the text of the file; equal registers have equal texts. */
  toText() {
    return this.#found.length > 0 ? "" : this.#rules.text();
  }

  /** Gives the memory back; the register cannot be used afterwards. */
  free() {
    this.#rules.free();
  }

  /** Asks the register, or says what JSON could not say when it was made. */
  #ask(operation, values, options) {
    return this.#found.length > 0 ? unwritable(this.#found, options) : this.#rules.ask(operation, values, options);
  }

  #askDocument(operation, document, options) {
    const { text, found } = jsonText(document);
    return this.#found.length > 0 || found.length === 0
      ? this.#ask(operation, [text], options)
      : unwritable(found, options);
  }
}
