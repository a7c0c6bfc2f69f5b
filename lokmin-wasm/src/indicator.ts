// Indicators and targets.

import type { Catalogue, Certainty, Definition, FigureBasis, IndicatorCode, TargetArea, Targets } from "./documents.js";
import type { Inside, Options, Outcome } from "./types.js";

/** A catalogue inside a question: it lies on top of the built-in one. */
export type OwnCatalogue = Inside<Catalogue>;

/** The question of `resolveIndicator`. */
export interface ResolveQuestion {
  /** The word: a code, an alias or a name. */
  readonly text: string;
  readonly catalogue?: OwnCatalogue | null | undefined;
}

/** The question of `indicator`. */
export interface IndicatorQuestion {
  readonly code: IndicatorCode;
  readonly catalogue?: OwnCatalogue | null | undefined;
}

/** The question of `targetSources`. */
export interface SourcesQuestion {
  readonly catalogue?: OwnCatalogue | null | undefined;
}

/** What a caller accepts of a target; what is absent is not accepted. */
export interface TargetPolicy {
  /** Whether the target of the latest earlier year is taken where the year has none. */
  readonly carry_forward?: boolean | undefined;
  /** Whether a target that is less sure than "recalled, quite sure" may judge. */
  readonly accept_unsure?: boolean | undefined;
  /** Whether a target made for survey figures may judge routine figures, and the other way round. */
  readonly accept_survey?: boolean | undefined;
}

/** The question of `lookupTarget`. */
export interface TargetQuestion {
  readonly indicator: IndicatorCode;
  /** The area, and what it belongs to beside its regions, nearest first; absent: what holds everywhere. */
  readonly areas?: readonly TargetArea[] | undefined;
  readonly year: number;
  /** The targets that somebody has set. */
  readonly targets?: Inside<Targets> | null | undefined;
  readonly policy?: TargetPolicy | null | undefined;
  readonly catalogue?: OwnCatalogue | null | undefined;
}

/** What is expected: exactly one member. A rate is in the unit of the indicator's multiplier, as text. */
export type Target =
  | { readonly rate: string }
  | { readonly count: number }
  | { readonly no_increase_rate: string }
  | { readonly no_increase_count: number };

/** What is expected of an indicator in an area and a year, and why. */
export interface TargetAnswer {
  readonly indicator: IndicatorCode;
  /** The year asked about. */
  readonly year: number;
  /** Null: nothing is expected. */
  readonly target: Target | null;
  /** Whether the target may judge. One that may not is shown only. */
  readonly judges: boolean;
  /** Where it was set; null: nobody has said anything. */
  readonly origin: "own" | "ancestor" | "default" | null;
  /** The area it was set for; null: everywhere. */
  readonly area: TargetArea | null;
  /** The year it was set for; null: every year. */
  readonly target_year: number | null;
  /** What was said instead of a target, such as "lokal". */
  readonly none: string | null;
  /** What kind of figures it was made for; null: the figures of the indicator. */
  readonly basis: FigureBasis | null;
  readonly source: string | null;
  /** Null: as sure as the one who set it. */
  readonly certainty: Certainty | null;
  readonly flags: readonly ("no_target" | "carried_forward" | "unsure" | "survey_basis")[];
}

/** A default target with where it comes from. */
export interface TargetSource {
  readonly indicator: IndicatorCode;
  /** Null: every year. */
  readonly year: number | null;
  /** Null: the source gives no usable target. */
  readonly target: Target | null;
  /** What the source says instead of a target, such as "lokal". */
  readonly none: string | null;
  /** What kind of figures it was made for; null: the figures of the indicator. */
  readonly basis: FigureBasis | null;
  readonly source: string;
  readonly certainty: Certainty;
  /** Whether it judges without being accepted by the caller. */
  readonly judges: boolean;
}

/** Finds the indicator that a word means. `IBL` is refused, naming both of its meanings. */
export declare function resolveIndicator(question: ResolveQuestion, options?: Options): Outcome<Definition>;

/** Returns the definition of an indicator. */
export declare function indicator(question: IndicatorQuestion, options?: Options): Outcome<Definition>;

/** Returns what is expected of an indicator in an area and a year, and why. */
export declare function lookupTarget(question: TargetQuestion, options?: Options): Outcome<TargetAnswer>;

/** Lists every default target with its source and its certainty, and every statement that there is none. */
export declare function targetSources(question?: SourcesQuestion, options?: Options): Outcome<readonly TargetSource[]>;

/** Reads targets from CSV, one row a target; the column `indicator` is needed. */
export declare function readTargetsCsv(text: string, options?: Options): Outcome<Targets>;

/** Reads a catalogue from CSV, one row an indicator and one column a member. */
export declare function readCatalogueCsv(text: string, options?: Options): Outcome<Catalogue>;
