/** A language that messages are written in; Indonesian unless asked otherwise. */
export type Lang = "id" | "en";

/** What every function takes last. */
export interface Options {
  /** The language of the messages. */
  readonly lang?: Lang;
}

/** A calendar quarter in its canonical form, such as `2025Q3`; texts order by time. */
export type Quarter = `${number}Q${1 | 2 | 3 | 4}`;

/** A calendar month in its canonical form, such as `2025-07`; texts order by time. */
export type Month = `${number}-${number}`;

/** A date, `YYYY-MM-DD`; texts order by time. */
export type IsoDate = `${number}-${number}-${number}`;

/** A value that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

/** One finding about somebody's data. */
export interface Problem {
  /** The stable name of the kind of finding, such as `date.impossible`. */
  readonly code: string;
  /** The place as a JSON Pointer (RFC 6901); empty for the whole. */
  readonly path: string;
  /** The same place as names of members and numbers of items. */
  readonly loc: readonly (string | number)[];
  /** `error`: there is no value; `warning`: there is one, look at it. */
  readonly severity: "error" | "warning";
  /** One sentence, in the language that the call asked for. */
  readonly message: string;
  /** The values that the message is made of. */
  readonly params: { readonly [name: string]: string | number | readonly string[] };
  /** What was probably meant, where something is near. */
  readonly suggestion: string | null;
}

/** A value with its warnings. */
export interface Success<T> {
  readonly ok: true;
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** The problems because of which there is no value, and any warnings beside them. */
export interface Failure {
  readonly ok: false;
  readonly problems: readonly Problem[];
}

/** What an operation on somebody's data gives. Everything in it is frozen. */
export type Outcome<T> = Success<T> | Failure;

/** Where the rules come from: an address, or the bytes themselves. */
export type RulesSource = string | { readonly href: string } | ArrayBuffer | ArrayBufferView;

/** Loads the rules once; later calls wait for the first one. Call it before any other function. */
export declare function init(source?: RulesSource): Promise<void>;

/** Loads the rules from bytes that are there already. */
export declare function initSync(bytes: ArrayBuffer | ArrayBufferView): void;

// --- calendar ---

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
