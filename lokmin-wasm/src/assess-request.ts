// Assessment: what is asked.

import type {
  Baseline,
  Count,
  Decimal,
  Definition,
  Direction,
  IndicatorPair,
  LowestLevel,
  MonthOfYear,
  Multiplier,
  TargetArea,
  Targets,
} from "./documents.js";
import type { OwnCatalogue } from "./indicator.js";
import type { Inside, Lang, Month, Quarter } from "./types.js";

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
