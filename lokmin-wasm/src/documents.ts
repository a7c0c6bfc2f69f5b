// The documents, written from the JSON Schemas of lokmin-core: do not edit.
// `LOKMIN_BLESS=1 node --test tests/js/types.test.mjs` writes this file anew.

import type { IsoDate, Month, Quarter } from "./types.js";

/** An apology for not coming. */
export interface Apology {
  /** The attendance row by which the apology was passed on. */
  readonly conveyed_by?: Text | null | undefined;
  /** The institution. */
  readonly institution?: Text | null | undefined;
  /** The name, where it is known. */
  readonly name?: Text | null | undefined;
  /** The office that sent the apology, such as `Kepala Dinas Kesehatan`. */
  readonly office?: Text | null | undefined;
  /** The reason, where one was given. */
  readonly reason?: Text | null | undefined;
  /** The sector, where it is stated; otherwise it is recognised. */
  readonly sector?: Sector | null | undefined;
}

/** An area as a record names it. */
export interface AreaRef {
  /** Its Kemendagri code. */
  readonly code?: RegionCode | null | undefined;
  /** Its name. */
  readonly name: Text;
}

/** A village of a working area. */
export interface AreaVillage {
  /** What sources call it besides: spellings in exports, former names. */
  readonly aliases?: readonly Text[] | undefined;
  /** What it is known for. */
  readonly attributes?: readonly VillageAttribute[] | undefined;
  /** Its region code. */
  readonly code: RegionCode;
  /** Its name, as pages show it. */
  readonly name: Text;
  /** How many posyandu it has. */
  readonly posyandu?: Count | null | undefined;
}

/** One row of an attendance list: a person, an institution or a group that took part. */
export interface Attendee {
  /** In which capacity the person holds the office; `official` where nothing is said. */
  readonly capacity?: Capacity | null | undefined;
  /** How many people the row stands for, where that is said. */
  readonly count?: Count | null | undefined;
  /** The row's id, unique in the record, by which roles and minutes refer to it. */
  readonly id?: Text | null | undefined;
  /** The institution, such as `Polsek Pelangiran`. */
  readonly institution?: Text | null | undefined;
  /** What the row mentions. */
  readonly mention: Mention;
  /** The person's name, with titles as written. */
  readonly name?: Text | null | undefined;
  /** The office held, such as `Kanit Binmas`. */
  readonly office?: Text | null | undefined;
  /** The principals that the person stands in for (*mewakili*); several offices are still one head. */
  readonly represents?: readonly Principal[] | undefined;
  /** The sector, where it is stated; otherwise it is recognised from office, institution and text. */
  readonly sector?: Sector | null | undefined;
  /** The name of a sector outside the list; needed with sector `other`. */
  readonly sector_name?: Text | null | undefined;
  /** Whether the row is signed; absent where it is not known. */
  readonly signed?: boolean | null | undefined;
  /** The row as it was written. */
  readonly text?: Text | null | undefined;
  /** The village that the row speaks for. */
  readonly village?: RegionCode | null | undefined;
}

/** What a `no_increase` target is measured against: exactly one of `rate` and `count`. */
export interface Baseline {
  /** The number of people or events. */
  readonly count?: Count | null | undefined;
  /** The rate, in the unit of the indicator's multiplier; 0 or more. */
  readonly rate?: Decimal | null | undefined;
  /** The year that the baseline is of. */
  readonly year?: Year | null | undefined;
}

