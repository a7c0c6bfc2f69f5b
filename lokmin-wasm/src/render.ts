// Pages for people.

import type { OrText } from "./assess.js";
import type { ReviewRequest } from "./review.js";
import type { Options, Outcome } from "./types.js";

/** How a page is written: one HTML page that needs nothing else, Markdown, text short enough for a chat, a CSV file a table. */
export type Format = "html" | "markdown" | "text" | "csv";

/** The language of a page and of the problems, and how the page is written. */
export interface RenderOptions extends Options {
  /** Absent: `html`. */
  readonly format?: Format | undefined;
}

/** A file that was written, as text. */
export interface RenderedFile {
  /** Of `a-z`, `0-9` and `-`, with its ending. */
  readonly name: string;
  readonly media_type: string;
  readonly text: string;
}

/** Writes the page of a review: one A4 sheet with what must be known in the room, and an annex with everything else. */
export declare function renderReview(
  request: OrText<ReviewRequest>,
  options?: RenderOptions,
): Outcome<readonly RenderedFile[]>;

/** Writes the rapor desa: one A4 page a village; as text one file a village. */
export declare function renderVillageReports(
  request: OrText<ReviewRequest>,
  options?: RenderOptions,
): Outcome<readonly RenderedFile[]>;

/** Writes the matriks RTL: all recommendations, and what is asked of each sector (tagihan RTL). */
export declare function renderFollowUpMatrix(
  request: OrText<ReviewRequest>,
  options?: RenderOptions,
): Outcome<readonly RenderedFile[]>;
