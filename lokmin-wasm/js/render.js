// Pages for people. Each function takes the request of `review`, a plain value or JSON text, and answers files.

import { asText, askRequest } from "./bridge.js";

/** Writes the page of a review: one A4 sheet with what must be known in the room, and an annex with everything else. */
export function renderReview(request, options) {
  return files("renderReview", request, options);
}

/** Writes the rapor desa: one A4 page a village; as text one file a village. */
export function renderVillageReports(request, options) {
  return files("renderVillageReports", request, options);
}

/** Writes the matriks RTL: all recommendations, and what is asked of each sector (tagihan RTL). */
export function renderFollowUpMatrix(request, options) {
  return files("renderFollowUpMatrix", request, options);
}

function files(operation, request, options = {}) {
  const { format = "html", ...others } = options;
  asText(format, "format");
  return askRequest(operation, request, others, [format]);
}