/** A cadence policy as it is written. */
export interface CadencePolicy {
  /** The months in which forums are due, one in each quarter of the year; absent: 2, 5, 8, 11, or 1, 4, 7, 10 where labels name the quarter reviewed. */
  readonly due_months?: readonly MonthNumber[] | undefined;
  /** How many days after its quarter a forum is still waited for; absent: 31. */
  readonly grace_days?: Days | null | undefined;
  /** What the quarter on a label means; absent: `held`. */
  readonly label_convention?: LabelConvention | null | undefined;
  /** Whether a monthly forum is looked for in each month. */
  readonly monthly_expected?: boolean | undefined;
  /** How many days before the forum the invitation goes out; absent: 2. */
  readonly notice_days?: Days | null | undefined;
  /** Whether every forum that was held is on record; only then can a quarter be called missed. */
  readonly records_complete?: boolean | undefined;
  /** How a schedule is made. */
  readonly schedule?: ScheduleRules | null | undefined;
  /** The kind and version of the document. */
  readonly schema: "lokmin.cadence_policy/1";
  /** The Puskesmas' own schedule; a quarter that it leaves out is due in the due month. */
  readonly yearly_schedule?: readonly ScheduleEntry[] | undefined;
}

/** The capacity in which somebody attends. */
export type Capacity = "official" | "plt" | "plh" | "pj" | "pgs" | "representing";

/** A list of indicators, and the pairs of them of which one should not exceed the other. */
export interface Catalogue {
  /** The indicators. */
  readonly indicators?: readonly Definition[] | undefined;
  /** The pairs whose numerators are compared. */
  readonly pairs?: readonly IndicatorPair[] | undefined;
  /** The kind and version of the document. */
  readonly schema: "lokmin.catalogue/1";
}

/** How sure a fact is, from the surest down. */
export type Certainty = "confirmed" | "confirmed_secondary" | "recalled_high" | "recalled_medium" | "recalled_low" | "unknown";

/** A time of the day, such as 08:30. */
export type ClockTime = string;

export type Cluster = number;

/** Something that a sector commits itself to. */
export interface Commitment {
  /** Who promised. */
  readonly made_by?: Party | null | undefined;
  /** The sector; absent where all present commit themselves. */
  readonly sector?: Sector | null | undefined;
  /** What is promised. */
  readonly text: Text;
}

/** A whole number of people or things. */
export type Count = number;

/** Which sectors a forum should bring together. */
export interface CoveragePolicy {
  /** The requirements, in the order in which they are shown. */
  readonly requirements?: readonly Requirement[] | undefined;
  /** The kind and version of the document. */
  readonly schema: "lokmin.coverage_policy/1";
}

/** A day of the month. */
export type DayNumber = number;

/** A number of days. */
export type Days = number;

/** A decimal number with at most six places, as a number or as text. */
export type Decimal = number | string;

/** A target that an indicator has unless somebody sets another: exactly one of `rate`, `count`, `no_increase`, `none`. */
export interface DefaultTarget {
  /** What kind of figures the target was made for; absent: the figures of this indicator. */
  readonly basis?: FigureBasis | null | undefined;
  /** How sure it is. */
  readonly certainty: Certainty;
  /** The number of people or events. */
  readonly count?: Count | null | undefined;
  /** Not more (lower is better) or not less (higher is better) than a baseline. */
  readonly no_increase?: Baseline | null | undefined;
  /** There is no target; what the source says instead, such as "lokal". */
  readonly none?: Text | null | undefined;
  /** The rate, in the unit of the indicator's multiplier (per cent for 100); 0 or more. */
  readonly rate?: Decimal | null | undefined;
  /** Where the target comes from. */
  readonly source: Text;
  /** The year it is for; absent: every year. */
  readonly year?: Year | null | undefined;
}

