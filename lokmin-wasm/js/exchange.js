// Sheets. A request is a plain value, or the same as JSON text.

import { askRequest } from "./bridge.js";

/** Reads a sheet: cells in, figures and problems out. */
export function readTable(request, options) {
  return askRequest("readTable", request, options);
}
