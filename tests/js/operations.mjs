// The operation table of the JavaScript face: each operation by its name in the case files.
//
// An operation takes a case's input and returns the outcome of the public function. A member of the input that an
// operation does not read fails the case.

import * as lokmin from "lokmin";

export const OPERATIONS = {
  // --- calendar ---
  add_months: ({ month, months }) => lokmin.addMonths(month, months),
  add_quarters: ({ quarter, quarters }) => lokmin.addQuarters(quarter, quarters),
  month_containing: ({ date }) => lokmin.monthContaining(date),
  month_facts: ({ month }) => lokmin.monthFacts(month),
  month_from_dhis2: ({ text }) => lokmin.monthFromDhis2(text),
  parse_iso_date: ({ text }) => lokmin.parseIsoDate(text),
  quarter_containing: ({ date }) => lokmin.quarterContaining(date),
  quarter_facts: ({ quarter }) => lokmin.quarterFacts(quarter),
};
