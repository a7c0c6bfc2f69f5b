// Compiled, never run: what a TypeScript caller may and may not write.

import type { StandardSchemaV1 } from "@standard-schema/spec";
import {
  CodeChanges,
  Register,
  RegionIndex,
  SectorAliases,
  accreditation,
  addQuarters,
  assessDefaults,
  assessSeries,
  bindForm,
  evaluateCadence,
  evaluateCadenceColumns,
  explainAccreditation,
  explainCadence,
  explainSeries,
  findRegion,
  findVillage,
  holidaysOfYear,
  init,
  initSync,
  iks,
  lookupTarget,
  mapRegionCode,
  nextState,
  parseIsoDate,
  parseNumber,
  parseQuarter,
  parseRegion,
  parseSpan,
  placeMeeting,
  quarterFacts,
  readTargetsCsv,
  recogniseSector,
  resolveIndicator,
  rank,
  review,
  rollUp,
  schedule,
  schema,
  schemas,
  sectorCoverage,
  validate,
  validateAt,
  validateText,
} from "lokmin/full";
import type {
  AccreditationRequest,
  AgendaReason,
  AssessPolicy,
  AssessRequest,
  Attendee,
  CadencePolicy,
  Catalogue,
  Coverage,
  CoveragePolicy,
  Definition,
  Forum,
  IsoDate,
  Json,
  Meeting,
  Month,
  Outcome,
  Policy,
  Problem,
  PwsStatus,
  Quarter,
  QuarterFacts,
  RegisterEvent,
  Sector,
  State,
  Status,
  Step,
  Targets,
  WorkingArea,
} from "lokmin/full";

const quarter: Quarter = "2025Q3";
const month: Month = "2025-07";
const date: IsoDate = "2025-07-03";
// @ts-expect-error a year has four quarters
const fifth: Quarter = "2025Q5";
export const texts: readonly string[] = [quarter, month, date, fifth];
export const document: Json = { a: [1, "b", null], gone: undefined };

await init();
await init(new URL("https://example.org/lokmin.wasm"));
initSync(new Uint8Array());

const outcome: Outcome<QuarterFacts> = quarterFacts(quarter, { lang: "en" });
if (outcome.ok) {
  const months: readonly [Month, Month, Month] = outcome.value.months;
  const next: Quarter | null = outcome.value.next;
  // @ts-expect-error answers are read-only
  outcome.value.year = 2026;
  void [months, next];
} else {
  const problem: Problem | undefined = outcome.problems[0];
  // @ts-expect-error a failure has no value
  void outcome.value;
  void problem?.loc;
}
// @ts-expect-error not a language
parseIsoDate("2025-07-03", { lang: "fr" });
// @ts-expect-error a date object is no text
parseIsoDate(new Date());
// @ts-expect-error a number of quarters is a number
addQuarters(quarter, "1");

// --- documents ---
const attendee: Attendee = { mention: "person", name: "Hardinata", office: "Camat", capacity: "plt", sector: "KEC" };
// @ts-expect-error a row says what it mentions
const incomplete: Attendee = { name: "Hardinata" };
// @ts-expect-error a misspelt member
const misspelt: Attendee = { mention: "person", nama: "Hardinata" };
const forum: Forum = {
  schema: "lokmin.forum/1",
  id: "lumbir-2024-3",
  kind: "quarterly",
  held_on: "2024-08-29",
  puskesmas: [{ name: "Puskesmas Lumbir" }],
  attendance: [attendee, incomplete, misspelt],
  venue: undefined,
};
const area: WorkingArea = { schema: "lokmin.working_area/1", puskesmas: { name: "Puskesmas Lumbir" }, year: 2024 };
const coveragePolicy: CoveragePolicy = { schema: "lokmin.coverage_policy/1", requirements: [{ any_of: ["TNI", "POLRI"] }] };
const cadencePolicy: CadencePolicy = { schema: "lokmin.cadence_policy/1", due_months: [3, 6, 9, 12] };

const read: Outcome<Forum> = validate("forum", forum);
const readText: Outcome<WorkingArea> = validateText("working_area", "{}");
if (read.ok && readText.ok) {
  const sector: Sector | null | undefined = read.value.attendance?.[0]?.sector;
  // @ts-expect-error documents are read-only
  read.value.id = "another";
  void [sector, readText.value.villages?.length];
}
// @ts-expect-error not a kind of document
validate("forums", forum);

// --- questions and answers ---
const coverage: Outcome<Coverage> = sectorCoverage({ forum, policy: coveragePolicy, working_area: area }, { lang: "en" });
if (coverage.ok) {
  void coverage.value.requirements.map(({ any_of, status, by }) => [any_of, status === "stand_in", by[0]?.stands_in_for]);
}
// @ts-expect-error a question has a forum
sectorCoverage({ policy: coveragePolicy });
void findVillage(area, "Cirahab");

