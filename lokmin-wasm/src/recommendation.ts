// Recommendations and their register.

import type {
  Addressee,
  IndicatorCode,
  RecommendationOwner,
  RegisterEvent,
  ReplyOutcome,
  Step,
  Villages,
} from "./documents.js";
import type { IsoDate, Options, Outcome, Quarter } from "./types.js";

/** Where a recommendation stands. */
export type State =
  | "proposed"
  | "agreed"
  | "in_progress"
  | "done"
  | "verified"
  | "deferred"
  | "escalated"
  | "rejected"
  | "cancelled";

/** What people outside see: Belum, Proses, Selesai. */
export type PublicStatus = "not_begun" | "under_way" | "finished";

/** The lifecycle as data. */
export interface Transitions {
  readonly states: readonly {
    readonly state: State;
    /** What people read in Indonesian. */
    readonly id: string;
    /** What people read in English. */
    readonly en: string;
    /** Whether something is still to be done. */
    readonly open: boolean;
    /** Null where it was rejected or cancelled. */
    readonly public_status: PublicStatus | null;
  }[];
  readonly steps: readonly {
    readonly step: Step;
    readonly id: string;
    readonly en: string;
    /** The members that its event must have, beside those of every event. */
    readonly needs: readonly string[];
    /** The members that its event may have besides. */
    readonly takes: readonly string[];
  }[];
  readonly transitions: readonly {
    /** Null where nothing was proposed yet. */
    readonly from: State | null;
    readonly step: Step;
    /** The outcome of the reply that leads there; null for every other step. */
    readonly outcome: ReplyOutcome | null;
    /** Null: the state before the recommendation was deferred or escalated. */
    readonly to: State | null;
  }[];
}

/** The question of `nextState`. */
export interface StepQuestion {
  /** Absent where nothing was proposed yet. */
  readonly state?: State | null | undefined;
  readonly step: Step;
  /** Needed for `reply`. */
  readonly outcome?: ReplyOutcome | null | undefined;
  /** The state before it was deferred or escalated; needed for `resume`, and for a reply `refused`. */
  readonly before?: State | null | undefined;
}

/** What a register is strict about. */
export interface RegisterPolicy {
  /** Whether a sector may verify what it owns itself; absent: no. */
  readonly owner_may_verify?: boolean | undefined;
}

/** An event that was applied. */
export interface Applied {
  readonly recommendation: string;
  /** The state that it is in now. */
  readonly state: State;
  /** The line to append to the file, without its line break. */
  readonly line: string;
}

/** Which recommendations a forum takes over. */
export interface CarryOverQuestion {
  /** The id of the forum that takes them over. */
  readonly forum: string;
  /** The day of that forum. */
  readonly on: IsoDate;
  /** The day on which it is written down; absent: the same day. */
  readonly recorded?: IsoDate | null | undefined;
  readonly by?: string | null | undefined;
  /** What the ids of the events begin with; the id of the recommendation follows. */
  readonly id_prefix: string;
  /** The Puskesmas whose recommendations are meant; absent: all. */
  readonly puskesmas?: string | null | undefined;
  /** The recommendations; absent: every open one. */
  readonly recommendations?: readonly string[] | undefined;
}

/** What was taken over. */
export interface CarriedOver {
  readonly recommendations: readonly string[];
  /** The lines to append to the file, without line breaks. */
  readonly lines: readonly string[];
}

/** What is asked of a register on a day. */
export interface SnapshotQuestion {
  /** The day; for an agenda, that of the forum. */
  readonly as_of: IsoDate;
  /** Whether only that counts which was written down by then. */
  readonly as_known?: boolean | undefined;
  /** The Puskesmas whose recommendations are meant; absent: all. */
  readonly puskesmas?: string | null | undefined;
  /** The one recommendation that is meant; absent: all. */
  readonly recommendation?: string | null | undefined;
}

/** One recommendation on one day. */
export interface FollowUp {
  readonly recommendation: string;
  readonly state: State;
  /** Null where it was rejected or cancelled. */
  readonly public_status: PublicStatus | null;
  /** What is to be done. */
  readonly action: string;
  readonly puskesmas: readonly string[];
  readonly forum: string | null;
  readonly quarter: Quarter | null;
  readonly quarter_basis: "stated" | "derived";
  readonly owners: readonly RecommendationOwner[];
  /** What is missing before anybody can act on it; in agreed and in progress. */
  readonly missing: readonly ("owners" | "due" | "person" | "measure")[];
  readonly due: IsoDate | null;
  /** Until when it was to be done when it was agreed. */
  readonly first_due: IsoDate | null;
  readonly measure: string | null;
  readonly indicators: readonly IndicatorCode[];
  readonly villages: Villages | null;
  /** Urgency, seriousness and growth, 1 to 5 each; their sum; the rank among the open ones listed, null when not open. */
  readonly usg: {
    readonly urgency: number;
    readonly seriousness: number;
    readonly growth: number;
    readonly total: number;
    readonly rank: number | null;
  } | null;
  readonly proposed_on: IsoDate;
  readonly agreed_on: IsoDate | null;
  readonly done_on: IsoDate | null;
  readonly verified_on: IsoDate | null;
  /** How many days it is overdue, from 1; null when it is not. */
  readonly overdue_days: number | null;
  /** How many days it is or was later than its first due date, from 0. */
  readonly late_days: number | null;
  /** How many days it has waited for an answer, from 0. */
  readonly waiting_days: number | null;
  readonly waiting_for: Addressee | null;
  /** What was answered meanwhile, where that decides nothing. */
  readonly reply: ReplyOutcome | null;
  /** How many days old it is, or was when it was done; null where it was given up. */
  readonly age_days: number | null;
  readonly times_carried: number;
  readonly carried_into: readonly string[];
  readonly deferred_until: IsoDate | null;
  readonly superseded_by: string | null;
  readonly progress: {
    readonly on: IsoDate;
    readonly text: string | null;
    readonly done: number | null;
    readonly of: number | null;
  } | null;
  readonly legal_steps: readonly Step[];
}

