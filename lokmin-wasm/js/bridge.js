// The bridge to the rules: arguments in, JSON text back, plain frozen values out.
//
// Wrong data is an answer, `{ok: false, problems}`. Only misuse throws: a call before `init`, an argument of another
// type than the function takes, an unknown option or language.
//
// The package has two builds of the rules, `lokmin` and `lokmin/full`. A page has one bridge: where both are loaded, the
// full one answers, whichever entry a function was imported from.

import { jsonText } from "./json.js";

/** The build whose rules answer: its glue, and whether it is the full one. */
let loaded;

/** Returns `init` and `initSync` of one build, given the glue that wasm-bindgen made for it. */
export function builds(glue, { isFull = false, find = (source) => source } = {}) {
  let loading;
  const isThere = () => loaded !== undefined && (loaded.isFull || !isFull);
  const take = () => {
    loaded = { glue, isFull };
  };

  /** Loads the rules once; later calls wait for the first one. */
  function init(source) {
    loading ??= (async () => {
      if (!isThere()) {
        await glue.default({ module_or_path: await find(source) });
        take();
      }
    })().catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  /** Loads the rules from bytes or a compiled module that are there already. */
  function initSync(module) {
    if (!isThere()) {
      glue.initSync({ module });
      take();
    }
  }

  return { init, initSync };
}

/** Asks the rules; `values` are texts and numbers, as the operation takes them. */
export function ask(operation, values, options) {
  return answered((lang) => enter((glue) => glue.ask(operation, lang, ...written(values))), options);
}

/** Asks the rules about a plain value, such as a document. */
export function askDocument(operation, document, options, values = []) {
  const { text, found } = jsonText(document);
  return found.length > 0 ? unwritable(found, options) : ask(operation, [text, ...values], options);
}

/** Asks the rules about a plain value, or about the same as JSON text. */
export function askRequest(operation, request, options, values = []) {
  return typeof request === "string"
    ? ask(operation, [request, ...values], options)
    : askDocument(operation, request, options, values);
}

/** Says what JSON cannot say of a value. */
export function unwritable(found, options) {
  return ask("unwritable", [JSON.stringify(found)], options);
}

/** Something that is read once and asked often, such as a register. */
export class Held {
  #held;

  constructor(kind, values) {
    this.#held = enter((glue) => new glue.Held(kind, ...written(values)));
  }

  /** Asks what was read. */
  ask(operation, values, options) {
    return answered((lang) => enter(() => this.#held.ask(operation, lang, ...written(values))), options);
  }

  /** Returns the text of what was read. */
  text() {
    return enter(() => this.#held.text());
  }

  /** Gives the memory back; nothing can be asked afterwards. */
  free() {
    this.#held.free();
  }
}

/**
 * Runs a function of the rules.
 *
 * No input is known that makes the rules trap. Should one do so, or fill the memory, the call throws, and the rules are
 * started afresh for the next one: what a trap leaves in the memory is never used again.
 */
export function enter(run) {
  if (loaded === undefined) {
    throw new Error("the rules are not loaded: `await init()` first");
  }
  try {
    return run(loaded.glue);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
      loaded.glue.__wbg_reset_state();
    }
    throw error;
  }
}

function answered(run, options = {}) {
  const { lang = "id", ...unknown } = options;
  refuse(unknown);
  return JSON.parse(run(asText(lang, "lang")), (_, value) => Object.freeze(value));
}

/** Values as the rules take them: texts, and undefined for what is absent. */
function written(values) {
  return values.map((value) => (value === undefined ? value : String(value)));
}

/** Throws for options that the function does not have. */
export function refuse(unknown) {
  for (const name of Object.keys(unknown)) {
    throw new TypeError(`\`${name}\` is no option`);
  }
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
