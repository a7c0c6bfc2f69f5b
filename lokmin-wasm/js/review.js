// One quarter of one Puskesmas put together.

import * as wasm from "../pkg/lokmin_wasm.js";
import { askRequest } from "./bridge.js";

/** Puts one quarter of one Puskesmas together: what its forum needs on the table. */
export function review(request, options) {
  return askRequest(wasm.review, request, options);
}
