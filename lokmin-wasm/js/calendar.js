// Quarters, months and dates. A quarter is its canonical text, such as "2025Q3"; a month is, such as "2025-07".

import * as wasm from "../pkg/lokmin_wasm.js";
import { asInteger, asText, ask } from "./bridge.js";

/** Returns the month so many months later, or null outside the years 1 to 9999. */
export function addMonths(month, months, options) {
  return ask(wasm.addMonths, [asText(month, "month"), asInteger(months, "months")], options);
}

/** Returns the quarter so many quarters later, or null outside the years 1 to 9999. */
export function addQuarters(quarter, quarters, options) {
  return ask(wasm.addQuarters, [asText(quarter, "quarter"), asInteger(quarters, "quarters")], options);
}

/** Returns the month that an ISO date lies in. */
export function monthContaining(date, options) {
  return ask(wasm.monthContaining, [asText(date, "date")], options);
}

/** Returns what is known of a month. */
export function monthFacts(month, options) {
  return ask(wasm.monthFacts, [asText(month, "month")], options);
}

/** Returns the month of a DHIS2 monthly period id, such as "202507". */
export function monthFromDhis2(text, options) {
  return ask(wasm.monthFromDhis2, [asText(text, "text")], options);
}

/** Reads an ISO date, "YYYY-MM-DD", of the years 1 to 9999. */
export function parseIsoDate(text, options) {
  return ask(wasm.parseIsoDate, [asText(text, "text")], options);
}

/** Returns the quarter that an ISO date lies in. */
export function quarterContaining(date, options) {
  return ask(wasm.quarterContaining, [asText(date, "date")], options);
}

/** Returns what is known of a quarter. */
export function quarterFacts(quarter, options) {
  return ask(wasm.quarterFacts, [asText(quarter, "quarter")], options);
}
