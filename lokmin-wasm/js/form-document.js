// The document that a form stands for: its places, and values taken out of it and put into it.
//
// A place is a JSON Pointer, here as the list of its steps. In a form the number of a list's item is a label: rows 0, 2 and
// 5 are the items 0, 1 and 2 of the document, so that a page may take rows away without numbering the others anew.

const NUMBER = /^(?:0|[1-9]\d{0,9})$/u;

/** Returns the steps of a JSON Pointer; undefined for a text that is none. */
export function steps(pointer) {
  return /^(?:\/(?:[^~]|~[01])*)$/u.test(pointer)
    ? pointer.slice(1).split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    : undefined;
}

/** Returns the JSON Pointer of a list of steps. */
export function pointer(path) {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Returns the value at a place, or undefined. */
export function valueAt(document, path) {
  return path.reduce((value, step) => (has(value, step) ? value[step] : undefined), document);
}

/**
 * Puts the values of fields into a copy of a document.
 *
 * A list with fields has the rows that have fields, and those of the document that never had any. `seen` keeps the
 * pointers of rows that had fields. What is undefined is absent, and so is a row or an object of which nothing is left.
 *
 * Returns the document, and the maps between the pointers of the form and those of the document.
 */
export function assemble(base, fields, seen) {
  const root = branch();
  for (const field of fields) {
    let here = root;
    for (const step of field.path) {
      if (!here.below.has(step)) {
        here.below.set(step, branch());
      }
      here = here.below.get(step);
    }
    here.field = field;
  }
  const places = { toDocument: new Map(), toForm: new Map() };
  const made = build(root, base, [], [], { seen, places });
  return { document: made ?? {}, places };
}

function branch() {
  return { below: new Map(), field: undefined };
}

function build(here, base, form, own, walk) {
  walk.places.toDocument.set(pointer(form), pointer(own));
  walk.places.toForm.set(pointer(own), pointer(form));
  if (here.field !== undefined) {
    return here.field.value;
  }
  if (here.below.size === 0) {
    return structuredClone(base);
  }
  if (Array.isArray(base) || (!isObject(base) && [...here.below.keys()].every((label) => NUMBER.test(label)))) {
    return buildList(here, base, form, own, walk);
  }
  const given = isObject(base) ? base : {};
  const made = {};
  for (const label of new Set([...Object.keys(given), ...here.below.keys()])) {
    const value = build(here.below.get(label) ?? branch(), valueAt(given, [label]), [...form, label], [...own, label], walk);
    if (value !== undefined) {
      put(made, label, value);
    }
  }
  return Object.keys(made).length > 0 ? made : single(base);
}

function buildList(here, base, form, own, walk) {
  const made = [];
  const given = Array.isArray(base) ? base : [];
  const labels = new Set([...given.keys()].map(String));
  for (const label of here.below.keys()) {
    labels.add(label);
  }
  for (const label of [...labels].filter((one) => NUMBER.test(one)).sort((a, b) => a - b)) {
    const row = pointer([...form, label]);
    if (here.below.has(label)) {
      walk.seen.add(row);
    }
    if (here.below.has(label) || !walk.seen.has(row)) {
      const below = here.below.get(label) ?? branch();
      const value = build(below, given[label], [...form, label], [...own, String(made.length)], walk);
      if (value === undefined) {
        forget(walk.places, pointer([...own, String(made.length)]));
      } else {
        made.push(value);
      }
    }
  }
  return made.length > 0 ? made : single(base);
}

/** Returns what stands where the form has a list or an object, and is neither: nobody has put anything in its place. */
function single(base) {
  return isObject(base) ? undefined : base;
}

/** Forgets the places of a row of which nothing is left: the next row stands there. */
function forget({ toDocument, toForm }, row) {
  for (const [own, form] of toForm) {
    if (own === row || own.startsWith(`${row}/`)) {
      toForm.delete(own);
      toDocument.delete(form);
    }
  }
}

/**
 * Returns what leads to a place, with a value there: the single values on the way, and of each list only one row.
 *
 * So small a document is checked in no time, however long the whole one is. `path` is where the value stands in it.
 */
export function way(document, path, value) {
  if (path.length === 0) {
    return { document: value, path: [] };
  }
  const [step, ...rest] = path;
  const isList = Array.isArray(document) || (!isObject(document) && NUMBER.test(step));
  const below = way(valueAt(document, [step]), rest, value);
  if (isList) {
    return { document: below.document === undefined ? [] : [below.document], path: ["0", ...below.path] };
  }
  const made = {};
  for (const [name, item] of Object.entries(isObject(document) ? document : {})) {
    if (name !== step && !isObject(item)) {
      put(made, name, item);
    }
  }
  if (below.document !== undefined) {
    put(made, step, below.document);
  }
  return { document: made, path: [step, ...below.path] };
}

function put(object, name, value) {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}

function has(value, step) {
  return isObject(value) && Object.hasOwn(value, step);
}

function isObject(value) {
  return typeof value === "object" && value !== null;
}
