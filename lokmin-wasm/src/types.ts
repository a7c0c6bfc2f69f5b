import type {
  CadencePolicy,
  Capacity,
  Catalogue,
  ClockTime,
  CoveragePolicy,
  Forum,
  MeetingKind,
  RegionCode,
  RegisterEvent,
  Sector,
  SpanBasis,
  Targets,
  WorkingArea,
  Zone,
} from "./documents.js";

export * from "./assessment.js";
export * from "./recommendation.js";
export type * from "./documents.js";

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

/** A document inside a question, where it need not name its kind. */
export type Inside<T extends { readonly schema: string }> = Omit<T, "schema"> & Partial<Pick<T, "schema">>;

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

// --- region ---

/** A level of regions. */
export type Level = "province" | "district" | "subdistrict" | "village";

/** Options of `parseRegion`. */
export interface RegionOptions extends Options {
  /** Whose codes they are; where it is not said, a code without dots is a warning. */
  readonly system?: "kemendagri" | "bps" | undefined;
}

/** Options of `findRegion`. */
export interface FindOptions extends Options {
  /** The code of the region to look in. */
  readonly within?: string | undefined;
  readonly level?: Level | undefined;
}

/** Options of `mapRegionCode` and `CodeChanges`. */
export interface MappingOptions {
  /** What the caller vouches for: CSV with the columns `edisi`, `lama`, `baru`. */
  readonly mapping?: string | undefined;
}

/** What became of one village code between two editions. */
export interface CodeAnswer {
  readonly asked: RegionCode;
  /** The edition that the code is of. */
  readonly from: number;
  /** The edition that a code is wanted of. */
  readonly to: number;
  /** Null when unresolved. */
  readonly code: RegionCode | null;
  readonly basis: "unchanged" | "renamed" | "mapped" | "unresolved";
  /** Why there is no code. */
  readonly reason: "vanished" | "split" | "name_moved" | "not_in_edition" | null;
  /** The first edition in which there is no sure code. */
  readonly stopped_at: number | null;
  /** Codes that it may have become, at most 20. Somebody has to confirm one. */
  readonly candidates: readonly { readonly code: RegionCode; readonly name: string | null }[];
  /** Other old codes that the mapping leads to the same code. */
  readonly merged_with: readonly RegionCode[];
  /** Changes of name on the way. */
  readonly names: readonly { readonly edition: number; readonly old: string; readonly new: string }[];
}

/** Reads a Kemendagri region code, with or without dots. */
export declare function parseRegion(text: string, options?: RegionOptions): Outcome<RegionCode>;

/**
 * Checks that a code is in a list, a CSV text with the columns `kode`, `nama`.
 *
 * The list is read at every call: for several questions about one list use `RegionIndex`.
 */
export declare function checkRegion(csv: string, code: string, options?: Options): Outcome<RegionCode>;

/** Finds a region of a list by its name; see `checkRegion` for the list. */
export declare function findRegion(csv: string, name: string, options?: FindOptions): Outcome<RegionCode>;

/**
 * Says what became of a village code of one edition in a later one. Nothing is guessed.
 *
 * The changes are a CSV text with the columns `dari`, `ke`, `perubahan`, `kode`, `nama_lama`, `nama_baru`. They are read
 * at every call: for several questions about one table use `CodeChanges`.
 */
export declare function mapRegionCode(
  changesCsv: string,
  code: string,
  from: number,
  to: number,
  options?: Options & MappingOptions,
): Outcome<CodeAnswer>;

/** A list of regions, read once and asked often. A list that cannot be read answers everything with why. */
export declare class RegionIndex {
  /** Reads a CSV text with the columns `kode`, `nama`. */
  constructor(csv: string);
  /** Says how many regions the list has, with the problems found in it. */
  describe(options?: Options): Outcome<{ readonly regions: number }>;
  /** Checks that a code is in the list. */
  check(code: string, options?: Options): Outcome<RegionCode>;
  /** Finds a region by its name. */
  find(name: string, options?: FindOptions): Outcome<RegionCode>;
  /** Gives the memory back now; without it, that happens with the garbage collection. */
  free(): void;
}

/** Changes of village codes, read once and asked often. A table that cannot be read answers everything with why. */
export declare class CodeChanges {
  /** Reads a CSV text as for `mapRegionCode`. */
  constructor(csv: string, options?: MappingOptions);
  /** Says which editions the table knows, with the problems found in it. */
  describe(options?: Options): Outcome<{ readonly editions: readonly number[] }>;
  /** Says what became of a village code of one edition in a later one. */
  map(code: string, from: number, to: number, options?: Options): Outcome<CodeAnswer>;
  /** Gives the memory back now; without it, that happens with the garbage collection. */
  free(): void;
}

// --- sector ---

/** One office, institution or group named in a text. */
export interface SectorMatch {
  readonly sector: Sector;
  readonly kind: "office" | "institution" | "collective" | "person_group" | "rank";
  /** The canonical name of the office or group; null for an institution and a rank. */
  readonly office: string | null;
  /** The canonical name of the institution, where one is named. */
  readonly institution: string | null;
  /** The words it was recognised by, as they were written. */
  readonly written: string;
  /** Never `representing`, which is said of the whole text. */
  readonly capacity: Capacity;
}

/** What was recognised in one line of an attendance list, or in a phrase. */
export interface Recognition {
  /** The one sector that the text counts for; a stand-in counts for the sector of the principal. */
  readonly code: Sector | null;
  /** The offices, institutions and groups present, in the order of the text. */
  readonly sectors: readonly SectorMatch[];
  readonly capacity: Capacity;
  /** Who is represented, where the text says it. */
  readonly principal: { readonly written: string; readonly sectors: readonly SectorMatch[] } | null;
  /** The name of the person present, as written, where it is certain to be one. */
  readonly name: string | null;
}