/** One indicator. */
export interface Definition {
  /** Other words for it, as reports write them. */
  readonly aliases?: readonly Text[] | undefined;
  /** How sure the definition is. */
  readonly certainty: Certainty;
  /** The cluster of primary care that answers for it. */
  readonly cluster: Cluster;
  /** The stable code. */
  readonly code: IndicatorCode;
  /** How the months become one denominator. */
  readonly denominator: DenominatorKind;
  /** What the denominator counts, in Indonesian. */
  readonly denominator_text: Text;
  /** What the denominator counts, in English. */
  readonly denominator_text_en?: Text | null | undefined;
  /** Which way is better. */
  readonly direction: Direction;
  /** Whether it is judged by its count, as deaths are: no PWS status at village and Puskesmas level. */
  readonly is_count?: boolean | undefined;
  /** The name that a villager understands, in simple Indonesian. */
  readonly lay_name: Text;
  /** The lowest level at which it has a denominator. */
  readonly level: LowestLevel;
  /** The months that count, ascending; none given: every month. */
  readonly months?: readonly MonthOfYear[] | undefined;
  /** What the ratio is multiplied with: 100 for per cent. */
  readonly multiplier: Multiplier;
  /** The English name. */
  readonly name_en: Text;
  /** The Indonesian name. */
  readonly name_id: Text;
  /** Indicators that it is easily mistaken for and never added to or compared with. */
  readonly not_to_be_mixed_with?: readonly IndicatorCode[] | undefined;
  /** How the months become one numerator. */
  readonly numerator: NumeratorKind;
  /** What the numerator counts, in Indonesian. */
  readonly numerator_text: Text;
  /** What the numerator counts, in English. */
  readonly numerator_text_en?: Text | null | undefined;
  /** Why the four attributes are as they are. */
  readonly reason: Text;
  /** Indicators that it takes the place of, as K6 that of K4: never in one table with them unless that is told, and never judged by their targets. */
  readonly replaces?: readonly IndicatorCode[] | undefined;
  /** Whether a small count may show who is meant (HIV, TB, mental illness, deaths). */
  readonly sensitive?: boolean | undefined;
  /** Whether a numerator below zero is a figure like any other, as in a drop-out, and no mark for "unknown". */
  readonly signed?: boolean | undefined;
  /** Where the definition comes from. */
  readonly source: Text;
  /** How much of the target is due during the year. */
  readonly target_profile: TargetProfile;
  /** The targets that hold where nobody has set others. */
  readonly targets?: readonly DefaultTarget[] | undefined;
  /** What the numerator counts as a word after a number, in English; absent: `people`. */
  readonly unit_en?: Text | null | undefined;
  /** What the numerator counts as a word after a number, in Indonesian; absent: `orang`. */
  readonly unit_id?: Text | null | undefined;
}

/** How the figures of several months become one denominator. */
export type DenominatorKind = "annual" | "sum" | "mean" | "to_date" | "latest";

/** Which way is better. */
export type Direction = "higher" | "lower";

/** What became of a proposal at the forum. */
export type Disposition = "noted" | "agreed" | "to_be_forwarded";

/** The evidence of one forum; an absent member is `unknown`. */
export interface Evidence {
  /** The signed agreement (*kesepakatan bersama*). */
  readonly agreement?: EvidenceItem | null | undefined;
  /** The signed attendance list (*daftar hadir*). */
  readonly attendance_list?: EvidenceItem | null | undefined;
  /** Proof of follow-up (*bukti tindak lanjut*). */
  readonly follow_up?: EvidenceItem | null | undefined;
  /** The invitation (*undangan*). */
  readonly invitation?: EvidenceItem | null | undefined;
  /** What was presented (*materi*). */
  readonly materials?: EvidenceItem | null | undefined;
  /** The minutes (*notulen*). */
  readonly minutes?: EvidenceItem | null | undefined;
  /** Photos (*foto*). */
  readonly photos?: EvidenceItem | null | undefined;
}

/** One piece of evidence. */
export interface EvidenceItem {
  /** How many there are, such as photos. */
  readonly count?: Count | null | undefined;
  /** What was said of it. */
  readonly note?: Text | null | undefined;
  /** Where it can be found; needed when it is held. */
  readonly reference?: Text | null | undefined;
  /** How sure it is. */
  readonly state: EvidenceState;
}

/** How sure a piece of evidence is. Only `held` counts. */
export type EvidenceState = "held" | "mentioned" | "absent" | "unknown";

