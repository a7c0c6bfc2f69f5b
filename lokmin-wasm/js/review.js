// One quarter of one Puskesmas put together.

import { askRequest } from "./bridge.js";

/** Puts one quarter of one Puskesmas together: what its forum needs on the table. */
export function review(request, options) {
  return askRequest("review", request, options);
}
