// Assessment: what is answered.

import type { AssessPolicy, CorrectedBasis, PwsStatus, View } from "./assess-request.js";
import type { Certainty, FigureBasis, IndicatorCode } from "./documents.js";
import type { Target, TargetAnswer } from "./indicator.js";

/** An exact number as text: `60`, or a fraction in lowest terms such as `3500/57`. */
export type Ratio = string;

/** A remark on a figure. */
export type AssessFlag =
  | "no_target"
  | "provisional"
  | "met_provisional"
  | "boundary_missing"
  | "months_missing"
  | "not_scheduled"
  | "outside_schedule"
  | "denominator_missing"
  | "stale"
  | "denominator_zero"
  | "denominator_changed"
  | "over_denominator"
  | "negative"
  | "duplicate"
  | "falling"
  | "looks_cumulative"
  | "below_level"
  | "survey"
  | "base_missing"
  | "target_unsure"
  | "target_carried_forward"
  | "target_other_basis"
  | "small_denominator"
  | "areas_silent"
  | "areas_left_out"
  | "differs_from_sum"
  | "too_large"
  | "no_target_to_date"
  | "areas_unclear";

/** A numerator with its denominator; null for counts. */
export interface Part {
  readonly numerator: number;
  readonly denominator: number | null;
}

/**
 * How the members are printed in one language; the text never contradicts the verdict. Beside a target in people stand the
 * people reached.
 */
export interface PrintedPair {
  readonly value: string | null;
  readonly target_to_date: string | null;
}

/** A target that is shown and judges nobody: it is not sure enough, or was made for other figures. */
export interface ShownTarget {
  /** What is expected in the year. */
  readonly target: Target;
  /** Where it comes from. */
  readonly source: string | null;
  readonly certainty: Certainty | null;
  /** What kind of figures it was made for; null: those of the indicator. */
  readonly basis: FigureBasis | null;
  /** Why it judges nobody. */
  readonly reasons: readonly ("unsure" | "survey_basis")[];
}

/** One series under one view. */
export interface Assessment {
  readonly indicator: IndicatorCode;
  readonly view: View;
  /** Null when nothing was reported. */
  readonly numerator: number | null;
  /** Null when unknown, and for counts. */
  readonly denominator: number | null;
  /**
   * In the unit of the indicator (per cent for a multiplier of 100), or the count of an indicator judged by its count; null
   * below the level of the indicator, where there is no percentage.
   */
  readonly value: Ratio | null;
  /** The target of the year that judged. */
  readonly target: Target | null;
  /** A target that is shown and judges nobody; null where a target judges, or there is none. */
  readonly shown_target: ShownTarget | null;
  /** Where the target was found, and why it judges or not; absent unless `targets` were asked. */
  readonly target_found?: TargetAnswer;
  /** What is due by the end of the span. */
  readonly target_to_date: Ratio | null;
  readonly printed: { readonly id: PrintedPair; readonly en: PrintedPair };
  /** Whether what is due is reached; null: no verdict. */
  readonly met: boolean | null;
  /** Whether "not met" rests on figures that are not complete. */
  readonly provisional: boolean;
  /** People lacking of what is due, or too many where lower is better. */
  readonly shortfall: number | null;
  /** People lacking of the whole year's target, or too many where lower is better. */
  readonly gap_year: number | null;
  /** People a month that would close `gap_year` by December; only where higher is better. */
  readonly pace: number | null;
  /** The numerator of December, if the year goes on as it began; only pro rata. */
  readonly projection: Ratio | null;
  /** The span's own figure: for a year to date that of its last month. */
  readonly this_span: Part | null;
  /** The figure of the span before. */
  readonly previous_span: Part | null;
  readonly trend: "better" | "steady" | "worse" | null;
  readonly status: PwsStatus | null;
  /** How many of the months due have a figure; in a roll-up added over areas. */
  readonly months_reported: number;
  readonly months_due: number;
  readonly flags: readonly AssessFlag[];
}

/** One area of a roll-up, assessed. */
export interface AreaVerdict extends Assessment {
  readonly area: string;
  /** 1 the best; null without a value. */
  readonly rank: number | null;
}

/** A parent and its areas, assessed. */
export interface RollUp extends Assessment {
  /** Where the figures of the parent come from. */
  readonly basis: "children" | "given";
  /** The sum of the areas, where something else won. */
  readonly sum_of_children: Part | null;
  /** The value of the areas that reported, alone. */
  readonly value_reporting: Ratio | null;
  /** The sum of the areas' own shortfalls; null when none was judged. */
  readonly shortfall_of_children: number | null;
  /** What was done for people from outside the working area. */
  readonly outside: number;
  /** How many areas the trend rests on. */
  readonly trend_children: number;
  /** Areas that have not reported. */
  readonly silent: readonly string[];
  /**
   * Areas that have reported figures up to this month, of which the figure of the span cannot be known: they fall, or the
   * one before the span is missing.
   */
  readonly unclear: readonly { readonly area: string; readonly reason: "falling" | "base_missing" }[];
  /** Areas without a denominator: neither part of theirs counts. */
  readonly left_out: readonly string[];
  readonly zero_denominator: readonly string[];
  /** In the order given, those outside the working area left out. */
  readonly areas: readonly AreaVerdict[];
}

