// When forums are due, and whether they were held.

import type { YearBasis } from "./calendar.js";
import type { CadencePolicy, MeetingKind } from "./documents.js";
import type { Inside, IsoDate, Month, Options, Outcome, Quarter } from "./types.js";

/** One forum, as far as the cadence is concerned. */
export interface Meeting {
  /** The caller's name for the forum. */
  readonly id: string;
  readonly kind: MeetingKind;
  /** The Puskesmas that held it, one or more, each by its code. */
  readonly puskesmas: readonly string[];
  readonly held_on?: IsoDate | null | undefined;
  /** The label on the invitation, as written. */
  readonly label?: string | null | undefined;
  /** The quarter that it counts for, where somebody has decided so. */
  readonly counts_for?: Quarter | null | undefined;
  /** How many times a forum was held in the year, as stated, 1 to 99. */
  readonly ordinal?: number | null | undefined;
}

/** A cadence policy inside a question: what it leaves out is the national value. */
export type Policy = Inside<CadencePolicy>;

/** The question of `placeMeeting`. */
export interface PlaceQuestion {
  readonly meeting: Meeting;
  readonly policy?: Policy | null | undefined;
  /** Further forums, of which those of the same Puskesmas matter. */
  readonly others?: readonly Meeting[] | undefined;
}

/** The question of `evaluateCadence` and `explainCadence`. */
export interface CadenceQuestion {
  /** The forums, in any order. */
  readonly meetings: readonly Meeting[];
  readonly puskesmas: string;
  readonly policy?: Policy | null | undefined;
  /** The first quarter; absent: the first with a forum. */
  readonly from?: Quarter | null | undefined;
  /** The day asked about. */
  readonly as_of: IsoDate;
}

/** The question of `schedule`. */
export interface ScheduleQuestion {
  readonly year: number;
  readonly policy?: Policy | null | undefined;
  /** The holidays as CSV; absent: the built-in ones, 2024 to 2026. */
  readonly holidays_csv?: string | null | undefined;
}

/** The question of `evaluateCadenceColumns`; all columns have the same length. */
export interface ColumnsQuestion {
  /** The Puskesmas of each row. */
  readonly puskesmas: readonly string[];
  readonly held_on: readonly (IsoDate | null)[];
  readonly counts_for?: readonly (Quarter | null)[] | null | undefined;
  /** The quarter that the label of each row names. */
  readonly label?: readonly (Quarter | null)[] | null | undefined;
  /** Absent: all quarterly. */
  readonly kind?: readonly MeetingKind[] | null | undefined;
  /** Puskesmas to judge besides those that have a row. */
  readonly names?: readonly string[] | undefined;
  readonly from: Quarter;
  /** Absent: the current one. */
  readonly to?: Quarter | null | undefined;
  readonly policy?: Policy | null | undefined;
  readonly as_of: IsoDate;
}

/** The verdict on one quarter of one Puskesmas on a given day. */
export type Status =
  | "on_schedule"
  | "off_month"
  | "late"
  | "overdue"
  | "missed"
  | "no_record"
  | "due"
  | "upcoming"
  | "planned";

/** Why a forum counts for its quarter. */
export type CadenceBasis = "counts_for" | "label" | "date";

/** Off month: before or after the due month. */
export type Timing = "early" | "late";

