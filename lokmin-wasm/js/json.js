// Plain values as JSON text, and everything in them that JSON cannot say.

/** How deep lists and objects may be nested, as in the core. */
const DEPTH_LIMIT = 100;

/** How many values one document may hold: a value that is shared again and again would never end. */
const SIZE_LIMIT = 5_000_000;

/** Halves of surrogate pairs: JSON text in UTF-8 cannot hold them. */
const HALVES = /\p{Surrogate}/gu;

/**
 * Writes a value as JSON text.
 *
 * `found` lists what JSON cannot say: `[path, name]`, where the name is null for lists and objects nested too deep.
 */
export function jsonText(document) {
  const walk = { path: [], parents: new Set(), found: [], size: 0 };
  check(document, walk);
  return { text: walk.found.length > 0 ? "" : JSON.stringify(document), found: walk.found };
}

function check(value, walk) {
  walk.size += 1;
  const name = foreignName(value, walk);
  if (name !== undefined) {
    walk.found.push([[...walk.path], name]);
  } else if (typeof value === "object" && value !== null) {
    walk.parents.add(value);
    for (const [key, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
      // An undefined member is an absent one, as everywhere in JavaScript.
      if (walk.size <= SIZE_LIMIT && (item !== undefined || Array.isArray(value))) {
        walk.path.push(wellFormed(key) ? key : key.replace(HALVES, "\ufffd"));
        check(wellFormed(key) ? item : key, walk);
        walk.path.pop();
      }
    }
    walk.parents.delete(value);
  }
}

/** Returns what a value is that JSON cannot say, null where the nesting is too deep, undefined for a good value. */
function foreignName(value, walk) {
  if (walk.size > SIZE_LIMIT) {
    return `more than ${SIZE_LIMIT} values`;
  }
  switch (typeof value) {
    case "boolean":
      return undefined;
    case "number":
      return Number.isFinite(value) ? undefined : String(value);
    case "string":
      return wellFormed(value) ? undefined : "half a surrogate pair";
    case "object":
      break;
    case "bigint":
      return "BigInt";
    default:
      return typeof value;
  }
  if (value === null) {
    return undefined;
  }
  if (walk.parents.has(value)) {
    return "circular reference";
  }
  if (!isPlain(value)) {
    return String(value.constructor?.name || "object with a prototype");
  }
  return walk.parents.size < DEPTH_LIMIT ? undefined : null;
}

/** Lists, and objects with no class of their own, also those of another window. */
function isPlain(value) {
  const prototype = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
}

function wellFormed(key) {
  return typeof key !== "string" || key.search(HALVES) < 0;
}
