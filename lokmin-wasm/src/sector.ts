// Sectors, and how they are recognised.

import type { Capacity, Sector } from "./documents.js";
import type { Options, Outcome } from "./types.js";

/** One office, institution or group named in a text. */
export interface SectorMatch {
  readonly sector: Sector;
  readonly kind: "office" | "institution" | "collective" | "person_group" | "rank";
  /** The canonical name of the office or group; null for an institution and a rank. */
  readonly office: string | null;
  /** The canonical name of the institution, where one is named. */
  readonly institution: string | null;
  /** The words it was recognised by, as they were written. */
  readonly written: string;
  /** Never `representing`, which is said of the whole text. */
  readonly capacity: Capacity;
}

/** What was recognised in one line of an attendance list, or in a phrase. */
export interface Recognition {
  /** The one sector that the text counts for; a stand-in counts for the sector of the principal. */
  readonly code: Sector | null;
  /** The offices, institutions and groups present, in the order of the text. */
  readonly sectors: readonly SectorMatch[];
  readonly capacity: Capacity;
  /** Who is represented, where the text says it. */
  readonly principal: { readonly written: string; readonly sectors: readonly SectorMatch[] } | null;
  /** The name of the person present, as written, where it is certain to be one. */
  readonly name: string | null;
}

/** Options of `recogniseSector`. */
export interface SectorOptions extends Options {
  /** The district's own words, CSV `alias,sectors,name,kind`; read at every call: see `SectorAliases`. */
  readonly aliasesCsv?: string | undefined;
}

/** Recognises the offices, institutions and groups that a line of an attendance list names. */
export declare function recogniseSector(text: string, options?: SectorOptions): Outcome<Recognition>;

/** Writes short forms of place names out: "Ma. Tembesi" is "Muara Tembesi". There are never problems. */
export declare function expandPlace(text: string, options?: Options): Outcome<string>;

/** The built-in words with a district's own, read once and asked often. Words that cannot be read answer with why. */
export declare class SectorAliases {
  /** Reads a CSV text `alias,sectors,name,kind`, and optionally `flags,source`. */
  constructor(csv: string);
  /** Says whether the words could be read. */
  describe(options?: Options): Outcome<null>;
  /** Recognises the offices, institutions and groups that a line of an attendance list names. */
  recognise(text: string, options?: Options): Outcome<Recognition>;
  /** Gives the memory back now; without it, that happens with the garbage collection. */
  free(): void;
}