/** What kind of figures a target was made for. */
export type FigureBasis = "routine" | "survey";

/** The record of one forum: what was written of it, and what was understood. */
export interface Forum {
  /** Who sent an apology. */
  readonly apologies?: readonly Apology[] | undefined;
  /** Who took part. */
  readonly attendance?: readonly Attendee[] | undefined;
  /** What sectors commit themselves to. */
  readonly commitments?: readonly Commitment[] | undefined;
  /** The quarter that it counts for, where the owner decides so. */
  readonly counts_for?: Quarter | null | undefined;
  /** The district (*kabupaten/kota*). */
  readonly district?: AreaRef | null | undefined;
  /** What proves that it was held. */
  readonly evidence?: Evidence | null | undefined;
  /** Figures that were shown, as they were shown. */
  readonly figures_presented?: readonly PresentedFigure[] | undefined;
  /** The day on which it was held. */
  readonly held_on?: IsoDate | null | undefined;
  /** The day as written, such as `Kamis (3/7/2025)`. */
  readonly held_on_text?: Text | null | undefined;
  /** The record's id, given by its owner. */
  readonly id: Text;
  /** Who was invited. */
  readonly invited?: readonly Invitee[] | undefined;
  /** Quarterly across sectors, or monthly inside the Puskesmas. */
  readonly kind: MeetingKind;
  /** The quarter's label as written on the invitation, such as `Tribulan III`. */
  readonly label?: Text | null | undefined;
  /** Whether the attendance list is complete: only then is somebody who is not on it absent. */
  readonly list_complete?: boolean | undefined;
  /** What was said. */
  readonly minutes?: readonly MinutesItem[] | undefined;
  /** Anything else to know. */
  readonly notes?: readonly Text[] | undefined;
  /** What stands in the way. */
  readonly obstacles?: readonly Obstacle[] | undefined;
  /** Which forum of the year it is said to be: 3 for "the third time". */
  readonly ordinal?: Ordinal | null | undefined;
  /** Results that are mentioned without saying what they are, such as "a number of recommendations". */
  readonly outcomes_not_itemised?: readonly Text[] | undefined;
  /** The plan for the time to come. */
  readonly plan?: readonly PlanItem[] | undefined;
  /** The time that was planned for, where it is stated. */
  readonly planned?: StatedSpan | null | undefined;
  /** What was proposed or asked for. */
  readonly proposals?: readonly Proposal[] | undefined;
  /** What it was for. */
  readonly purpose?: Text | null | undefined;
  /** The Puskesmas that held it: one, or several together. */
  readonly puskesmas?: readonly Puskesmas[] | undefined;
  /** The ids of the recommendations of this forum. */
  readonly recommendations?: readonly Text[] | undefined;
  /** The time whose results were discussed, where it is stated. */
  readonly reviewed?: StatedSpan | null | undefined;
  /** Who opened, chaired, presented, kept the minutes, closed. */
  readonly roles?: Roles | null | undefined;
  /** The kind and version of the document. */
  readonly schema: "lokmin.forum/1";
  /** First of the year or routine, where the organisers say so. */
  readonly series?: Series | null | undefined;
  /** Where the record comes from. */
  readonly source?: ForumSource | null | undefined;
  /** Figures that somebody stated; never mixed with assessed figures. */
  readonly stated_figures?: readonly StatedFigure[] | undefined;
  /** Support that was declared. */
  readonly statements_of_support?: readonly SupportStatement[] | undefined;
  /** The subdistrict (*kecamatan*). */
  readonly subdistrict?: AreaRef | null | undefined;
  /** Support that is asked of sectors. */
  readonly support_requests?: readonly SupportRequest[] | undefined;
  /** Its theme. */
  readonly theme?: Text | null | undefined;
  /** The time of day. */
  readonly time?: ForumTime | null | undefined;
  /** Where it was held. */
  readonly venue?: Text | null | undefined;
}

