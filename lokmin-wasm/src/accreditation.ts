// What documents show for accreditation.

import type { OrText } from "./assess.js";
import type {
  Addressee,
  CadencePolicy,
  EvidenceItem,
  EvidenceState,
  Forum,
  MeetingKind,
  RegisterEvent,
  ReplyOutcome,
} from "./documents.js";
import type { Status } from "./cadence.js";
import type { RegisterPolicy, State } from "./recommendation.js";
import type { Inside, IsoDate, Month, Options, Outcome, Quarter } from "./types.js";

/** Which forums are asked for. */
export type AccreditationScope = "monthly_and_quarterly" | "quarterly";

/** How sure a rule or a built-in value is. */
export type RuleCertainty = "confirmed" | "secondary" | "recalled" | "chosen";

/** The months that are looked at, both included; at most 120. */
export interface AccreditationWindow {
  readonly from: Month;
  readonly to: Month;
}

/** The evidence of the yearly schedule of forums. */
export interface YearlySchedule {
  readonly year: number;
  readonly evidence: EvidenceItem;
}

/** From how many forums a year there are how many points; the band ends where the next one begins. */
export interface FrequencyBand {
  readonly from: number;
  readonly points: number;
}

/** The points for how often lokmin was held in a year; below the first band 0. */
export interface FrequencyScale {
  /** In rising order; absent: no points for quarterly forums. */
  readonly quarterly?: readonly FrequencyBand[] | undefined;
  /** In rising order; absent: no points for monthly forums. */
  readonly monthly?: readonly FrequencyBand[] | undefined;
  readonly source?: string | null | undefined;
  readonly certainty?: RuleCertainty | null | undefined;
}

/** The request of `accreditation`. */
export interface AccreditationRequest {
  /** The Puskesmas, by the code or name that the forum records carry. */
  readonly puskesmas: string;
  readonly window: AccreditationWindow;
  /** The day on which the documents are looked at. */
  readonly as_of: IsoDate;
  /** Absent: the monthly and the quarterly ones. */
  readonly scope?: AccreditationScope | null | undefined;
  readonly forums?: readonly Inside<Forum>[] | undefined;
  readonly schedules?: readonly YearlySchedule[] | undefined;
  /** The events of the recommendations, in any order. */
  readonly events?: readonly Inside<RegisterEvent>[] | undefined;
  /** The text of a register, as `Register.toText` gives it; it comes beside the events. */
  readonly lines?: string | null | undefined;
  /** When forums are due; absent: the national policy. */
  readonly policy?: Inside<CadencePolicy> | null | undefined;
  readonly register_policy?: RegisterPolicy | null | undefined;
  /** Absent: the built-in scale. */
  readonly scale?: FrequencyScale | null | undefined;
}

/** One element: what documents show, out of what is expected, and the score. */
export interface ElementScore {
  readonly element: "1.6.2.a" | "1.6.2.b" | "1.6.2.c" | "1.7.1.f";
  /** Its text in short, in Indonesian. */
  readonly id: string;
  /** Its text in short, in English. */
  readonly en: string;
  readonly source: string;
  readonly certainty: RuleCertainty;
  readonly shown: number;
  readonly expected: number;
  /** Null where nothing is expected. */
  readonly score: 10 | 5 | 0 | null;
}

/** A document that is asked of a forum and is not held. */
export interface MissingDocument {
  readonly kind: "invitation" | "attendance_list" | "minutes" | "photos";
  readonly state: Exclude<EvidenceState, "held">;
}

/** One forum that is expected. */
export interface ForumEvidence {
  readonly kind: MeetingKind;
  /** Null for a monthly forum. */
  readonly quarter: Quarter | null;
  /** The month in which it is due; of a monthly forum its month. */
  readonly month: Month;
  readonly status: Status;
  /** The id of the forum that counts; null where none was held. */
  readonly forum: string | null;
  readonly held_on: IsoDate | null;
  /** Its records, by their places in the request; the one that counts first. */
  readonly records: readonly number[];
  /** How many of the four documents are held. */
  readonly held: number;
  readonly missing: readonly MissingDocument[];
  /** What is missing for 1.6.2 b; null where no forum was held. */
  readonly discussion_lacks: readonly ("minutes" | "problem" | "recommendation")[] | null;
}

/** One recommendation that was due. */
export interface RecommendationEvidence {
  readonly recommendation: string;
  readonly action: string;
  readonly forum: string | null;
  /** As it stood at the end of the window. */
  readonly due: IsoDate;
  /** On the day asked about. */
  readonly state: State;
  /** Empty: missing. */
  readonly evidence: readonly string[];
}

/** One recommendation with a due date in the window that does not count as due. */
export interface NotDue {
  readonly recommendation: string;
  readonly due: IsoDate;
  readonly reason: "given_up" | "deferred" | "passed_on" | "not_agreed";
}

/** One recommendation passed on to Dinkes or TPCB. */
export interface EscalationEvidence {
  readonly recommendation: string;
  readonly action: string;
  readonly to: Extract<Addressee, "dinkes" | "tpcb">;
  readonly on: IsoDate;
  /** Empty: missing. */
  readonly replies: readonly {
    readonly on: IsoDate;
    readonly outcome: ReplyOutcome;
    readonly reference: string;
  }[];
}

/** How often one kind of forum was held in one year. */
export interface Frequency {
  readonly kind: MeetingKind;
  readonly year: number;
  /** For how many quarters or months of the year and the window. */
  readonly held: number;
  readonly is_whole_year: boolean;
  /** Whether the year is not over on the day. */
  readonly is_provisional: boolean;
  /** Null where the window has only a part of the year, or the scale has no bands for the kind. */
  readonly points: number | null;
}

/** What documents show for accreditation. */
export interface Accreditation {
  readonly puskesmas: string;
  readonly scope: AccreditationScope;
  readonly window: AccreditationWindow;
  readonly as_of: IsoDate;
  /** The criteria ask for interviews as well; they are never assessed here. */
  readonly interviews: "not_assessed";
  /** 1.6.2 a, b, c and 1.7.1 f, in that order. */
  readonly elements: readonly ElementScore[];
  readonly schedules: readonly { readonly year: number; readonly state: EvidenceState }[];
  /** The quarterly ones first. */
  readonly forums: readonly ForumEvidence[];
  readonly recommendations: readonly RecommendationEvidence[];
  readonly not_due: readonly NotDue[];
  readonly escalations: readonly EscalationEvidence[];
  readonly frequency: readonly Frequency[];
  readonly scale: FrequencyScale;
  /** What is behind the scores. */
  readonly rules: readonly {
    readonly name: string;
    readonly value: string;
    readonly source: string;
    readonly certainty: RuleCertainty;
  }[];
}

/** Says what documents show for accreditation: criteria 1.6.2 a, b, c and 1.7.1 f. */
export declare function accreditation(
  request: OrText<AccreditationRequest>,
  options?: Options,
): Outcome<Accreditation>;

/** Says the arithmetic in words: what was looked at, each element, and how often lokmin was held. */
export declare function explainAccreditation(
  request: OrText<AccreditationRequest>,
  options?: Options,
): Outcome<readonly string[]>;
