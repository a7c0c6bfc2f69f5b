// Indicators and targets. A question is one plain value; its own `catalogue` lies on top of the built-in one.

import { ask, asText, askDocument } from "./bridge.js";

/** Finds the indicator that a word means: its code, an alias or its name. */
export function resolveIndicator(question, options) {
  return askDocument("resolveIndicator", question, options);
}

/** Returns the definition of an indicator. */
export function indicator(question, options) {
  return askDocument("indicator", question, options);
}

/** Returns what is expected of an indicator in an area and a year, and why. */
export function lookupTarget(question, options) {
  return askDocument("lookupTarget", question, options);
}

/** Lists every default target with its source and its certainty. */
export function targetSources(question = {}, options) {
  return askDocument("targetSources", question, options);
}

/** Reads targets from CSV, as a document. */
export function readTargetsCsv(text, options) {
  return ask("readTargetsCsv", [asText(text, "text")], options);
}

/** Reads a catalogue from CSV, as a document. */
export function readCatalogueCsv(text, options) {
  return ask("readCatalogueCsv", [asText(text, "text")], options);
}
