// The kinds of document as Standard Schema objects (https://standardschema.dev), which form libraries take.

import { validate } from "./document.js";

const KINDS = ["forum", "working_area", "cadence_policy", "coverage_policy", "catalogue", "targets", "event"];

/** Returns the Standard Schema of a kind of document, with messages in a language. */
export function schema(kind, { lang, ...unknown } = {}) {
  if (!KINDS.includes(kind)) {
    throw new TypeError(`\`${kind}\` is no kind of document`);
  }
  for (const name of Object.keys(unknown)) {
    throw new TypeError(`\`${name}\` is no option`);
  }
  const standard = { version: 1, vendor: "lokmin", validate: (value) => result(validate(kind, value, { lang })) };
  return Object.freeze({ "~standard": Object.freeze(standard) });
}

/** The Standard Schema of every kind of document, with messages in Indonesian. */
export const schemas = /* @__PURE__ */ Object.freeze(Object.fromEntries(KINDS.map((kind) => [kind, schema(kind)])));

/** A document or its errors: a warning is no issue. */
function result({ ok, value, problems }) {
  return ok
    ? { value }
    : { issues: problems.filter(({ severity }) => severity === "error").map(({ message, loc }) => ({ message, path: loc })) };
}