const accreditationRequest: AccreditationRequest = {
  puskesmas: "1031429",
  window: { from: "2025-01", to: "2025-12" },
  as_of: "2025-12-31",
  forums: [forum],
  schedules: [{ year: 2025, evidence: { state: "held", reference: "SK 4/2025" } }],
  policy: { grace_days: 14 },
};
const judged = accreditation(accreditationRequest, { lang: "en" });
if (judged.ok) {
  const [held] = judged.value.elements;
  const score: 10 | 5 | 0 | null | undefined = held?.score;
  void [score, judged.value.forums[0]?.missing.map(({ kind, state }) => [kind, state])];
}
// @ts-expect-error a request has a window
accreditation({ puskesmas: "1031429", as_of: "2025-12-31" });
void explainAccreditation(JSON.stringify(accreditationRequest));

const policy: Policy = { grace_days: 14 };
const meeting: Meeting = { id: "f1", kind: "quarterly", puskesmas: ["1031429"], held_on: "2024-08-29" };
const placed = placeMeeting({ meeting, policy: cadencePolicy, others: [] });
if (placed.ok) {
  const placedIn: Quarter | null = placed.value.quarter;
  void [placedIn, placed.value.other_reading?.days_late];
}
const cadence = evaluateCadence({ meetings: [meeting], puskesmas: "1031429", policy, as_of: "2024-12-31" });
const status: Status | undefined = cadence.ok ? cadence.value.rows[0]?.status : undefined;
// @ts-expect-error a question says which day it asks about
explainCadence({ meetings: [meeting], puskesmas: "1031429" });
const columns = evaluateCadenceColumns({ puskesmas: ["P1"], held_on: [null], from: "2025Q1", as_of: "2025-09-30" });
const days: readonly (number | null)[] = columns.ok ? columns.value.days : [];
const dates = schedule({ year: 2025 });
void [status, days, dates.ok && dates.value[0]?.skipped[0]?.reason];

// --- indicators and assessment ---
const resolved: Outcome<Definition> = resolveIndicator({ text: "D/S" }, { lang: "en" });
const local: Targets = { schema: "lokmin.targets/1", rates: { K6: 92.5 } };
const target = lookupTarget({ indicator: "K6", areas: ["15.04.02"], year: 2025, targets: local });
if (target.ok && target.value.target && "rate" in target.value.target) {
  const rate: string = target.value.target.rate;
  void rate;
}
const sheet: Outcome<Targets> = readTargetsCsv("indicator,rate\nK6,92.5\n");
const own: Outcome<Catalogue> = validate("catalogue", {});
void [resolved, sheet, own, lookupTarget({ indicator: "K6", year: 2025, targets: { rates: { K6: 92.5 } } }).ok];

const assessPolicy: AssessPolicy = { uci_threshold: "85", small_denominator: 20, cumulative_share: "0.6" };
const request: AssessRequest = {
  definition: "K6",
  series: [{ month: "2025-09", numerator: 35, denominator: null }],
  target: { rate: 80 },
  view: { year_to_date: "2025-09" },
  policy: assessPolicy,
};
const assessment = assessSeries({ ...request, targets: local, area: "15.04.02.2003", areas: ["puskesmas:1011442"] });
const foundAt: string | null | undefined = assessment.ok ? assessment.value.target_found?.area : null;
const lowest = rank({ definition: "X1", catalogue: { indicators: [] }, areas: [{ area: "A", numerator: 1 }] });
const pws: PwsStatus | null = assessment.ok ? assessment.value.status : null;
const explained: Outcome<string> = explainSeries({ ...request, lang: "en" });
const rolled = rollUp({ definition: "K6", view: { quarter: "2025Q3" }, children: [{ area: "Cirahab", series: [] }] });
const unclear: readonly ("falling" | "base_missing")[] = rolled.ok ? rolled.value.unclear.map(({ reason }) => reason) : [];
const ranks: readonly (number | null)[] = rolled.ok ? rolled.value.areas.map((area) => area.rank) : [];
const defaults = assessDefaults();
const changed: readonly (keyof AssessPolicy)[] = defaults.ok ? defaults.value.map(({ name }) => name) : [];
void [pws, explained, ranks, changed, foundAt, lowest, unclear, assessSeries("{}")];
// @ts-expect-error a request says which months to look at
assessSeries({ definition: "K6" });
// @ts-expect-error a view has a month of a year
assessSeries({ definition: "K6", view: { year_to_date: 9 } });
// @ts-expect-error all twelve are answered
iks({ jkn: "Y" });

