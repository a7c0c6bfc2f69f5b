// Everything public but `init`, which differs between browsers and Node.

export { initSync } from "./bridge.js";
export * from "./accreditation.js";
export * from "./assess.js";
export * from "./cadence.js";
export * from "./calendar.js";
export * from "./document.js";
export * from "./exchange.js";
export * from "./form.js";
export * from "./forum.js";
export * from "./indicator.js";
export * from "./number.js";
export * from "./recommendation.js";
export * from "./region.js";
export * from "./render.js";
export * from "./review.js";
export * from "./schema.js";
export * from "./sector.js";
