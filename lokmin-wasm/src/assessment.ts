// Indicators, targets and assessment.

import type {
  Baseline,
  Catalogue,
  Certainty,
  Count,
  Decimal,
  Definition,
  Direction,
  FigureBasis,
  IndicatorCode,
  IndicatorPair,
  LowestLevel,
  MonthOfYear,
  Multiplier,
  TargetArea,
  Targets,
} from "./documents.js";
import type { Inside, Lang, Month, Options, Outcome, Quarter } from "./types.js";

// --- indicator ---

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

// --- assess: what is asked ---

/** Which months are looked at: exactly one member. */
export type View = { readonly year_to_date: Month } | { readonly quarter: Quarter } | { readonly month: Month };

/** The figures of one month. An absent one is missing, which is not zero; one below zero is told and never counts. */
export interface Observation {
  readonly month: Month;
  readonly numerator?: number | null | undefined;
  readonly denominator?: number | null | undefined;
}

/** An indicator in a request: a code, alias or name of the catalogue of the request, or a definition. */
export type GivenDefinition = string | Definition;

/** A target in a request: exactly one member. */
export interface GivenTarget {
  /** In the unit of the indicator's multiplier; 0 or more. */
  readonly rate?: Decimal | null | undefined;
  /** The number of people or events. */
  readonly count?: Count | null | undefined;
  /** Not worse than a baseline. */
  readonly no_increase?: Baseline | null | undefined;
  /** There is no target; what is said instead, such as "lokal". */
  readonly none?: string | null | undefined;
}

/** The PWS status. `kurang` is at or above the target and falling, `cukup` below it and rising. */
export type PwsStatus = "baik" | "cukup" | "kurang" | "jelek";

/** What a district decides otherwise; what is absent keeps its default, see `assessDefaults`. */
export interface AssessPolicy {
  /** The status at or above the target with a steady trend. */
  readonly steady_above?: PwsStatus | null | undefined;
  /** The status below the target with a steady trend. */
  readonly steady_below?: PwsStatus | null | undefined;
  /** Gives no verdict at all where "not met" is provisional. */
  readonly withhold_provisional?: boolean | undefined;
  /** Lets targets judge that are less sure than recalled with high certainty. */
  readonly accept_unsure?: boolean | undefined;
  /** Uses the latest earlier target where the year has none. */
  readonly carry_forward?: boolean | undefined;
  /** Lets a target of a survey judge routine figures, and the other way round. */
  readonly accept_survey?: boolean | undefined;
  /** What happens to two different figures of one month. */
  readonly duplicates?: "refuse" | "sum" | null | undefined;
  /** A denominator below this is flagged as small. */
  readonly small_denominator?: Count | null | undefined;
  /** Completeness from which on reporting is good, per cent. */
  readonly complete_good?: Decimal | null | undefined;
  /** Completeness from which on reporting is fair, per cent. */
  readonly complete_fair?: Decimal | null | undefined;
  /** Counts below this are hidden when a table is published; 1 hides nothing. */
  readonly suppression_threshold?: Count | null | undefined;
  /** Coverage of complete basic immunisation that makes a village UCI, per cent of a year. */
  readonly uci_threshold?: Decimal | null | undefined;
  /** Service score of a Puskesmas from which on it is good. */
  readonly pkp_service_good?: Decimal | null | undefined;
  /** Service score of a Puskesmas above which it is fair. */
  readonly pkp_service_fair?: Decimal | null | undefined;
  /** Management score of a Puskesmas from which on it is good. */
  readonly pkp_management_good?: Decimal | null | undefined;
  /** Management score of a Puskesmas from which on it is fair. */
  readonly pkp_management_fair?: Decimal | null | undefined;
  /** The formula for PKP sub-variables where lower is better; absent: they have no score. */
  readonly pkp_lower_is_better?: "inverse" | "mirrored" | null | undefined;
  /** Healthy-family index above which a family, or a village, is healthy; 0 to 1. */
  readonly iks_healthy?: Decimal | null | undefined;
  /** Healthy-family index from which on a family, or a village, is nearly healthy; 0 to 1. */
  readonly iks_nearly?: Decimal | null | undefined;
  /** Modified z score above which a value is an outlier. */
  readonly outlier_z?: Decimal | null | undefined;
  /** How many values the modified z score needs. */
  readonly outlier_z_from?: Count | null | undefined;
  /** Standard deviations from the mean above which a value is an outlier, a whole number. */
  readonly outlier_sd?: Count | null | undefined;
  /** How many values the standard deviation needs. */
  readonly outlier_sd_from?: Count | null | undefined;
  /** How many monthly figures in a row it takes to look as if they were added up already. */
  readonly cumulative_from?: Count | null | undefined;
  /** The share of their sum that the last of such figures has at least; 0 to 1. */
  readonly cumulative_share?: Decimal | null | undefined;
  /** The denominator from which on the very same figures of two spans are told. */
  readonly repeated_from?: Count | null | undefined;
  /** How many spans back the very same figures are looked for; 0: nowhere. */
  readonly repeated_within?: Count | null | undefined;
}