/** Where the record comes from. */
export interface ForumSource {
  /** When it was published or signed. */
  readonly dated?: IsoDate | null | undefined;
  /** The kind of document. */
  readonly kind: SourceKind;
  /** Who published or signed it. */
  readonly publisher?: Text | null | undefined;
  /** Where it can be found. */
  readonly reference?: Text | null | undefined;
  /** Its title. */
  readonly title?: Text | null | undefined;
}

/** The time of day, as written and as understood. */
export interface ForumTime {
  /** When it ended or is to end. */
  readonly end?: ClockTime | null | undefined;
  /** When it began or is to begin. */
  readonly start?: ClockTime | null | undefined;
  /** The time as written, such as `pukul 10.00 WIB s.d. selesai`. */
  readonly text?: Text | null | undefined;
  /** Whether it is said to last until it is finished (*s.d. selesai*). */
  readonly until_finished?: boolean | undefined;
  /** The time zone. */
  readonly zone?: Zone | null | undefined;
}

/** The code of an indicator, such as SKDN-DS: capital letters, digits and single hyphens, at most 16. */
export type IndicatorCode = string;

/** Two indicators of which the first should not exceed the second in numbers of people, such as K4 and K1. */
export interface IndicatorPair {
  /** The one that should be the smaller or equal. */
  readonly lower: IndicatorCode;
  /** Why. */
  readonly reason?: Text | null | undefined;
  /** The one that should be the larger or equal. */
  readonly upper: IndicatorCode;
}

/** Somebody or something that was invited. An invitation list is not an attendance list. */
export interface Invitee {
  /** The institution invited. */
  readonly institution?: Text | null | undefined;
  /** The office invited. */
  readonly office?: Text | null | undefined;
  /** The sector, where it is stated; otherwise it is recognised. */
  readonly sector?: Sector | null | undefined;
  /** The invitation as written. */
  readonly text?: Text | null | undefined;
  /** The village invited. */
  readonly village?: RegionCode | null | undefined;
}

/** What the quarter on a label means where a forum is held. */
export type LabelConvention = "held" | "reviewed";

/** The lowest level at which an indicator has a denominator, and so a percentage. */
export type LowestLevel = "village" | "puskesmas" | "district";

/** The kind of a lokakarya mini. */
export type MeetingKind = "quarterly" | "monthly";

/** What a row of an attendance list mentions. */
export type Mention = "person" | "institution" | "collective";

/** One item of the minutes. */
export interface MinutesItem {
  /** The part of the forum. */
  readonly kind: MinutesKind;
  /** Who spoke. */
  readonly speaker?: Party | null | undefined;
  /** What was said, in one's own words. */
  readonly summary: Text;
  /** What it was about, one topic each. */
  readonly topics?: readonly Text[] | undefined;
}

/** The part of the forum that an item of the minutes belongs to. */
export type MinutesKind = "sambutan" | "paparan" | "tanya_jawab" | "informasi_kebijakan" | "penutup";

/** A month of the year: 1 is January. */
export type MonthNumber = number;

export type MonthOfYear = number;

/** What a ratio is multiplied with when it is printed. */
export type Multiplier = 1 | 10 | 100 | 1000 | 10000 | 100000 | 1000000;

/** How the figures of several months become one numerator. */
export type NumeratorKind = "sum" | "to_date" | "mean" | "latest" | "cohort" | "survey";

/** Something that stands in the way (*hambatan*). */
export interface Obstacle {
  /** Its kind. */
  readonly category: ObstacleCategory;
  /** The id of the earlier obstacle that it continues. */
  readonly continues?: Text | null | undefined;
  /** The obstacle's id, unique in the record. */
  readonly id: Text;
  /** Who raised it. */
  readonly raised_by?: readonly Party[] | undefined;
  /** What it is. */
  readonly text: Text;
  /** The villages that it concerns; absent where it concerns none in particular. */
  readonly villages?: Villages | null | undefined;
}