/** Options of `recogniseSector`. */
export interface SectorOptions extends Options {
  /** The district's own words, CSV `alias,sectors,name,kind`; read at every call: see `SectorAliases`. */
  readonly aliasesCsv?: string | undefined;
}

/** Recognises the offices, institutions and groups that a line of an attendance list names. */
export declare function recogniseSector(text: string, options?: SectorOptions): Outcome<Recognition>;

/** Writes short forms of place names out: "Ma. Tembesi" is "Muara Tembesi". There are never problems. */
export declare function expandPlace(text: string, options?: Options): Outcome<string>;

/** The built-in words with a district's own, read once and asked often. Words that cannot be read answer with why. */
export declare class SectorAliases {
  /** Reads a CSV text `alias,sectors,name,kind`, and optionally `flags,source`. */
  constructor(csv: string);
  /** Says whether the words could be read. */
  describe(options?: Options): Outcome<null>;
  /** Recognises the offices, institutions and groups that a line of an attendance list names. */
  recognise(text: string, options?: Options): Outcome<Recognition>;
  /** Gives the memory back now; without it, that happens with the garbage collection. */
  free(): void;
}

// --- forum ---

/** How one row of the attendance list counts. */
export interface Participation {
  /** The number of the row, from 0. */
  readonly row: number;
  readonly sector: Sector;
  readonly way: "official" | "acting" | "stand_in" | "institution" | "collective";
  /** The person, office or institution as written. */
  readonly who: string;
  /** The office that a word for several offices stands for here: the Kapolsek of "unsur Muspika". */
  readonly office?: string;
  /** The office or institution that a stand-in stands in for. */
  readonly stands_in_for?: string;
}

/** What is known of one requirement on the attendance. */
export interface RequirementCoverage {
  /** The sectors, any one of which will do. */
  readonly any_of: readonly Sector[];
  readonly name?: string;
  readonly status: "present" | "stand_in" | "absent" | "not_invited" | "not_mentioned";
  /** The rows that count for it. */
  readonly by: readonly Participation[];
  /** Whether an apology is recorded. */
  readonly apology: boolean;
  /** Null when no invitation list is recorded. */
  readonly invited: boolean | null;
}

/** Which villages took part. */
export interface VillageCoverage {
  /** How many villages the working area has; null without one. */
  readonly of: number | null;
  readonly present: readonly RegionCode[];
  /** Of the working area, when the list is complete and the sector and village of every row are known. */
  readonly absent: readonly RegionCode[];
  /** Of the working area, when the list is not complete or has a row that may be of any village. */
  readonly not_mentioned: readonly RegionCode[];
  /** Took part and are not of the working area. */
  readonly outside: readonly RegionCode[];
  /** Rows of village governments that do not say which village. */
  readonly unspecified_rows: readonly number[];
}

/** A warning of `recogniseSector` about the words of a row of the attendance list. */
export interface Doubt {
  /** The number of the row, from 0. */
  readonly row: number;
  readonly code:
    | "sector.honorific_ambiguous"
    | "sector.assumed"
    | "sector.principal_unclear"
    | "sector.not_present";
}

/** Who took part in one forum. */
export interface Coverage {
  /** In the order of the policy. */
  readonly requirements: readonly RequirementCoverage[];
  /** Rows that count for sectors that are not required. */
  readonly others: readonly Participation[];
  /** Rows whose sector is not known. */
  readonly unrecognised: readonly number[];
  /** What is doubtful in how rows were read, in the order of the rows. */
  readonly doubts: readonly Doubt[];
  readonly villages: VillageCoverage;
  /** How many people are known to have come. */
  readonly heads: number;
  /** How many rows of institutions and groups do not say how many came. */
  readonly rows_without_count: number;
}

/** The question of `sectorCoverage`. */
export interface CoverageQuestion {
  readonly forum: Forum;
  /** Absent: the participants of KMK HK.01.07/MENKES/2015/2023. */
  readonly policy?: Inside<CoveragePolicy> | null | undefined;
  readonly working_area?: WorkingArea | null | undefined;
}

/** Finds the village of a working area with a name or alias. */
export declare function findVillage(workingArea: WorkingArea, name: string, options?: Options): Outcome<RegionCode>;

/** Works out which sectors and villages took part in a forum. */
export declare function sectorCoverage(question: CoverageQuestion, options?: Options): Outcome<Coverage>;

// --- cadence ---

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

// --- document ---

/** The documents by the name of their kind. */
export interface Documents {
  readonly forum: Forum;
  readonly working_area: WorkingArea;
  readonly cadence_policy: CadencePolicy;
  readonly coverage_policy: CoveragePolicy;
  readonly catalogue: Catalogue;
  readonly targets: Targets;
  readonly event: RegisterEvent;
}

/** A kind of document. */
export type Kind = keyof Documents;

/**
 * Reads a document that is a plain value, and collects every problem of it.
 *
 * What JSON cannot say (`Date`, `NaN`, `BigInt`, cycles, nesting over 100) is a problem too.
 */
export declare function validate<K extends Kind>(kind: K, document: unknown, options?: Options): Outcome<Documents[K]>;

/** Reads a document that is JSON text, and collects every problem of it. */
export declare function validateText<K extends Kind>(kind: K, text: string, options?: Options): Outcome<Documents[K]>;