/** How the figures of a data set are reported: each of its month, or each from January up to its month. */
export type ReportedAs = "monthly" | "to_date";

/** What the requests that name an indicator have in common. */
interface CatalogueRequest {
  /** A catalogue of one's own, on top of the built-in one. */
  readonly catalogue?: OwnCatalogue | null | undefined;
}

/** What the requests about series have in common. */
interface SpanRequest extends CatalogueRequest {
  readonly view: View;
  /** How the figures are reported, where it is not as the indicator says. */
  readonly reported_as?: ReportedAs | null | undefined;
  readonly policy?: AssessPolicy | null | undefined;
}

/** The request of `assessSeries`. */
export interface AssessRequest extends SpanRequest {
  readonly definition: GivenDefinition;
  /** The figures, in any order, of any years. */
  readonly series?: readonly Observation[] | undefined;
  /** The target of the year; it goes before `targets`. Absent: that of `targets`, else the default of the definition. */
  readonly target?: GivenTarget | null | undefined;
  /** The targets that somebody has set: that of the nearest area and the year assessed holds. */
  readonly targets?: Inside<Targets> | null | undefined;
  /** The area, as `targets` may name it: a code, or a name that has no target of its own. */
  readonly area?: string | null | undefined;
  /** What the area belongs to beside its regions, nearest first; without `area` the first one is the area itself. */
  readonly areas?: readonly TargetArea[] | undefined;
  /** The level of the area; absent: one that has a denominator (for deaths: a village). */
  readonly level?: LowestLevel | null | undefined;
}

/** The request of `explainSeries`. */
export interface ExplainRequest extends AssessRequest {
  /** The language of the explanation; absent: that of the messages. */
  readonly lang?: Lang | null | undefined;
}

/** The figures of one area. */
export interface AreaSeries {
  /** A code or a name. */
  readonly area: string;
  readonly series?: readonly Observation[] | undefined;
}

/** One area of a roll-up. */
export interface Child extends AreaSeries {
  /** Its own target; absent: that of the parent. */
  readonly target?: GivenTarget | null | undefined;
  /** Whether it lies outside the working area (*luar wilayah*): service, never coverage. */
  readonly outside?: boolean | undefined;
}

/** The request of `rollUp`. */
export interface RollUpRequest extends SpanRequest {
  readonly definition: GivenDefinition;
  readonly children?: readonly Child[] | undefined;
  /** The target of the parent and of each child without its own; absent: the default of the definition. */
  readonly target?: GivenTarget | null | undefined;
  /** The targets that somebody has set, read where neither `target` nor the child has one: the nearest area wins. */
  readonly targets?: Inside<Targets> | null | undefined;
  /** What the parent is, and what it belongs to beside its regions, nearest first: the areas of `targets`. */
  readonly areas?: readonly TargetArea[] | undefined;
  /** The level of the parent; absent: a Puskesmas. */
  readonly level?: LowestLevel | null | undefined;
  /** The level of the children; absent: villages. */
  readonly child_level?: LowestLevel | null | undefined;
  /** The figures given for the parent itself. They win only where the parent lies at the indicator's level. */
  readonly parent?: readonly Observation[] | undefined;
}

/** The request of `explainRollUp`. */
export interface ExplainRollUpRequest extends RollUpRequest {
  /** The language of the explanation; absent: that of the messages. */
  readonly lang?: Lang | null | undefined;
}

