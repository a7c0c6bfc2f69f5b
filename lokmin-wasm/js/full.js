// `lokmin/full` as browsers and bundlers load it.

import { builds } from "./bridge.js";
import * as glue from "../pkg/full.js";

export * from "./lokmin-full.js";

export const { init, initSync } = /* @__PURE__ */ builds(glue, { isFull: true });
