// Which quarter a forum counts for, and how the quarters of a Puskesmas stand. Each function takes one question.

import { askDocument } from "./bridge.js";

/** Finds the quarter that a forum counts for, and why. */
export function placeMeeting(question, options) {
  return askDocument("placeMeeting", question, options);
}

/** Judges every quarter of one Puskesmas on a day. */
export function evaluateCadence(question, options) {
  return askDocument("evaluateCadence", question, options);
}

/** Judges every quarter of one Puskesmas on a day, in words: one sentence a quarter or month. */
export function explainCadence(question, options) {
  return askDocument("explainCadence", question, options);
}

/** Judges every quarter of many Puskesmas on a day: columns in, columns out. */
export function evaluateCadenceColumns(question, options) {
  return askDocument("evaluateCadenceColumns", question, options);
}

/** Makes the schedule of the forums to be held in a year. */
export function schedule(question, options) {
  return askDocument("schedule", question, options);
}