/** The kind of thing that stands in the way. */
export type ObstacleCategory = "access" | "workforce" | "supplies" | "budget" | "records" | "awareness" | "coordination" | "policy" | "health_problem" | "other";

/** A place in an order: 3 is the third. */
export type Ordinal = number;

/** Somebody who speaks, asks or promises: an attendance row, or a group that has none. */
export interface Party {
  /** The id of an attendance row. */
  readonly attendee?: Text | null | undefined;
  /** The sector, where it is stated. */
  readonly sector?: Sector | null | undefined;
  /** The party as written, such as "beberapa kepala desa". */
  readonly text?: Text | null | undefined;
}

/** One activity of the plan for the time to come. */
export interface PlanItem {
  /** What will be done. */
  readonly activity: Text;
  /** In which month. */
  readonly month?: Month | null | undefined;
  /** Who is in charge. */
  readonly person?: Text | null | undefined;
  /** Where. */
  readonly place?: Text | null | undefined;
  /** The sector that does it. */
  readonly sector?: Sector | null | undefined;
  /** In which villages. */
  readonly villages?: Villages | null | undefined;
}

/** A figure that was shown at the forum, as it was shown. */
export interface PresentedFigure {
  /** The area that the figure is about. */
  readonly area?: RegionCode | null | undefined;
  /** The denominator shown (*sasaran*, people). */
  readonly denominator?: Count | null | undefined;
  /** The indicator. */
  readonly indicator: Text;
  /** The numerator shown (*capaian*, people). */
  readonly numerator?: Count | null | undefined;
  /** The time that the figure is about. */
  readonly span?: StatedSpan | null | undefined;
  /** What was said of it where no number is known. */
  readonly text?: Text | null | undefined;
  /** The value shown, in the unit of the indicator (per cent for most). */
  readonly value?: Decimal | null | undefined;
}

/** Somebody who did not come and is represented. */
export interface Principal {
  /** The institution, such as `Koramil 10/Pelangiran`. */
  readonly institution?: Text | null | undefined;
  /** The name, where it is known. */
  readonly name?: Text | null | undefined;
  /** The office, such as `Danramil 10/Pelangiran`. */
  readonly office?: Text | null | undefined;
  /** The sector, where it is stated; otherwise it is recognised. */
  readonly sector?: Sector | null | undefined;
  /** The village that the principal speaks for. */
  readonly village?: RegionCode | null | undefined;
}

/** Something that was proposed or asked for (*usulan*). */
export interface Proposal {
  /** Who asks: one or more people or groups. */
  readonly askers?: readonly Party[] | undefined;
  /** What became of it. */
  readonly disposition?: Disposition | null | undefined;
  /** What is asked. */
  readonly text: Text;
}

/** A Puskesmas. */
export interface Puskesmas {
  /** Its code as its source writes it; no rule looks into it. */
  readonly code?: Text | null | undefined;
  /** Its name. */
  readonly name: Text;
}

/** Rates by indicator. */
export type Rates = { readonly [name: string]: Decimal };

/** A region code of the Ministry of Home Affairs with dots, such as 15.04.02.2003. */
export type RegionCode = string;

/** One requirement on the attendance: at least one of these sectors. */
export interface Requirement {
  /** The sectors, any one of which will do. */
  readonly any_of?: readonly Sector[] | undefined;
  /** The name of the requirement, where it is not the sector's own. */
  readonly name?: Text | null | undefined;
}

/** Who did what, as ids of attendance rows. Giving a speech does not make a chair. */
export interface Roles {
  /** Who chaired it. */
  readonly chair?: Text | null | undefined;
  /** Who closed it. */
  readonly closer?: Text | null | undefined;
  /** Who kept the minutes (*notulis*). */
  readonly notulis?: Text | null | undefined;
  /** Who opened the forum. */
  readonly opener?: Text | null | undefined;
  /** Who presented. */
  readonly presenters?: readonly Text[] | undefined;
}

