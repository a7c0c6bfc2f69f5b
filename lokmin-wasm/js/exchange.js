// Sheets. A request is a plain value, or the same as JSON text.

import * as wasm from "../pkg/lokmin_wasm.js";
import { askRequest } from "./bridge.js";

/** Reads a sheet: cells in, figures and problems out. */
export function readTable(request, options) {
  return askRequest(wasm.readTable, request, options);
}
