// One quarter of one Puskesmas put together.

import type { OrText } from "./assess.js";
import type { Assessment, Part, Ratio, RollUp } from "./assess-answer.js";
import type {
  AssessPolicy,
  Child,
  GivenDefinition,
  GivenTarget,
  Observation,
  PwsStatus,
  ReportedAs,
  View,
} from "./assess-request.js";
import type { CadenceRow, DueWindow, Policy } from "./cadence.js";
import type {
  AreaRef,
  BudgetSource,
  Cause,
  Count,
  CoveragePolicy,
  Decimal,
  EvidenceState,
  Forum,
  ForumSource,
  IndicatorCode,
  LowestLevel,
  ObstacleCategory,
  Puskesmas,
  RecommendationOwner,
  RegionCode,
  RegisterEvent,
  StatedSpan,
  Step,
  SupportAsked,
  TargetArea,
  Targets,
  VillageAttribute,
  Villages,
  WorkingArea,
} from "./documents.js";
import type { Participation, RequirementCoverage } from "./forum.js";
import type { OwnCatalogue } from "./indicator.js";
import type { AgendaReason, FigureRow, Figures, FollowUp, PublicStatus, RegisterPolicy, State } from "./recommendation.js";
import type { Inside, IsoDate, Options, Outcome, Quarter } from "./types.js";

/** The figures of one indicator. */
export interface IndicatorFigures {
  readonly definition: GivenDefinition;
  /** The villages. */
  readonly children?: readonly Child[] | undefined;
  /** The target of the working area and of each village without its own; absent: that of the request. */
  readonly target?: GivenTarget | null | undefined;
  /** Absent: as the request says. */
  readonly view?: View | null | undefined;
  /** The level of the working area; absent: a Puskesmas. */
  readonly level?: LowestLevel | null | undefined;
  /** The level of the children; absent: villages. */
  readonly child_level?: LowestLevel | null | undefined;
  /** The figures given for the Puskesmas itself. They win only where it lies at the indicator's level. */
  readonly parent?: readonly Observation[] | undefined;
  readonly reported_as?: ReportedAs | null | undefined;
}

/** The request of `review`. Only the quarter and the day are needed. */
export interface ReviewRequest {
  /** The quarter that the forum counts for. */
  readonly quarter: Quarter;
  /** The day on which everything is seen. */
  readonly as_of: IsoDate;
  /** By its code or name; absent: that of the working area, else the only one that the forums have. */
  readonly puskesmas?: string | null | undefined;
  readonly working_area?: Inside<WorkingArea> | null | undefined;
  /** That of the quarter, those before it, and later ones, in any order. */
  readonly forums?: readonly Inside<Forum>[] | undefined;
  readonly cadence_policy?: Policy | null | undefined;
  readonly coverage_policy?: Inside<CoveragePolicy> | null | undefined;
  /** The events of the register of recommendations, in any order. */
  readonly events?: readonly RegisterEvent[] | undefined;
  readonly register_policy?: RegisterPolicy | null | undefined;
  /** One entry an indicator. */
  readonly figures?: readonly IndicatorFigures[] | undefined;
  /**
   * Absent: from January to the last month whose results the forum discussed, as its record states it, else to the last
   * month of the quarter before.
   */
  readonly view?: View | null | undefined;
  /** Read where an indicator or a village has no target of its own. */
  readonly targets?: Inside<Targets> | null | undefined;
  /** Absent: the Puskesmas, then its subdistrict where the working area is in one only. */
  readonly areas?: readonly TargetArea[] | undefined;
  readonly catalogue?: OwnCatalogue | null | undefined;
  readonly assess_policy?: AssessPolicy | null | undefined;
  /** How many indicators come first, 0 to 20; absent: 5. */
  readonly first?: Count | null | undefined;
  /** From which share of indicators not met a village is red, per cent of those judged, above 0 to 100; absent: 50. */
  readonly red_share?: Decimal | null | undefined;
  /** Leaves out the villages of sensitive indicators. */
  readonly hide_sensitive?: boolean | undefined;
}

/** One forum, as the head of a review has it. */
export interface ReviewForum {
  readonly id: string;
  readonly quarter: Quarter;
  readonly date: IsoDate | null;
  /** Whether that day is still to come. */
  readonly planned: boolean;
  readonly label: string | null;
  readonly venue: string | null;
  readonly theme: string | null;
  /** The other Puskesmas that held it together with this one. */
  readonly joint_with: readonly Puskesmas[];
  /** The time whose results were discussed, stated or derived. */
  readonly reviewed: StatedSpan | null;
  readonly planned_for: StatedSpan | null;
  readonly source: ForumSource | null;
}

