// Assessment. Each function takes one request: a plain value, or the same as JSON text.

import { ask, askRequest } from "./bridge.js";

/** Lists every default of assessment with its source and its certainty. */
export function assessDefaults(options) {
  return ask("assessDefaults", [], options);
}

/** Assesses one series: value, target to date, verdict, shortfall, trend and PWS status. */
export function assessSeries(request, options) {
  return askRequest("assessSeries", request, options);
}

/** Says the arithmetic of an assessment in words. */
export function explainSeries(request, options) {
  return askRequest("explainSeries", request, options);
}

/** Adds areas up to their parent: the PWS table of a Puskesmas. */
export function rollUp(request, options) {
  return askRequest("rollUp", request, options);
}

/** Says the arithmetic of a roll-up in words: the parent first, then each area. */
export function explainRollUp(request, options) {
  return askRequest("explainRollUp", request, options);
}

/** Ranks areas; equal values share a rank. */
export function rank(request, options) {
  return askRequest("rank", request, options);
}

/** Looks at the quality of figures; what is found is in the warnings. */
export function quality(request, options) {
  return askRequest("quality", request, options);
}

/** Checks a printed percentage against the figures it was made of. */
export function publishedPercentage(request, options) {
  return askRequest("publishedPercentage", request, options);
}

/** Scores a Puskesmas (PKP). */
export function pkp(request, options) {
  return askRequest("pkp", request, options);
}

/** Computes the healthy-family index of a family (IKS). */
export function iks(request, options) {
  return askRequest("iks", request, options);
}

/** Judges an area by the share of its families that are healthy (IKS). */
export function iksArea(request, options) {
  return askRequest("iksArea", request, options);
}

/** Says which villages are UCI. */
export function uci(request, options) {
  return askRequest("uci", request, options);
}

/** Computes the ratios of a posyandu month (SKDN). */
export function skdn(request, options) {
  return askRequest("skdn", request, options);
}

/** Computes the drop-out between two doses. */
export function dropOut(request, options) {
  return askRequest("dropOut", request, options);
}

/** Hides small counts of a table that is to be published. */
export function suppress(request, options) {
  return askRequest("suppress", request, options);
}
