// `lokmin` as Node loads it: the rules come from the file system, because `fetch` reads no files there.

import { builds } from "./bridge.js";
import { readRules } from "./read-rules.js";
import * as glue from "../pkg/lokmin.js";

export * from "./lokmin.js";

export const { init, initSync } = builds(glue, { find: readRules("../pkg/lokmin_bg.wasm") });
