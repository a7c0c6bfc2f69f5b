// Everything of `lokmin/full` but `init` and `initSync`.

export * from "./lokmin.js";
export * from "./accreditation.js";
export * from "./exchange.js";
export * from "./indicator.js";
export * from "./region-list.js";
export * from "./render.js";
export * from "./review.js";