/** The days in which the forum of a quarter is due, both included. */
export interface DueWindow {
  readonly quarter: Quarter;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Another quarter that a forum could belong to. */
export interface OtherReading {
  readonly quarter: Quarter;
  /** How many days after the end of that quarter's time the forum would have been held, 1 to 31. */
  readonly days_late: number;
}

/** Which quarter one forum counts for and why. */
export interface Placement {
  readonly kind: MeetingKind;
  /** Null for a monthly forum, and for one without date and quarter. */
  readonly quarter: Quarter | null;
  readonly basis: CadenceBasis | null;
  /** The quarter that its label names. */
  readonly label_quarter: Quarter | null;
  readonly label_year_basis: YearBasis | null;
  /** The calendar quarter of its date. */
  readonly date_quarter: Quarter | null;
  readonly due: DueWindow | null;
  /** Null without a date: nothing shows that the forum was held. */
  readonly status: Status | null;
  readonly timing: Timing | null;
  /** Months from the due month to that of the forum; negative when it came before. */
  readonly months_off: number | null;
  /** Late: days after the end of the quarter in which it should have been held. */
  readonly days_late: number | null;
  readonly other_reading: OtherReading | null;
}

/** The verdict on one quarter. */
export interface CadenceRow {
  readonly quarter: Quarter;
  readonly status: Status;
  readonly timing: Timing | null;
  /** Months from the due month to that of the forum held; negative when it came before. */
  readonly months_off: number | null;
  /** Late: days after the end of the quarter in which it should have been held. Overdue: days after the due month. */
  readonly days: number | null;
  readonly due: DueWindow;
  /** The last day on which it is waited for. */
  readonly grace_to: IsoDate;
  /** The place of the forum that counts, in the question, from 0. */
  readonly meeting: number | null;
  readonly meeting_id: string | null;
  readonly held_on: IsoDate | null;
  /** The day on which it is to be held, also when that is after the grace. */
  readonly planned_on: IsoDate | null;
  readonly basis: CadenceBasis | null;
  readonly other_reading: OtherReading | null;
  /** How many times a forum was held in the year, as stated. */
  readonly ordinal: number | null;
  /** How many forums of the year of this quarter are on record up to this one, itself included. */
  readonly place_in_year: number | null;
  /** Further forums for the quarter, by their place in the question. */
  readonly duplicates: readonly number[];
}

/** The verdict on one month. */
export interface MonthRow {
  readonly month: Month;
  readonly status: Status;
  /** The place of the earliest monthly forum in the question, from 0. */
  readonly meeting: number | null;
  readonly date: IsoDate | null;
  /** How many monthly forums the month has. */
  readonly forums: number;
}

/** The cadence of one Puskesmas on one day. */
export interface Cadence {
  readonly puskesmas: string;
  readonly as_of: IsoDate;
  /** One row a quarter, in order, none left out. */
  readonly rows: readonly CadenceRow[];
  /** One row a month, when monthly forums are expected. */
  readonly monthly: readonly MonthRow[];
  /** How many quarters in a row had a forum: up to the last decided one, and at most. */
  readonly streak: { readonly current: number; readonly longest: number };
  /** The next due month without a forum held for its quarter. */
  readonly next_due: DueWindow | null;
  /** The forums of the Puskesmas that count for no quarter of their own, those without a date among them. */
  readonly uncounted: readonly {
    readonly meeting: number;
    readonly meeting_id: string;
    readonly reason: "monthly" | "undated" | "recorded_twice" | "duplicate" | "out_of_range";
  }[];
}

/** The verdicts on every quarter of many Puskesmas: columns of one length. */
export interface CadenceColumns {
  /** The distinct Puskesmas, in order. */
  readonly names: readonly string[];
  /** The place of the Puskesmas in `names`. */
  readonly puskesmas: readonly number[];
  readonly quarter: readonly Quarter[];
  /** The verdict, as its place in the list of `Status`, from 0. */
  readonly status: readonly number[];
  readonly days: readonly (number | null)[];
  /** The row of the question that counts. */
  readonly input_row: readonly (number | null)[];
  /** Bits: 1 could belong to the quarter before, 2 duplicate, 4 recorded twice, 8 early, 16 late in the quarter. */
  readonly flags: readonly number[];
  /** How many rows of the question count for no quarter of their own. */
  readonly uncounted: {
    readonly monthly: number;
    readonly undated: number;
    readonly recorded_twice: number;
    readonly duplicate: number;
    readonly out_of_range: number;
  };
}

/** One forum of a year's schedule. */
export interface ScheduledForum {
  readonly quarter: Quarter;
  /** Null when the due month has no usable day left. */
  readonly date: IsoDate | null;
  readonly due: DueWindow;
  /** The last working day on which the invitation can go out. */
  readonly invite_by: IsoDate | null;
  /** The days passed over. */
  readonly skipped: readonly {
    readonly date: IsoDate;
    readonly reason: "weekday" | "holiday" | "busy";
    /** The name of the holiday. */
    readonly name: string | null;
  }[];
}

/** Finds the quarter that a forum counts for, and why. */
export declare function placeMeeting(question: PlaceQuestion, options?: Options): Outcome<Placement>;

/** Judges every quarter of one Puskesmas on a day. */
export declare function evaluateCadence(question: CadenceQuestion, options?: Options): Outcome<Cadence>;

/** Judges every quarter of one Puskesmas on a day, in words: one sentence a quarter or month. */
export declare function explainCadence(question: CadenceQuestion, options?: Options): Outcome<readonly string[]>;

/** Judges every quarter of many Puskesmas on a day; an answer has at most 2,000,000 rows. */
export declare function evaluateCadenceColumns(question: ColumnsQuestion, options?: Options): Outcome<CadenceColumns>;

/** Makes the schedule of the forums to be held in a year. */
export declare function schedule(question: ScheduleQuestion, options?: Options): Outcome<readonly ScheduledForum[]>;
