// The package as browsers and bundlers load it.

import { load } from "./bridge.js";

export * from "./lokmin.js";

/** Loads the rules once; later calls wait for the first one. */
export function init(source) {
  return load(async () => source);
}
