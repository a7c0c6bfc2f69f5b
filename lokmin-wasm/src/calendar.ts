// Quarters, months, dates, times and spans.

import type { ClockTime, SpanBasis, Zone } from "./documents.js";
import type { IsoDate, Month, Options, Outcome, Quarter } from "./types.js";

/** What is known of a quarter. */
export interface QuarterFacts {
  readonly quarter: Quarter;
  /** 1 to 9999. */
  readonly year: number;
  /** 1 to 4. */
  readonly number: 1 | 2 | 3 | 4;
  readonly first_day: IsoDate;
  readonly last_day: IsoDate;
  readonly months: readonly [Month, Month, Month];
  /** Null after the last quarter of 9999. */
  readonly next: Quarter | null;
  /** Null before the first quarter of year 1. */
  readonly previous: Quarter | null;
}

/** What is known of a month. */
export interface MonthFacts {
  readonly month: Month;
  /** 1 to 9999. */
  readonly year: number;
  /** 1 to 12. */
  readonly number: number;
  readonly first_day: IsoDate;
  readonly last_day: IsoDate;
  readonly quarter: Quarter;
  /** Null after December 9999. */
  readonly next: Month | null;
  /** Null before January of year 1. */
  readonly previous: Month | null;
  /** The DHIS2 monthly period id, such as `202507`. */
  readonly dhis2: string;
}

/** Returns the month so many months later, or null outside the years 1 to 9999. */
export declare function addMonths(month: string, months: number, options?: Options): Outcome<Month | null>;

/** Returns the quarter so many quarters later, or null outside the years 1 to 9999. */
export declare function addQuarters(quarter: string, quarters: number, options?: Options): Outcome<Quarter | null>;

/** Returns the month that an ISO date lies in. */
export declare function monthContaining(date: string, options?: Options): Outcome<Month>;

/** Returns what is known of a month. */
export declare function monthFacts(month: string, options?: Options): Outcome<MonthFacts>;

/** Returns the month of a DHIS2 monthly period id, such as `202507`. */
export declare function monthFromDhis2(text: string, options?: Options): Outcome<Month>;

/** Reads an ISO date, `YYYY-MM-DD`, of the years 1 to 9999. */
export declare function parseIsoDate(text: string, options?: Options): Outcome<IsoDate>;

/** Returns the quarter that an ISO date lies in. */
export declare function quarterContaining(date: string, options?: Options): Outcome<Quarter>;

/** Returns what is known of a quarter. */
export declare function quarterFacts(quarter: string, options?: Options): Outcome<QuarterFacts>;

/** How a day of the week is called in answers. */
export type WeekdayName = "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";

/** The quarter that a label names. */
export interface QuarterReading {
  readonly quarter: Quarter;
  /** Where the year comes from: the label itself, the option `year`, or the option `on`. */
  readonly year_basis: YearBasis;
  /** The part of the text that was understood. */
  readonly text: string;
}

/** Where the year of a quarter comes from. */
export type YearBasis = "stated" | "given" | "derived";

/** The date that a text names. */
export interface DateReading {
  readonly date: IsoDate;
  /** The weekday as written, when one is written. */
  readonly weekday: WeekdayName | null;
  /** The part of the text that was understood. */
  readonly text: string;
}

/** The time of day that a text names. */
export interface TimeReading {
  readonly start: ClockTime;
  readonly end: ClockTime | null;
  /** Whether it lasts *sampai selesai*. */
  readonly until_finished: boolean;
  readonly zone: Zone | null;
  /** The part of the text that was understood. */
  readonly text: string;
}

/** A span of time as read: months, a day, or words alone. */
export interface SpanReading {
  /** The first month. */
  readonly from?: Month;
  /** The last month. */
  readonly to?: Month;
  /** The day up to which it goes, where it has no beginning. */
  readonly as_of?: IsoDate;
  /** The span as written. */
  readonly text?: string;
  readonly basis: SpanBasis;
}

/** A free day. */
export interface Holiday {
  readonly date: IsoDate;
  readonly kind: "libur_nasional" | "cuti_bersama";
  readonly name: string;
}

/** Options of `parseQuarter`. */
export interface QuarterOptions extends Options {
  /** The year of a label without one. */
  readonly year?: number | undefined;
  /** The date of the forum, from which the year of a label without one follows. */
  readonly on?: string | undefined;
}

/** Options of `parseDate`. */
export interface DateOptions extends Options {
  /** The year of a date without one. */
  readonly year?: number | undefined;
}

/** Options of `parseSpan`. */
export interface SpanOptions extends Options {
  /** The quarter that the forum reviews. */
  readonly reviewed?: string | undefined;
}

/** Options of `holidaysOfYear`. */
export interface HolidayOptions extends Options {
  /** A list with the columns `tanggal`, `hari`, `jenis`, `nama`; the built-in one, 2024 to 2026, when absent. */
  readonly csv?: string | undefined;
}

/** Reads a quarter in its canonical form, such as `2025Q3`. */
export declare function quarter(text: string, options?: Options): Outcome<Quarter>;

/** Reads a month in its canonical form, such as `2025-07`. */
export declare function month(text: string, options?: Options): Outcome<Month>;

/** Reads a time of day in its canonical form, such as `08:30`. */
export declare function clockTime(text: string, options?: Options): Outcome<ClockTime>;

/** Returns the quarter of a DHIS2 quarterly period id, such as `2025Q3`. */
export declare function quarterFromDhis2(text: string, options?: Options): Outcome<Quarter>;

/** Reads the quarter that a label names, such as `TW III 2025`. */
export declare function parseQuarter(text: string, options?: QuarterOptions): Outcome<QuarterReading>;

/** Reads the date that a text names, day first, such as `Kamis (3/7/2025)`; the weekday is a checksum. */
export declare function parseDate(text: string, options?: DateOptions): Outcome<DateReading>;

/** Reads the time of day that a text names, such as `pukul 10.00 WIB s.d. selesai`. */
export declare function parseTime(text: string, options?: Options): Outcome<TimeReading>;

/** Reads the span of time that a text names, said on a day, such as `tiga bulan terakhir`. */
export declare function parseSpan(text: string, on: string, options?: SpanOptions): Outcome<SpanReading>;

/** Reads a stated span from its members. */
export declare function statedSpan(span: unknown, options?: Options): Outcome<SpanReading>;

/** Reads a stated span that is JSON text. */
export declare function statedSpanText(text: string, options?: Options): Outcome<SpanReading>;

/** Returns the span that the forum of a quarter reviews where nothing is stated: the quarter before. */
export declare function reviewedByDefault(quarter: string, options?: Options): Outcome<SpanReading | null>;

/** Reads a list of holidays as CSV with the columns `tanggal`, `hari`, `jenis`, `nama`. */
export declare function holidays(csv: string, options?: Options): Outcome<readonly Holiday[]>;

/** Returns the holidays of a year; a year without data is the warning `holiday.year_missing`. */
export declare function holidaysOfYear(year: number, options?: HolidayOptions): Outcome<readonly Holiday[]>;