/** The counts of one area. */
export interface AreaCounts {
  /** A code or a name. */
  readonly area: string;
  readonly numerator?: Count | null | undefined;
  readonly denominator?: Count | null | undefined;
}

/** The request of `rank`. */
export interface RankRequest extends CatalogueRequest {
  readonly definition: GivenDefinition;
  readonly areas?: readonly AreaCounts[] | undefined;
  /** The level of the areas; below that of the indicator they are ranked by their counts. */
  readonly level?: LowestLevel | null | undefined;
  /** `duplicates`, for an area that is given more than once. */
  readonly policy?: AssessPolicy | null | undefined;
}

/** The request of `quality`. */
export interface QualityRequest extends SpanRequest {
  /** The indicators with the figures of the areas of one parent. */
  readonly indicators?:
    | readonly { readonly definition: GivenDefinition; readonly areas?: readonly AreaSeries[] | undefined }[]
    | undefined;
  /** Pairs of which the lower should not exceed the upper, besides those of the catalogue. */
  readonly pairs?: readonly IndicatorPair[] | undefined;
  /** The level of the areas; absent: one that has a denominator. */
  readonly level?: LowestLevel | null | undefined;
}

/** The request of `publishedPercentage`. */
export interface PublishedRequest {
  readonly numerator: Count;
  readonly denominator: Count;
  /** As it was printed, such as `53.30`. */
  readonly published: string;
  /** Absent: 100. */
  readonly multiplier?: Multiplier | null | undefined;
}

/** One sub-variable of PKP. */
export interface PkpSubVariable {
  readonly name: string;
  /** How many were reached. */
  readonly achieved: Count;
  /** How many there are (*total sasaran*). */
  readonly total: Count;
  /** The target of the year, per cent of the total. */
  readonly target: Decimal;
  /** Absent: higher. */
  readonly direction?: Direction | null | undefined;
}

/** The request of `pkp`: programmes (*upaya*), their variables and sub-variables. */
export interface PkpRequest {
  readonly programmes?:
    | readonly {
        readonly name: string;
        readonly variables?:
          | readonly { readonly name: string; readonly sub_variables?: readonly PkpSubVariable[] | undefined }[]
          | undefined;
      }[]
    | undefined;
  /** The management score, 0 to 10. */
  readonly management?: Decimal | null | undefined;
  readonly policy?: AssessPolicy | null | undefined;
}

/** Whether a family meets one of the twelve: Y yes, T no, N does not concern it. */
export type IksAnswer = "Y" | "T" | "N";

/** The request of `iks`: the twelve answers of one family. */
export interface IksRequest {
  readonly keluarga_berencana: IksAnswer;
  readonly persalinan_faskes: IksAnswer;
  readonly imunisasi_dasar: IksAnswer;
  readonly asi_eksklusif: IksAnswer;
  readonly pantau_tumbuh: IksAnswer;
  readonly tb_berobat: IksAnswer;
  readonly hipertensi_berobat: IksAnswer;
  readonly gangguan_jiwa_berobat: IksAnswer;
  readonly tidak_merokok: IksAnswer;
  readonly jkn: IksAnswer;
  readonly air_bersih: IksAnswer;
  readonly jamban_sehat: IksAnswer;
  readonly policy?: AssessPolicy | null | undefined;
}

/** The request of `iksArea`. */
export interface IksAreaRequest {
  /** How many families are healthy. */
  readonly healthy: Count;
  /** How many families there are. */
  readonly families: Count;
  readonly policy?: AssessPolicy | null | undefined;
}

/** The request of `uci`. */
export interface UciRequest {
  /** The villages: infants with complete basic immunisation from January on, of the surviving infants of the year. */
  readonly villages?: readonly AreaCounts[] | undefined;
  /** The month up to which the figures go; 12: the year is over. */
  readonly month: MonthOfYear;
  readonly policy?: AssessPolicy | null | undefined;
}

/** What N of SKDN is divided by: the corrected D as reported, N + T, or D - O - B. */
export type CorrectedBasis = "reported" | "n_plus_t" | "d_minus_o_minus_b";