// --- recommendations ---
const event: RegisterEvent = {
  schema: "lokmin.event/1",
  id: "e1",
  recommendation: "r1",
  seq: 0,
  on: "2025-07-30",
  kind: "propose",
  content: { action: "Latih kader", puskesmas: ["Puskesmas Pelangiran"] },
};
const register = Register.of([event], { policy: { owner_may_verify: true } });
const applied = new Register("").apply(event, { lang: "en" });
const line: string = applied.ok ? applied.value.line : "";
const agenda = register.agenda({ as_of: "2025-10-03" });
const reason: AgendaReason | undefined = agenda.ok ? agenda.value[0]?.reasons[0] : undefined;
const clash: Step | undefined = ((found) => (found.ok ? found.value[0]?.events[0]?.kind : undefined))(register.conflicts());
const next: Outcome<{ readonly state: State }> = nextState({ state: "done", step: "reopen" });
void [line, reason, clash, next, register.merge(line), register.merge(register), register.figures({ by: "sector", as_of: "2025-10-03" })];
// @ts-expect-error not a step
nextState({ state: "done", step: "selesai" });
// @ts-expect-error figures are counted by something
register.figures({ as_of: "2025-10-03" });
// @ts-expect-error an event has a kind
register.apply({ schema: "lokmin.event/1", id: "e1", recommendation: "r1", seq: 0, on: "2025-07-30" });
register.free();

// --- review ---
const quarterly = review({
  quarter: "2025Q3",
  as_of: "2025-08-20",
  forums: [{ id: "f", kind: "quarterly", puskesmas: [{ name: "Lumbir" }] }],
  events: [event],
  figures: [{ definition: "K6", children: [{ area: "Cirahab", series: [] }] }],
  first: 3,
});
const worst: string | undefined = quarterly.ok ? quarterly.value.first[0]?.villages[0]?.name : undefined;
const overdue: number | null | undefined = quarterly.ok ? quarterly.value.recommendations.agenda[0]?.overdue_days : null;
const outcomes: readonly string[] = quarterly.ok ? quarterly.value.obstacles.this.map(({ outcome }) => outcome) : [];
void [worst, overdue, outcomes, review("{}").ok];
// @ts-expect-error a review is of a quarter
review({ as_of: "2025-08-20" });

// --- texts ---
void parseQuarter("TW III", { year: 2025, on: date, lang: "id" });
// @ts-expect-error no option of this function
parseQuarter("TW III", { reviewed: "2025Q2" });
void parseSpan("tiga bulan terakhir", "2025-07-30", { reviewed: "2025Q2" });
void holidaysOfYear(2025).problems;
void parseRegion("330201", { system: "kemendagri" });
// @ts-expect-error not a system of codes
parseRegion("330201", { system: "BPS" });
const recognised = recogniseSector("Plt. Camat", { aliasesCsv: undefined });
const code: Sector | null = recognised.ok ? recognised.value.code : null;
void code;

// --- what is read once ---
const index = new RegionIndex("kode,nama\n");
void findRegion("kode,nama\n", "Lumbir", { level: "village" });
const found: Outcome<string> = index.find("Lumbir", { within: "33.02", level: "village" });
// @ts-expect-error not a level
index.find("Lumbir", { level: "desa" });
index.free();
const changes = new CodeChanges("dari,ke\n", { mapping: "edisi,lama,baru\n" });
const mapped = changes.map("33.02.01.2001", 2018, 2025);
void [found, mapped.ok && mapped.value.candidates[0]?.name, mapRegionCode("", "", 2018, 2025).ok];
void new SectorAliases("").recognise("Camat").ok;

// --- forms ---
declare const page: HTMLFormElement;
const bound = bindForm(page, "forum", { lang: "en", document: { id: "f1" }, onSubmit: ({ held_on }) => void held_on?.length });
bound.lang = "id";
bound.fill({ held_on: "2025-07-03" });
const filled: unknown = bound.value()["held_on"];
const checked: Outcome<Forum> = bound.check();
void [filled, checked, bound.validate().ok, parseNumber("76,80").problems, validateAt("forum", {}, "/held_on").ok];
bound.destroy();
// @ts-expect-error no kind of document
bindForm(page, "forums");
// @ts-expect-error no member of a forum
bindForm(page, "forum", { onSubmit: ({ held }) => void held });

// --- Standard Schema ---
const standard: StandardSchemaV1<Forum, Forum> = schemas.forum;
type Read = StandardSchemaV1.InferOutput<typeof schemas.working_area>;
const year: Read["year"] = 2025;
const issues = schema("forum", { lang: "en" })["~standard"].validate({}).issues?.map(({ path }) => path.join("."));
void [standard, year, issues];
// @ts-expect-error no kind of document
void schemas.forums;
