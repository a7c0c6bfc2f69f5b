// `lokmin/full` as Node loads it.

import { builds } from "./bridge.js";
import { readRules } from "./read-rules.js";
import * as glue from "../pkg/full.js";

export * from "./lokmin-full.js";

export const { init, initSync } = builds(glue, { isFull: true, find: readRules("../pkg/full_bg.wasm") });
