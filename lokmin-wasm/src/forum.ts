// Who took part in a forum.

import type { CoveragePolicy, Forum, RegionCode, Sector, WorkingArea } from "./documents.js";
import type { Inside, Options, Outcome } from "./types.js";

/** How one row of the attendance list counts. */
export interface Participation {
  /** The number of the row, from 0. */
  readonly row: number;
  readonly sector: Sector;
  readonly way: "official" | "acting" | "stand_in" | "institution" | "collective";
  /** The person, office or institution as written. */
  readonly who: string;
  /** The office that a word for several offices stands for here: the Kapolsek of "unsur Muspika". */
  readonly office?: string;
  /** The office or institution that a stand-in stands in for. */
  readonly stands_in_for?: string;
}

/** What is known of one requirement on the attendance. */
export interface RequirementCoverage {
  /** The sectors, any one of which will do. */
  readonly any_of: readonly Sector[];
  readonly name?: string;
  readonly status: "present" | "stand_in" | "absent" | "not_invited" | "not_mentioned";
  /** The rows that count for it. */
  readonly by: readonly Participation[];
  /** Whether an apology is recorded. */
  readonly apology: boolean;
  /** Null when no invitation list is recorded. */
  readonly invited: boolean | null;
}

/** Which villages took part. */
export interface VillageCoverage {
  /** How many villages the working area has; null without one. */
  readonly of: number | null;
  readonly present: readonly RegionCode[];
  /** Of the working area, when the list is complete and the sector and village of every row are known. */
  readonly absent: readonly RegionCode[];
  /** Of the working area, when the list is not complete or has a row that may be of any village. */
  readonly not_mentioned: readonly RegionCode[];
  /** Took part and are not of the working area. */
  readonly outside: readonly RegionCode[];
  /** Rows of village governments that do not say which village. */
  readonly unspecified_rows: readonly number[];
}

/** A warning of `recogniseSector` about the words of a row of the attendance list. */
export interface Doubt {
  /** The number of the row, from 0. */
  readonly row: number;
  readonly code:
    | "sector.honorific_ambiguous"
    | "sector.assumed"
    | "sector.principal_unclear"
    | "sector.not_present";
}

/** Who took part in one forum. */
export interface Coverage {
  /** In the order of the policy. */
  readonly requirements: readonly RequirementCoverage[];
  /** Rows that count for sectors that are not required. */
  readonly others: readonly Participation[];
  /** Rows whose sector is not known. */
  readonly unrecognised: readonly number[];
  /** What is doubtful in how rows were read, in the order of the rows. */
  readonly doubts: readonly Doubt[];
  readonly villages: VillageCoverage;
  /** How many people are known to have come. */
  readonly heads: number;
  /** How many rows of institutions and groups do not say how many came. */
  readonly rows_without_count: number;
}

/** The question of `sectorCoverage`. */
export interface CoverageQuestion {
  readonly forum: Forum;
  /** Absent: the participants of KMK HK.01.07/MENKES/2015/2023. */
  readonly policy?: Inside<CoveragePolicy> | null | undefined;
  readonly working_area?: WorkingArea | null | undefined;
}

/** Finds the village of a working area with a name or alias. */
export declare function findVillage(workingArea: WorkingArea, name: string, options?: Options): Outcome<RegionCode>;

/** Works out which sectors and villages took part in a forum. */
export declare function sectorCoverage(question: CoverageQuestion, options?: Options): Outcome<Coverage>;
