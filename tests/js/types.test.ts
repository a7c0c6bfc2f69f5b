// Compiled, never run: what a TypeScript caller may and may not write.

import { addQuarters, init, initSync, parseIsoDate, quarterFacts } from "lokmin";
import type { IsoDate, Json, Month, Outcome, Problem, Quarter, QuarterFacts } from "lokmin";

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
