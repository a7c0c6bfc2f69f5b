// Who took part in a forum, and the villages of the working area.

import * as wasm from "../pkg/lokmin_wasm.js";
import { asText, askDocument } from "./bridge.js";

/** Finds the village of a working area with a name or alias. */
export function findVillage(workingArea, name, options) {
  asText(name, "name");
  return askDocument((text, lang) => wasm.findVillage(name, text, lang), workingArea, options);
}

/** Works out which sectors and villages took part in a forum. */
export function sectorCoverage(question, options) {
  return askDocument(wasm.sectorCoverage, question, options);
}
