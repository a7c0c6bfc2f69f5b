// Region codes.

import type { RegionCode } from "./documents.js";
import type { Options, Outcome } from "./types.js";

/** Options of `parseRegion`. */
export interface RegionOptions extends Options {
  /** Whose codes they are; where it is not said, a code without dots is a warning. */
  readonly system?: "kemendagri" | "bps" | undefined;
}

/** Reads a Kemendagri region code, with or without dots. */
export declare function parseRegion(text: string, options?: RegionOptions): Outcome<RegionCode>;
