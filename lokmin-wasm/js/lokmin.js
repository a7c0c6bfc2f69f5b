// Everything that both entries have but `init` and `initSync`, which differ by build and between browsers and Node.

export * from "./assess.js";
export * from "./cadence.js";
export * from "./calendar.js";
export * from "./document.js";
export * from "./form.js";
export * from "./forum.js";
export * from "./number.js";
export * from "./recommendation.js";
export * from "./region.js";
export * from "./schema.js";
export * from "./sector.js";
