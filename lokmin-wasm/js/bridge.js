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
  const language = asText(lang, "lang");
  const answer = enter(() => operation(...values, language));
  return JSON.parse(answer, (_, value) => Object.freeze(value));
}

/**
 * Runs a function of the rules.
 *
 * No input is known that makes the rules trap. Should one do so, or fill the memory, the call throws, and the rules are
 * started afresh for the next one: what a trap leaves in the memory is never used again.
 */
export function enter(run) {
  if (!ready) {
    throw new Error("the rules are not loaded: `await init()` first");
  }
  try {
    return run();
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
      wasm.__wbg_reset_state();
    }
    throw error;
  }
}

/** Asks the rules about a plain value, such as a document. */
export function askDocument(operation, document, options) {
  const { text, found } = jsonText(document);
  return found.length > 0
    ? ask(wasm.unwritable, [JSON.stringify(found)], options)
    : ask(operation, [text], options);
}

/** Asks the rules about a plain value, or about the same as JSON text. */
export function askRequest(operation, request, options) {
  return typeof request === "string" ? ask(operation, [request], options) : askDocument(operation, request, options);
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

/** Returns an argument that may be absent: undefined or null. */
export function asOptional(check, value, name) {
  return value === undefined || value === null ? undefined : check(value, name);
}
