// The bridge to the rules: arguments in, JSON text back, plain frozen values out.
//
// Wrong data is an answer, `{ok: false, problems}`. Only misuse throws: a call before `init`, an argument of another
// type than the function takes, an unknown option or language.

import start, * as wasm from "../pkg/lokmin_wasm.js";
import { jsonText } from "./json.js";

let ready = false;
let loading;

/** Loads the rules from bytes or a compiled module that are there already. */
export function initSync(module) {
  if (!ready) {
    wasm.initSync({ module });
    ready = true;
  }
}

/** Loads the rules from what `find` gives: an address, bytes, or nothing for the file beside the package. */
export function load(find) {
  loading ??= (async () => {
    if (!ready) {
      await start({ module_or_path: await find() });
      ready = true;
    }
  })().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Asks the rules; `values` are what `operation` takes before the language. */
export function ask(operation, values, options = {}) {
  const { lang = "id", ...unknown } = options;
  for (const name of Object.keys(unknown)) {
    throw new TypeError(`\`${name}\` is no option`);
  }
  if (!ready) {
    throw new Error("the rules are not loaded: `await init()` first");
  }
  return JSON.parse(operation(...values, asText(lang, "lang")), (_, value) => Object.freeze(value));
}

/** Asks the rules about a document: JSON text, or a plain value that JSON can say. */
export function askDocument(operation, document, options) {
  const { text, found } = jsonText(document);
  return found.length > 0
    ? ask(wasm.unwritable, [JSON.stringify(found)], options)
    : ask(operation, [text], options);
}

/** Returns an argument that is a text. */
export function asText(value, name) {
  if (typeof value !== "string") {
    throw new TypeError(`\`${name}\` is not a string`);
  }
  return value;
}

/** Returns an argument that is a whole number of 32 bits. */
export function asInteger(value, name) {
  if (!Number.isInteger(value) || value !== (value | 0)) {
    throw new TypeError(`\`${name}\` is not a whole number of 32 bits`);
  }
  return value;
}
