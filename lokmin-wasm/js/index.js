// `lokmin` as browsers and bundlers load it.

import { builds } from "./bridge.js";
import * as glue from "../pkg/lokmin.js";

export * from "./lokmin.js";

export const { init, initSync } = /* @__PURE__ */ builds(glue);