/** Why a recommendation is on the agenda. */
export type AgendaReason = "overdue" | "awaiting_reply" | "due_this_quarter" | "deferred_until_now" | "carried_over";

/** A recommendation that a forum has to look at. */
export interface AgendaItem extends FollowUp {
  readonly reasons: readonly AgendaReason[];
}

/** What figures are counted by. */
export type FigureKey = "sector" | "quarter" | "village" | "indicator" | "puskesmas";

/** Which figures are asked of a register. */
export interface FiguresQuestion {
  readonly by: FigureKey;
  readonly as_of: IsoDate;
  readonly as_known?: boolean | undefined;
  readonly puskesmas?: string | null | undefined;
}

/** The figures of one sector, quarter, village, indicator or Puskesmas. */
export interface FigureRow {
  /** Null for recommendations that name none. */
  readonly key: string | null;
  readonly total: number;
  readonly open: number;
  /** Agreed at some time. */
  readonly agreed: number;
  /** Done, verified or not. */
  readonly done: number;
  readonly verified: number;
  readonly overdue: number;
  readonly escalated_without_reply: number;
  readonly carried_over: number;
}

/** Figures of a register on a day. */
export interface Figures {
  readonly by: FigureKey;
  /** In the order of their keys; last the row without one. */
  readonly rows: readonly FigureRow[];
  /** Every recommendation once. */
  readonly all: FigureRow;
}

/** One contradiction, with the events of both sides. */
export interface Conflict {
  readonly kind: "not_applied" | "concurrent" | "id_conflict" | "gap";
  readonly recommendation: string;
  readonly events: readonly RegisterEvent[];
  /** The code that says why an event is not applied. */
  readonly reason: string | null;
  /** How many events are lost at least. */
  readonly lost: number | null;
}

/** How much a register holds. */
export interface RegisterCount {
  readonly events: number;
  readonly recommendations: number;
}

/** Returns the lifecycle as data: states, steps with what each carries, and the transition table. */
export declare function transitions(options?: Options): Outcome<Transitions>;

/** Finds the state that a step leads to. */
export declare function nextState(question: StepQuestion, options?: Options): Outcome<{ readonly state: State }>;

/**
 * A set of events, and where every recommendation stands.
 *
 * A line that cannot be read is a warning of `describe`, and costs only itself. A register that could not be made, because
 * its policy is wrong, answers everything with why.
 */
export declare class Register {
  /** Reads the lines of a file; nothing: an empty register. */
  constructor(lines?: string | null, options?: { readonly policy?: RegisterPolicy | null | undefined });
  /** Takes events as they come, in any order, as a file is read. */
  static of(
    events: readonly RegisterEvent[],
    options?: { readonly policy?: RegisterPolicy | null | undefined },
  ): Register;
  /** Says how much the register holds, and what was found when it was read. */
  describe(options?: Options): Outcome<RegisterCount>;
  /** Adds one event at the end, or refuses it and changes nothing. */
  apply(event: RegisterEvent, options?: Options): Outcome<Applied>;
  /** Adds the events of another copy, a register or its lines; what contradicts itself in the union is a warning. */
  merge(other: Register | string, options?: Options): Outcome<RegisterCount>;
  /** Takes over what is still open into a forum. */
  carryOver(question: CarryOverQuestion, options?: Options): Outcome<CarriedOver>;
  /** Says where every recommendation stands on a day. */
  followUp(question: SnapshotQuestion, options?: Options): Outcome<readonly FollowUp[]>;
  /** Lists what a forum has to look at, each with its reasons. */
  agenda(question: SnapshotQuestion, options?: Options): Outcome<readonly AgendaItem[]>;
  /** Counts the follow-up. */
  figures(question: FiguresQuestion, options?: Options): Outcome<Figures>;
  /** Lists what contradicts itself, each with the events of both sides. */
  conflicts(options?: Options): Outcome<readonly Conflict[]>;
  /** Lists the events of a recommendation, in the order in which they replay. */
  events(recommendation: string, options?: Options): Outcome<readonly RegisterEvent[]>;
  /** Returns the text of the file; equal registers have equal texts. */
  toText(): string;
  /** Gives the memory back now; without it, that happens with the garbage collection. */
  free(): void;
}