/** The rank of an area, 1 the best; null without a value. */
export interface Ranked {
  readonly area: string;
  readonly rank: number | null;
}

/** The quality of the figures of one indicator. */
export interface IndicatorQuality {
  readonly indicator: IndicatorCode;
  /** How many of the figures that are due are there; percentage and band are null when nothing is due. */
  readonly completeness: {
    readonly reported: number;
    readonly due: number;
    readonly percent: Ratio | null;
    readonly band: "baik" | "sedang" | "kurang" | null;
  };
  /** The areas whose values stand far from the others, and by which rule. */
  readonly outliers: readonly {
    readonly area: string;
    readonly value: Ratio;
    readonly modified_z: boolean;
    readonly three_sd: boolean;
  }[];
}

/** A printed percentage beside the right one. */
export interface PublishedCheck {
  readonly published: string;
  /** Null when the denominator is zero. */
  readonly value: Ratio | null;
  /** The value with the places that were printed, in English notation. */
  readonly recomputed: string | null;
  /** Whether the two agree within one unit of the last place printed. */
  readonly agrees: boolean | null;
  /** The denominator that would give the printed figure, where they do not agree. */
  readonly implied_denominator: number | null;
}

/** The group of a Puskesmas. */
export type PkpGroup = "kurang" | "cukup" | "baik";

/** The score of a programme, a variable or a sub-variable, 0 to 100; null when it has none. */
export interface PkpScore {
  readonly name: string;
  readonly score: Ratio | null;
  /** What it is the mean of; absent for a sub-variable. */
  readonly parts?: readonly PkpScore[];
}

/** The score of a Puskesmas. */
export interface Pkp {
  /** 0 to 100. */
  readonly service: Ratio | null;
  readonly service_printed: string | null;
  readonly service_group: PkpGroup | null;
  /** As given. */
  readonly management: string | null;
  readonly management_group: PkpGroup | null;
  /** The lower of the two; null unless both are known. */
  readonly group: PkpGroup | null;
  readonly programmes: readonly PkpScore[];
}

/** The healthy-family index of a family. */
export interface Iks {
  /** How many of the twelve are met. */
  readonly met: number;
  /** How many concern the family. */
  readonly applicable: number;
  /** 0 to 1; null when none concerns it. */
  readonly value: Ratio | null;
  /** In Indonesian, three decimals or more; it never contradicts the category. */
  readonly printed: string | null;
  readonly category: "sehat" | "pra_sehat" | "tidak_sehat" | null;
}

/** The share of the families of an area that are healthy. */
export interface IksArea {
  readonly healthy: number;
  readonly families: number;
  /** healthy / families; null of no family. */
  readonly value: Ratio | null;
  /** In Indonesian, three decimals or more; it never contradicts the category. */
  readonly printed: string | null;
  readonly category: "sehat" | "pra_sehat" | "tidak_sehat" | null;
}

/** The arithmetic of one verdict of a roll-up in words. */
export interface ExplainedArea {
  /** Null: the parent. */
  readonly area: string | null;
  readonly text: string;
}

/** Which villages are UCI. */
export interface Uci {
  /** The threshold of the year times month / 12, per cent. */
  readonly threshold_to_date: Ratio;
  /** Whether the year is not over. */
  readonly provisional: boolean;
  readonly reached: number;
  /** How many villages could be judged. */
  readonly judged: number;
  /** In the order given; null where a figure is missing or nobody is to be immunised. */
  readonly villages: readonly { readonly area: string; readonly value: Ratio | null; readonly uci: boolean | null }[];
}

/** The ratios of a posyandu month, per cent; null where a count is missing. */
export interface Skdn {
  /** Participation. */
  readonly d_s: Ratio | null;
  /** Card ownership. */
  readonly k_s: Ratio | null;
  /** Weight gain. */
  readonly n_d: Ratio | null;
  /** What N was divided by. */
  readonly corrected_d: number | null;
  readonly basis: CorrectedBasis | null;
  /** Below the red line. */
  readonly bgm_d: Ratio | null;
  /** No gain twice. */
  readonly two_t_d: Ratio | null;
}

/** How many were lost between two doses. */
export interface DropOut {
  /** Below zero when the last dose has more. */
  readonly lost: number;
  /** Per cent; null when nobody had the first dose. */
  readonly value: Ratio | null;
  /** Whether the target is kept; null without a target or a value. */
  readonly met: boolean | null;
}

/** A table with its small counts hidden. */
export interface Suppressed {
  /** Counts from 1 to below this are hidden. */
  readonly threshold: number;
  /** In the order given. */
  readonly cells: readonly {
    readonly area: string;
    readonly state: "shown" | "hidden" | "not_reported";
    readonly value: number | null;
    readonly derived: string | null;
  }[];
  /** What is not protected against. */
  readonly limits: { readonly id: string; readonly en: string };
}

/** One default of assessment. */
export interface AssessDefault {
  /** The member of `AssessPolicy` that changes it. */
  readonly name: keyof AssessPolicy;
  readonly value: string;
  readonly source: string;
  readonly certainty: Certainty;
}
