// Lists of regions, and changes of codes.

import type { RegionCode } from "./documents.js";
import type { Options, Outcome } from "./types.js";

/** A level of regions. */
export type Level = "province" | "district" | "subdistrict" | "village";

/** Options of `findRegion`. */
export interface FindOptions extends Options {
  /** The code of the region to look in. */
  readonly within?: string | undefined;
  readonly level?: Level | undefined;
}

/** Options of `mapRegionCode` and `CodeChanges`. */
export interface MappingOptions {
  /** What the caller vouches for: CSV with the columns `edisi`, `lama`, `baru`. */
  readonly mapping?: string | undefined;
}

/** What became of one village code between two editions. */
export interface CodeAnswer {
  readonly asked: RegionCode;
  /** The edition that the code is of. */
  readonly from: number;
  /** The edition that a code is wanted of. */
  readonly to: number;
  /** Null when unresolved. */
  readonly code: RegionCode | null;
  readonly basis: "unchanged" | "renamed" | "mapped" | "unresolved";
  /** Why there is no code. */
  readonly reason: "vanished" | "split" | "name_moved" | "not_in_edition" | null;
  /** The first edition in which there is no sure code. */
  readonly stopped_at: number | null;
  /** Codes that it may have become, at most 20. Somebody has to confirm one. */
  readonly candidates: readonly { readonly code: RegionCode; readonly name: string | null }[];
  /** Other old codes that the mapping leads to the same code. */
  readonly merged_with: readonly RegionCode[];
  /** Changes of name on the way. */
  readonly names: readonly { readonly edition: number; readonly old: string; readonly new: string }[];
}

/**
 * Checks that a code is in a list, a CSV text with the columns `kode`, `nama`.
 *
 * The list is read at every call: for several questions about one list use `RegionIndex`.
 */
export declare function checkRegion(csv: string, code: string, options?: Options): Outcome<RegionCode>;

/** Finds a region of a list by its name; see `checkRegion` for the list. */
export declare function findRegion(csv: string, name: string, options?: FindOptions): Outcome<RegionCode>;

/**
 * Says what became of a village code of one edition in a later one. Nothing is guessed.
 *
 * The changes are a CSV text with the columns `dari`, `ke`, `perubahan`, `kode`, `nama_lama`, `nama_baru`. They are read
 * at every call: for several questions about one table use `CodeChanges`.
 */
export declare function mapRegionCode(
  changesCsv: string,
  code: string,
  from: number,
  to: number,
  options?: Options & MappingOptions,
): Outcome<CodeAnswer>;

/** A list of regions, read once and asked often. A list that cannot be read answers everything with why. */
export declare class RegionIndex {
  /** Reads a CSV text with the columns `kode`, `nama`. */
  constructor(csv: string);
  /** Says how many regions the list has, with the problems found in it. */
  describe(options?: Options): Outcome<{ readonly regions: number }>;
  /** Checks that a code is in the list. */
  check(code: string, options?: Options): Outcome<RegionCode>;
  /** Finds a region by its name. */
  find(name: string, options?: FindOptions): Outcome<RegionCode>;
  /** Gives the memory back now; without it, that happens with the garbage collection. */
  free(): void;
}

/** Changes of village codes, read once and asked often. A table that cannot be read answers everything with why. */
export declare class CodeChanges {
  /** Reads a CSV text as for `mapRegionCode`. */
  constructor(csv: string, options?: MappingOptions);
  /** Says which editions the table knows, with the problems found in it. */
  describe(options?: Options): Outcome<{ readonly editions: readonly number[] }>;
  /** Says what became of a village code of one edition in a later one. */
  map(code: string, from: number, to: number, options?: Options): Outcome<CodeAnswer>;
  /** Gives the memory back now; without it, that happens with the garbage collection. */
  free(): void;
}