/** Who, when, and where the facts come from. */
export interface ReviewHead {
  readonly puskesmas: Puskesmas | null;
  readonly subdistrict: AreaRef | null;
  readonly district: AreaRef | null;
  readonly quarter: Quarter;
  readonly as_of: IsoDate;
  /** The months whose figures are assessed, unless an indicator has its own. */
  readonly view: View;
  /** The forum that counts for the quarter. */
  readonly forum: ReviewForum | null;
  /** The last forum held for an earlier quarter. */
  readonly previous_forum: ReviewForum | null;
  readonly area_year: number | null;
  /** What is assumed about the working area and not known. */
  readonly assumption: string | null;
  readonly area_source: string | null;
}

/** A village by its code, and by its name where the working area has it. */
export interface VillageRef {
  readonly code: RegionCode;
  readonly name: string | null;
}

/** Who took part in the forum of the quarter. */
export interface AttendanceReview {
  /** What is known of each sector required, in the order of the policy. */
  readonly sectors: readonly RequirementCoverage[];
  readonly others: readonly Participation[];
  /** How many rows of the list are of a sector that is not known. */
  readonly unrecognised: number;
  readonly list_complete: boolean;
  readonly heads: number;
  readonly rows_without_count: number;
  readonly villages: {
    readonly of: number | null;
    readonly present: readonly VillageRef[];
    readonly absent: readonly VillageRef[];
    readonly not_mentioned: readonly VillageRef[];
    readonly outside: readonly VillageRef[];
    readonly unspecified_rows: number;
  };
}

/** One village of one indicator: `this_span` is the figure of this month, `previous_span` that of last month. */
export interface VillageReview extends Assessment {
  /** As it was handed in. */
  readonly area: string;
  /** Its name in the working area; else as it was handed in. */
  readonly name: string;
  /** 1 the best; null without a value. */
  readonly rank: number | null;
}

/** One indicator of the working area, with its villages. */
export interface IndicatorReview extends Assessment, Omit<RollUp, "areas" | "trend_children" | keyof Assessment> {
  readonly name_id: string;
  readonly name_en: string;
  /** The name that a villager understands. */
  readonly lay_name: string;
  /** Whether a small count may show who is meant. */
  readonly sensitive: boolean;
  /** Whether it is judged by its count, as deaths are. */
  readonly is_count: boolean;
  /** The share of the target to date that is missing, where it is not met; null also where the target is zero. */
  readonly share_missing: Ratio | null;
  readonly sum_of_children: Part | null;
  /** In the order of their ranks. */
  readonly villages: readonly VillageReview[];
  /** Whether the villages are left out because the indicator is sensitive. */
  readonly villages_hidden: boolean;
  /** Villages of the working area for which nothing was handed in. */
  readonly not_handed_in: readonly VillageRef[];
}

/** A village that is behind in most indicators. */
export interface RedVillage {
  readonly area: string;
  readonly code: RegionCode | null;
  readonly name: string;
  readonly attributes: readonly VillageAttribute[];
  /** How many indicators say of it whether their target is met. */
  readonly judged: number;
  readonly not_met: number;
  readonly jelek: number;
  /** Those that are not met there, the largest share missing first. */
  readonly indicators: readonly {
    readonly indicator: IndicatorCode;
    readonly status: PwsStatus | null;
    readonly shortfall: number | null;
    readonly share_missing: Ratio | null;
  }[];
}

/** What became of an obstacle. */
export type ObstacleOutcome = "continues" | "removed" | "in_hand" | "given_up" | "unanswered";

/** One obstacle, and what became of it. */
export interface ObstacleReview {
  readonly id: string;
  readonly category: ObstacleCategory;
  readonly text: string;
  readonly villages: Villages | null;
  /** The earlier obstacle that it continues, as far back as the records go. */
  readonly continues: { readonly id: string; readonly forum: string | null; readonly since: Quarter | null } | null;
  /** The obstacle of a later forum that continues it. */
  readonly continued_by: string | null;
  readonly recommendations: readonly {
    readonly id: string;
    readonly action: string;
    readonly state: State;
    readonly public_status: PublicStatus | null;
  }[];
  readonly outcome: ObstacleOutcome;
}

