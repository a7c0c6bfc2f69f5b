// Numbers as people type them.

import type { Options, Outcome } from "./types.js";

/**
 * Reads a number as people type it, with a decimal comma or point: `"76,80"` is `"76.8"`.
 *
 * `"1.234"` and `"1,234"` may be thousands or decimals, and are refused.
 */
export declare function parseNumber(text: string, options?: Options): Outcome<string>;
