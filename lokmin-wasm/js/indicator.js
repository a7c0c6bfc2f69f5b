// Indicators and targets. A question is one plain value; its own `catalogue` lies on top of the built-in one.

import * as wasm from "../pkg/lokmin_wasm.js";
import { ask, asText, askDocument } from "./bridge.js";

/** Finds the indicator that a word means: its code, an alias or its name. */
export function resolveIndicator(question, options) {
  return askDocument(wasm.resolveIndicator, question, options);
}

/** Returns the definition of an indicator. */
export function indicator(question, options) {
  return askDocument(wasm.indicator, question, options);
}

/** Returns what is expected of an indicator in an area and a year, and why. */
export function lookupTarget(question, options) {
  return askDocument(wasm.lookupTarget, question, options);
}

/** Lists every default target with its source and its certainty. */
export function targetSources(question = {}, options) {
  return askDocument(wasm.targetSources, question, options);
}

/** Reads targets from CSV, as a document. */
export function readTargetsCsv(text, options) {
  return ask(wasm.readTargetsCsv, [asText(text, "text")], options);
}

/** Reads a catalogue from CSV, as a document. */
export function readCatalogueCsv(text, options) {
  return ask(wasm.readCatalogueCsv, [asText(text, "text")], options);
}