/** One recommendation, as it may be published. */
export interface RecommendationReview
  extends Omit<
    FollowUp,
    "recommendation" | "puskesmas" | "quarter_basis" | "owners" | "age_days" | "carried_into" | "legal_steps"
  > {
  readonly id: string;
  /** The problem in words. */
  readonly problem: string | null;
  /** The obstacle that it is meant to remove. */
  readonly obstacle: string | null;
  readonly owners: readonly RecommendationOwner[];
  /** What is asked of each sector. */
  readonly support: readonly SupportAsked[];
  /** What causes the problem. */
  readonly causes: readonly Cause[];
  /** Where the money comes from. */
  readonly budget: readonly BudgetSource[];
  /** What shows that it was done, as the last one who completed it said. */
  readonly evidence: readonly string[];
  /** What happened after the forum before this one, in order. */
  readonly since: readonly { readonly on: IsoDate; readonly step: Step }[];
}

/** The recommendations of a review. */
export interface RecommendationsReview {
  /** Those that the forum before this one made or took over. */
  readonly previous: readonly RecommendationReview[];
  readonly previous_figures: FigureRow;
  /** Those that the forum of the quarter made. */
  readonly this: readonly RecommendationReview[];
  /** All others that are still open. */
  readonly other_open: readonly RecommendationReview[];
  /** What the next forum has to look at, the most urgent first. */
  readonly agenda: readonly (RecommendationReview & { readonly reasons: readonly AgendaReason[] })[];
  /** By sector. */
  readonly figures: Figures;
}

/** How a figure that was shown stands beside the one of today. */
export type FigureComparison = "agrees" | "differs" | "unknown" | "no_span";

/** A figure: the value in the unit of the indicator. */
export interface ShownFigure {
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** A decimal as it was shown, or an exact number of today. */
  readonly value: Ratio | null;
}

/** A figure that was shown at the forum, beside that of today for the same time. */
export interface PresentedReview {
  /** As the record has it. */
  readonly indicator: string;
  /** Null where it is none of the indicators handed in. */
  readonly code: IndicatorCode | null;
  /** Null: the working area. */
  readonly area: RegionCode | null;
  readonly area_name: string | null;
  readonly span: StatedSpan | null;
  /** The months that both figures are about. */
  readonly view: View | null;
  readonly text: string | null;
  readonly shown: ShownFigure;
  readonly now: ShownFigure | null;
  readonly comparison: FigureComparison;
}

/** The documents that one forum still lacks for accreditation. */
export interface EvidenceReview {
  readonly forum: string;
  readonly quarter: Quarter;
  readonly missing: readonly {
    readonly kind: "invitation" | "attendance_list" | "minutes" | "photos";
    readonly state: Exclude<EvidenceState, "held">;
  }[];
}

/**
 * One quarter of one Puskesmas put together, on one day.
 *
 * It has the names of officials as the record has them, and none of residents; phone numbers are replaced by `…`.
 */
export interface Review {
  readonly head: ReviewHead;
  readonly cadence: {
    /** Null for a quarter that has not begun and has no forum. `meeting` is a place in `forums`. */
    readonly row: CadenceRow | null;
    readonly streak: { readonly current: number; readonly longest: number };
    readonly next_due: DueWindow | null;
  };
  /** Null without a forum that was held. */
  readonly attendance: AttendanceReview | null;
  /** The indicators that lack the largest share of their target, the worst first. */
  readonly first: readonly IndicatorReview[];
  /** All others, in the order in which they were handed in: for the annex. */
  readonly others: readonly IndicatorReview[];
  /** The worst first. */
  readonly red_villages: readonly RedVillage[];
  readonly obstacles: { readonly this: readonly ObstacleReview[]; readonly previous: readonly ObstacleReview[] };
  readonly recommendations: RecommendationsReview;
  readonly figures_presented: readonly PresentedReview[];
  /** Results that the record mentions without saying what they are. */
  readonly outcomes_not_itemised: readonly string[];
  /** This forum first, then the one before it. */
  readonly evidence: readonly EvidenceReview[];
}

/** Puts one quarter of one Puskesmas together: what its forum needs on the table. */
export declare function review(request: OrText<ReviewRequest>, options?: Options): Outcome<Review>;
