// The types of `lokmin`.

export * from "./assess.js";
export * from "./cadence.js";
export * from "./calendar.js";
export * from "./form.js";
export * from "./forum.js";
export * from "./number.js";
export * from "./recommendation.js";
export * from "./region.js";
export * from "./schema.js";
export * from "./sector.js";
export * from "./types.js";
export type * from "./assess-answer.js";
export type * from "./assess-request.js";
export type * from "./documents.js";
