// Who took part in a forum, and the villages of the working area.

import { asText, askDocument } from "./bridge.js";

/** Finds the village of a working area with a name or alias. */
export function findVillage(workingArea, name, options) {
  asText(name, "name");
  return askDocument("findVillage", workingArea, options, [name]);
}

/** Works out which sectors and villages took part in a forum. */
export function sectorCoverage(question, options) {
  return askDocument("sectorCoverage", question, options);
}