/** The request of `skdn`: the counts of a posyandu month. */
export interface SkdnRequest {
  /** All under-fives. */
  readonly s?: Count | null | undefined;
  /** Those with a card (KMS/KIA). */
  readonly k?: Count | null | undefined;
  /** Those weighed. */
  readonly d?: Count | null | undefined;
  /** Those who gained enough. */
  readonly n?: Count | null | undefined;
  /** Those who did not. */
  readonly t?: Count | null | undefined;
  /** Those not weighed last month. */
  readonly o?: Count | null | undefined;
  /** Those weighed for the first time. */
  readonly b?: Count | null | undefined;
  /** Those below the red line. */
  readonly bgm?: Count | null | undefined;
  /** Those who did not gain twice. */
  readonly two_t?: Count | null | undefined;
  /** The corrected D as reported. */
  readonly corrected_d?: Count | null | undefined;
  /** Absent: the corrected D as reported, else N + T. */
  readonly basis?: CorrectedBasis | null | undefined;
}

/** The request of `dropOut`. */
export interface DropOutRequest {
  /** Children with the first dose, such as DPT-HB-Hib 1. */
  readonly first: Count;
  /** Children with the last dose, such as MR 1. */
  readonly last: Count;
  /** The highest drop-out allowed, per cent; absent: no verdict. */
  readonly target?: Decimal | null | undefined;
}

/** The request of `suppress`: a table that is to be published, of one parent, one indicator and one span. */
export interface SuppressRequest {
  readonly cells?:
    | readonly {
        readonly area: string;
        /** The count; absent: not reported. */
        readonly value?: Count | null | undefined;
        /** What is printed beside it and derived from it, such as a percentage. */
        readonly derived?: string | null | undefined;
      }[]
    | undefined;
  readonly policy?: AssessPolicy | null | undefined;
}

// --- assess: what is answered ---

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

/** A request, or the same as JSON text. */
export type OrText<T> = T | string;

/** Assesses one series: value, target to date, verdict, shortfall, trend and PWS status. */
export declare function assessSeries(request: OrText<AssessRequest>, options?: Options): Outcome<Assessment>;

/** Says the arithmetic of an assessment in words. */
export declare function explainSeries(request: OrText<ExplainRequest>, options?: Options): Outcome<string>;

/** Adds areas up to their parent: the PWS table of a Puskesmas, with what is missing named. */
export declare function rollUp(request: OrText<RollUpRequest>, options?: Options): Outcome<RollUp>;

/** Says the arithmetic of a roll-up in words: the parent first, then each area. */
export declare function explainRollUp(
  request: OrText<ExplainRollUpRequest>,
  options?: Options,
): Outcome<readonly ExplainedArea[]>;

/** Ranks areas, each once, in the order given; equal values share a rank. */
export declare function rank(request: OrText<RankRequest>, options?: Options): Outcome<readonly Ranked[]>;

/** Looks at the quality of figures; what is found is in the warnings. */
export declare function quality(
  request: OrText<QualityRequest>,
  options?: Options,
): Outcome<readonly IndicatorQuality[]>;

/** Checks a printed percentage against the figures it was made of. */
export declare function publishedPercentage(
  request: OrText<PublishedRequest>,
  options?: Options,
): Outcome<PublishedCheck>;

/** Scores a Puskesmas (*Penilaian Kinerja Puskesmas*). */
export declare function pkp(request: OrText<PkpRequest>, options?: Options): Outcome<Pkp>;

/** Computes the healthy-family index of a family (*Indeks Keluarga Sehat*). */
export declare function iks(request: OrText<IksRequest>, options?: Options): Outcome<Iks>;

/** Judges an area by the share of its families that are healthy, with the cut-offs of a family. */
export declare function iksArea(request: OrText<IksAreaRequest>, options?: Options): Outcome<IksArea>;

/** Says which villages are UCI (universal child immunisation). */
export declare function uci(request: OrText<UciRequest>, options?: Options): Outcome<Uci>;

/** Computes the ratios of a posyandu month (SKDN). */
export declare function skdn(request: OrText<SkdnRequest>, options?: Options): Outcome<Skdn>;

/** Computes the drop-out between two doses. */
export declare function dropOut(request: OrText<DropOutRequest>, options?: Options): Outcome<DropOut>;

/** Hides small counts of a table that is to be published. */
export declare function suppress(request: OrText<SuppressRequest>, options?: Options): Outcome<Suppressed>;

/** Lists every default of assessment with its source and its certainty. */
export declare function assessDefaults(options?: Options): Outcome<readonly AssessDefault[]>;