/** When the forum of one quarter is due by the Puskesmas' own schedule: a month, or a date. */
export interface ScheduleEntry {
  /** The day on which it is due. */
  readonly date?: IsoDate | null | undefined;
  /** The month in which it is due. */
  readonly month?: Month | null | undefined;
  /** The quarter that the forum counts for. */
  readonly quarter: Quarter;
}

/** How a schedule is made. */
export interface ScheduleRules {
  /** Days on which no forum can be held. */
  readonly busy_dates?: readonly IsoDate[] | undefined;
  /** The earliest day of the due month; absent: the 10th. */
  readonly earliest_day?: DayNumber | null | undefined;
  /** The weekdays on which forums are held; absent: Monday to Friday. */
  readonly weekdays?: readonly Weekday[] | undefined;
}

/** A sector that takes part in the forum. */
export type Sector = "KEC" | "PKM" | "DINKES" | "DESA" | "PKK" | "POKJANAL" | "KADER" | "TNI" | "POLRI" | "DIK" | "KUA" | "KB" | "TANI" | "TERNAK" | "SOS" | "LPM" | "BPD" | "RTRW" | "TOMA" | "TOGA" | "ORMAS" | "DPRD" | "BPJS" | "PENDAMPING_DESA" | "JEJARING" | "SWASTA" | "other";

/** Which of the two kinds of forum it is, where the organisers say so. The word "rutin" in prose does not say it. */
export type Series = "first" | "routine";

/** The kind of document that a record was made from. */
export type SourceKind = "notulen" | "report" | "article" | "invitation" | "form" | "other";

/** Whether a span stands in the source or was worked out. */
export type SpanBasis = "stated" | "derived";

/** A figure that somebody stated. It is never mixed with assessed figures. */
export interface StatedFigure {
  /** Whether the words can be understood in more than one way. */
  readonly ambiguous?: boolean | undefined;
  /** The area that the figure is about, by code. */
  readonly area?: RegionCode | null | undefined;
  /** The area as written. */
  readonly area_text?: Text | null | undefined;
  /** The indicator, where it is clear which one. */
  readonly indicator?: Text | null | undefined;
  /** What is ambiguous, or anything else to know. */
  readonly note?: Text | null | undefined;
  /** The words in which the figure was given. */
  readonly quote: Text;
  /** Who said it. */
  readonly said_by?: Party | null | undefined;
  /** The time that the figure is about. */
  readonly span?: StatedSpan | null | undefined;
  /** What is counted, such as `kasus`. */
  readonly unit?: Text | null | undefined;
  /** The number. */
  readonly value?: Decimal | null | undefined;
}

/** A span as a document writes it: months from and to, or the day of a state, or only the words. */
export interface StatedSpan {
  /** The day of a state. */
  readonly as_of?: IsoDate | null | undefined;
  /** Whether the source says it (the default) or it was worked out. */
  readonly basis?: SpanBasis | null | undefined;
  /** The first month. */
  readonly from?: Month | null | undefined;
  /** The words of the source. */
  readonly text?: Text | null | undefined;
  /** The last month, included. */
  readonly to?: Month | null | undefined;
}

/** Support that is asked of a sector. */
export interface SupportRequest {
  /** Who asks. */
  readonly asked_by?: Party | null | undefined;
  /** The sector asked. */
  readonly sector?: Sector | null | undefined;
  /** What is asked. */
  readonly text: Text;
}

/** Support that somebody declared. */
export interface SupportStatement {
  /** Who said so. */
  readonly said_by?: Party | null | undefined;
  /** The sector that speaks. */
  readonly sector?: Sector | null | undefined;
  /** What it supports. */
  readonly text: Text;
}

/** A region code such as 15.04.02, or `puskesmas:` and the code of a Puskesmas. */
export type TargetArea = string;

