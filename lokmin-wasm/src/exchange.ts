// Sheets: a grid of cells in, figures and problems out.

import type { OrText } from "./assess.js";
import type { Certainty, IndicatorCode, RegionCode, WorkingArea } from "./documents.js";
import type { OwnCatalogue } from "./indicator.js";
import type { Inside, Month, Options, Outcome, Quarter } from "./types.js";

/** One cell; a date as a text such as `2025-07-03`. */
export type Cell = string | number | boolean | null;

/** A month, a quarter or a year: `2025-07`, `2025Q3`, `2025`. */
export type TablePeriod = string;

/** How numbers are written: `1.234,5` or `1,234.5`. */
export type NumberStyle = "id" | "en";

/** Whom a column counts. */
export type Sex = "L" | "P" | "L+P";

/** What a column has. */
export type ColumnRole =
  | "numerator"
  | "denominator"
  | "numerator_part"
  | "denominator_part"
  | "percentage"
  | "village"
  | "village_code"
  | "posyandu"
  | "puskesmas"
  | "subdistrict"
  | "district"
  | "period"
  | "year"
  | "row_number"
  | "other"
  | "ignored"
  | "unknown";

/** What a column is. */
export interface ColumnMapping {
  /** Codes, names or aliases. A denominator without one is that of every numerator that has no other. */
  readonly indicator?: string | readonly string[] | null | undefined;
  /** Absent: the numerator. */
  readonly role?: ColumnRole | null | undefined;
  readonly sex?: Sex | null | undefined;
  readonly period?: TablePeriod | null | undefined;
}

/** The request of `readTable`. */
export interface TableRequest {
  /** At most 100,000 rows, 1,000 columns and 5,000,000 cells. */
  readonly rows: readonly (readonly Cell[])[];
  /** Its villages give names their codes. */
  readonly working_area?: WorkingArea | null | undefined;
  /** The year of months that the sheet writes without one. */
  readonly year?: number | null | undefined;
  /** When the figures are, where no row and no column says it. */
  readonly period?: TablePeriod | null | undefined;
  /** The indicator of figures whose columns name none. */
  readonly indicator?: string | readonly string[] | null | undefined;
  /** What columns are, by their letters or their headers. */
  readonly columns?: { readonly [column: string]: ColumnMapping } | null | undefined;
  /** Which rows are the header, from 1, both included; absent: they are looked for. */
  readonly header_rows?: { readonly first: number; readonly last: number } | null | undefined;
  readonly numbers?: NumberStyle | null | undefined;
  /** The marks for "missing"; absent: the usual ones. */
  readonly missing?: readonly string[] | null | undefined;
  /** Whether L and P come as figures of their own beside their sum. */
  readonly by_sex?: boolean | undefined;
  readonly catalogue?: OwnCatalogue | null | undefined;
}

/** The figures of a sheet: columns of the same length. */
export interface TableFigures {
  readonly area: readonly (RegionCode | null)[];
  /** As it is written. */
  readonly area_name: readonly (string | null)[];
  readonly puskesmas: readonly (string | null)[];
  readonly posyandu: readonly (string | null)[];
  readonly indicator: readonly IndicatorCode[];
  readonly month: readonly (Month | null)[];
  readonly quarter: readonly (Quarter | null)[];
  /** In its canonical form; as it is written where it could not be understood. */
  readonly period: readonly (string | null)[];
  /** Null for everybody. */
  readonly sex: readonly ("L" | "P" | null)[];
  readonly numerator: readonly (number | null)[];
  readonly denominator: readonly (number | null)[];
  /** The percentage that stands in the sheet. */
  readonly published: readonly (string | null)[];
  /** From 0. */
  readonly row: readonly number[];
  /** From 0. */
  readonly numerator_column: readonly (number | null)[];
  /** From 0. */
  readonly denominator_column: readonly (number | null)[];
}

/** What a column is. */
export interface RecognisedColumn {
  /** From 0. */
  readonly column: number;
  readonly letters: string;
  readonly header: string;
  readonly role: ColumnRole;
  readonly uses: readonly { readonly indicator: IndicatorCode; readonly role: ColumnRole }[];
  readonly sex: Sex | null;
  /** A period, or `--07` for a month whose year the rows say. */
  readonly period: string | null;
  readonly by: "request" | "layout" | "word" | "catalogue" | "nothing";
}

/** How a sheet was read. */
export interface Recognised {
  /** The known sheet that it is. */
  readonly layout: string | null;
  readonly layout_source: string | null;
  readonly layout_certainty: Certainty | null;
  /** From 0. */
  readonly header_rows: readonly number[];
  readonly columns: readonly RecognisedColumn[];
  readonly period: TablePeriod | null;
  readonly puskesmas: string | null;
  readonly numbers: NumberStyle | null;
  readonly skipped: readonly {
    readonly row: number;
    readonly reason: "title" | "numbering" | "total" | "mean" | "header" | "note";
  }[];
  readonly missing: readonly { readonly mark: string; readonly count: number }[];
}

/** What a sheet says. */
export interface Table {
  readonly figures: TableFigures;
  readonly recognised: Recognised;
}

/** Reads a sheet: cells in, figures and problems out. One with personal data is refused. */
export declare function readTable(request: OrText<TableRequest>, options?: Options): Outcome<Table>;
