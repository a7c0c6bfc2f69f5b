// Quarters, months and dates. A quarter is its canonical text, such as "2025Q3"; a month is, such as "2025-07".

import { asInteger, asOptional, ask, asText, askDocument } from "./bridge.js";

/** Returns the month so many months later, or null outside the years 1 to 9999. */
export function addMonths(month, months, options) {
  return ask("addMonths", [asText(month, "month"), asInteger(months, "months")], options);
}

/** Returns the quarter so many quarters later, or null outside the years 1 to 9999. */
export function addQuarters(quarter, quarters, options) {
  return ask("addQuarters", [asText(quarter, "quarter"), asInteger(quarters, "quarters")], options);
}

/** Returns the month that an ISO date lies in. */
export function monthContaining(date, options) {
  return ask("monthContaining", [asText(date, "date")], options);
}

/** Returns what is known of a month. */
export function monthFacts(month, options) {
  return ask("monthFacts", [asText(month, "month")], options);
}

/** Returns the month of a DHIS2 monthly period id, such as "202507". */
export function monthFromDhis2(text, options) {
  return ask("monthFromDhis2", [asText(text, "text")], options);
}

/** Reads an ISO date, "YYYY-MM-DD", of the years 1 to 9999. */
export function parseIsoDate(text, options) {
  return ask("parseIsoDate", [asText(text, "text")], options);
}

/** Returns the quarter that an ISO date lies in. */
export function quarterContaining(date, options) {
  return ask("quarterContaining", [asText(date, "date")], options);
}

/** Returns what is known of a quarter. */
export function quarterFacts(quarter, options) {
  return ask("quarterFacts", [asText(quarter, "quarter")], options);
}

/** Reads a quarter in its canonical form, such as "2025Q3". */
export function quarter(text, options) {
  return ask("quarter", [asText(text, "text")], options);
}

/** Reads a month in its canonical form, such as "2025-07". */
export function month(text, options) {
  return ask("month", [asText(text, "text")], options);
}

/** Reads a time of day in its canonical form, such as "08:30". */
export function clockTime(text, options) {
  return ask("clockTime", [asText(text, "text")], options);
}

/** Returns the quarter of a DHIS2 quarterly period id, such as "2025Q3". */
export function quarterFromDhis2(text, options) {
  return ask("quarterFromDhis2", [asText(text, "text")], options);
}

/** Reads the quarter that a label names, such as "TW III 2025"; without a year it is that of `year`, else of `on`. */
export function parseQuarter(text, { year, on, ...options } = {}) {
  const values = [asText(text, "text"), asOptional(asInteger, year, "year"), asOptional(asText, on, "on")];
  return ask("parseQuarter", values, options);
}

/** Reads the date that a text names, day first, such as "Kamis (3/7/2025)". */
export function parseDate(text, { year, ...options } = {}) {
  return ask("parseDate", [asText(text, "text"), asOptional(asInteger, year, "year")], options);
}

/** Reads the time of day that a text names, such as "pukul 10.00 WIB s.d. selesai". */
export function parseTime(text, options) {
  return ask("parseTime", [asText(text, "text")], options);
}

/** Reads the span of time that a text names, said on a day, such as "tiga bulan terakhir". */
export function parseSpan(text, on, { reviewed, ...options } = {}) {
  const values = [asText(text, "text"), asText(on, "on"), asOptional(asText, reviewed, "reviewed")];
  return ask("parseSpan", values, options);
}

/** Reads a stated span from its members. */
export function statedSpan(span, options) {
  return askDocument("statedSpan", span, options);
}

/** Reads a stated span that is JSON text. */
export function statedSpanText(text, options) {
  return ask("statedSpan", [asText(text, "text")], options);
}

/** Returns the span that the forum of a quarter reviews where nothing is stated: the quarter before. */
export function reviewedByDefault(quarter, options) {
  return ask("reviewedByDefault", [asText(quarter, "quarter")], options);
}

/** Reads a list of holidays as CSV. */
export function holidays(csv, options) {
  return ask("holidays", [asText(csv, "csv")], options);
}

/** Returns the holidays of a year: of a list as CSV, else of the built-in one, 2024 to 2026. */
export function holidaysOfYear(year, { csv, ...options } = {}) {
  return ask("holidaysOfYear", [asInteger(year, "year"), asOptional(asText, csv, "csv")], options);
}
