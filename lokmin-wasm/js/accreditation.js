// What documents show for accreditation. Each function takes one request: a plain value, or the same as JSON text.

import { askRequest } from "./bridge.js";

/** Says what documents show for accreditation: criteria 1.6.2 a, b, c and 1.7.1 f. */
export function accreditation(request, options) {
  return askRequest("accreditation", request, options);
}

/** Says the arithmetic in words: what was looked at, each element, and how often lokmin was held. */
export function explainAccreditation(request, options) {
  return askRequest("explainAccreditation", request, options);
}