/** Where a target population comes from. */
export type TargetBasis = "projection" | "real" | "estimate";

/** One target: exactly one of `rate`, `count`, `no_increase` and `none`. */
export interface TargetEntry {
  /** The area that it was set for, which holds for all areas inside unless they have their own; absent: everywhere. */
  readonly area?: TargetArea | null | undefined;
  /** What kind of figures the target was made for; absent: the figures of the indicator. */
  readonly basis?: FigureBasis | null | undefined;
  /** How sure it is; absent: as sure as the one who set it. */
  readonly certainty?: Certainty | null | undefined;
  /** The number of people or events, such as 0 deaths. */
  readonly count?: Count | null | undefined;
  /** The indicator. */
  readonly indicator: IndicatorCode;
  /** Not worse than a baseline. */
  readonly no_increase?: Baseline | null | undefined;
  /** There is deliberately no target; why. */
  readonly none?: Text | null | undefined;
  /** The rate, in the unit of the indicator's multiplier (per cent for 100); 0 or more. */
  readonly rate?: Decimal | null | undefined;
  /** Where the target comes from. */
  readonly source?: Text | null | undefined;
  /** The year it is for; absent: every year. */
  readonly year?: Year | null | undefined;
}

/** The people that an indicator is meant for (sasaran), of one village or of the whole area, in the year of the area. */
export interface TargetPopulation {
  /** Where the figure comes from. */
  readonly basis: TargetBasis;
  /** How many people. */
  readonly count: Count;
  /** The day of the figure. */
  readonly date?: IsoDate | null | undefined;
  /** The indicator, by its code. */
  readonly indicator: Text;
  /** The village; absent for the whole area. */
  readonly village?: RegionCode | null | undefined;
}

/** How much of the year's target is due during the year. */
export type TargetProfile = "pro_rata" | "full" | "none";

/** Targets that a district, a Puskesmas or a village has set. */
export interface Targets {
  /** The short form: indicator and rate, for everywhere and every year. */
  readonly rates?: Rates | undefined;
  /** The kind and version of the document. */
  readonly schema: "lokmin.targets/1";
  /** The targets, each with its area and its year. */
  readonly targets?: readonly TargetEntry[] | undefined;
}

/** A text that is not blank. */
export type Text = string;

/** What a village is known for that weighs on the work there. */
export type VillageAttribute = "stunting_locus" | "extreme_poverty" | "hard_access";

/** Villages meant: some by code, a number of them, or nobody said which (all members absent). */
export interface Villages {
  /** The villages that are known by code. */
  readonly codes?: readonly RegionCode[] | undefined;
  /** How many villages there are, those listed included. */
  readonly count?: Count | null | undefined;
  /** The villages as written, such as "desa yang jauh dari pusat kecamatan". */
  readonly text?: Text | null | undefined;
}

/** A day of the week. */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** The working area of one Puskesmas in one year: the default for sums, ranks, completeness and names of villages. */
export interface WorkingArea {
  /** What is assumed and not known, such as which villages belong to which of two Puskesmas of one subdistrict. */
  readonly assumption?: Text | null | undefined;
  /** The Puskesmas. */
  readonly puskesmas: Puskesmas;
  /** The kind and version of the document. */
  readonly schema: "lokmin.working_area/1";
  /** Where the facts come from. */
  readonly source?: Text | null | undefined;
  /** The subdistricts that the area is in. */
  readonly subdistricts?: readonly RegionCode[] | undefined;
  /** The target populations. */
  readonly target_populations?: readonly TargetPopulation[] | undefined;
  /** The villages. */
  readonly villages?: readonly AreaVillage[] | undefined;
  /** The year. */
  readonly year: Year;
}

/** A calendar year. */
export type Year = number;

/** A time zone of Indonesia. */
export type Zone = "WIB" | "WITA" | "WIT";
