// The operation table of the JavaScript face: each operation by its name in the case files.
//
// An operation takes a case's input and returns the outcome of the public function. A member of the input that an
// operation does not read fails the case.

import assert from "node:assert/strict";

/** Names of operations of a register. */
const REGISTER = [
  "agenda", "apply_event", "carry_over", "figures", "follow_up", "read_register", "register_conflicts", "register_events",
  "register_lines",
];

/** Returns the table for `lokmin` or `lokmin/full`: the operations that it has. */
export function operations(lokmin) {
  return Object.fromEntries(
    Object.entries(table(lokmin)).filter(([name]) => REGISTER.includes(name) || camelCase(name) in lokmin),
  );
}

/** Returns the name of a function by that of its operation. */
export function camelCase(name) {
  return name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
}

function table(lokmin) {
  return {
    // --- accreditation ---
    accreditation: ({ request }) => both(lokmin.accreditation, request),
    explain_accreditation: ({ request, lang }) => both((asked) => lokmin.explainAccreditation(asked, { lang }), request),
    // --- assess ---
    assess_defaults: () => lokmin.assessDefaults(),
    assess_series: ({ request }) => both(lokmin.assessSeries, request),
    drop_out: ({ request }) => both(lokmin.dropOut, request),
    explain_series: ({ request }) => both(lokmin.explainSeries, request),
    explain_roll_up: ({ request }) => both(lokmin.explainRollUp, request),
    iks: ({ request }) => both(lokmin.iks, request),
    iks_area: ({ request }) => both(lokmin.iksArea, request),
    pkp: ({ request }) => both(lokmin.pkp, request),
    published_percentage: ({ request }) => both(lokmin.publishedPercentage, request),
    quality: ({ request }) => both(lokmin.quality, request),
    read_table: ({ request }) => both(lokmin.readTable, request),
    rank: ({ request }) => both(lokmin.rank, request),
    roll_up: ({ request }) => both(lokmin.rollUp, request),
    skdn: ({ request }) => both(lokmin.skdn, request),
    suppress: ({ request }) => both(lokmin.suppress, request),
    uci: ({ request }) => both(lokmin.uci, request),
    // --- render ---
    render_follow_up_matrix: ({ request, format, lang }) =>
      both((asked) => lokmin.renderFollowUpMatrix(asked, { format, lang }), request),
    render_review: ({ request, format, lang }) => both((asked) => lokmin.renderReview(asked, { format, lang }), request),
    render_village_reports: ({ request, format, lang }) =>
      both((asked) => lokmin.renderVillageReports(asked, { format, lang }), request),
    // --- review ---
    review: ({ request }) => both(lokmin.review, request),
    // --- calendar ---
    add_months: ({ month, months }) => lokmin.addMonths(month, months),
    add_quarters: ({ quarter, quarters }) => lokmin.addQuarters(quarter, quarters),
    clock_time: ({ text }) => lokmin.clockTime(text),
    holidays: ({ csv }) => lokmin.holidays(csv),
    holidays_of_year: ({ year, csv }) => lokmin.holidaysOfYear(year, { csv }),
    month: ({ text }) => lokmin.month(text),
    month_containing: ({ date }) => lokmin.monthContaining(date),
    month_facts: ({ month }) => lokmin.monthFacts(month),
    month_from_dhis2: ({ text }) => lokmin.monthFromDhis2(text),
    parse_date: ({ text, year }) => lokmin.parseDate(text, { year }),
    parse_iso_date: ({ text }) => lokmin.parseIsoDate(text),
    parse_quarter: ({ text, year, on }) => lokmin.parseQuarter(text, { year, on }),
    parse_span: ({ text, on, reviewed }) => lokmin.parseSpan(text, on, { reviewed }),
    parse_time: ({ text }) => lokmin.parseTime(text),
    quarter: ({ text }) => lokmin.quarter(text),
    quarter_containing: ({ date }) => lokmin.quarterContaining(date),
    quarter_facts: ({ quarter }) => lokmin.quarterFacts(quarter),
    quarter_from_dhis2: ({ text }) => lokmin.quarterFromDhis2(text),
    reviewed_by_default: ({ quarter }) => lokmin.reviewedByDefault(quarter),
    stated_span: ({ json }) => lokmin.statedSpanText(json),
    // --- number ---
    parse_number: ({ text }) => lokmin.parseNumber(text),
    // --- region ---
    check_region: ({ csv, code }) =>
      same(lokmin.checkRegion(csv, code), using(new lokmin.RegionIndex(csv), (index) => index.check(code))),
    find_region: ({ csv, name, within, level }) =>
      same(
        lokmin.findRegion(csv, name, { within, level }),
        using(new lokmin.RegionIndex(csv), (index) => index.find(name, { within, level })),
      ),
    map_region_code: ({ changes_csv: csv, code, from, to, mapping }) => {
      const outcome = lokmin.mapRegionCode(csv, code, from, to, { mapping });
      const again = using(new lokmin.CodeChanges(csv, { mapping }), (changes) => changes.map(code, from, to));
      return same(outcome, again);
    },
    parse_region: ({ text, system }) => lokmin.parseRegion(text, { system }),
    // --- sector ---
    recognise_sector: ({ text, aliases_csv: aliasesCsv }) => {
      const outcome = lokmin.recogniseSector(text, { aliasesCsv });
      return typeof aliasesCsv === "string"
        ? same(outcome, using(new lokmin.SectorAliases(aliasesCsv), (aliases) => aliases.recognise(text)))
        : outcome;
    },
    expand_place: ({ text }) => lokmin.expandPlace(text),
    // --- forum ---
    find_village: ({ working_area: area, name }) => lokmin.findVillage(area, name),
    sector_coverage: (question) => lokmin.sectorCoverage({ ...question }),
    // --- cadence ---
    evaluate_cadence: (question) => lokmin.evaluateCadence({ ...question }),
    evaluate_cadence_columns: (question) => lokmin.evaluateCadenceColumns({ ...question }),
    explain_cadence: ({ lang, ...question }) => lokmin.explainCadence(question, { lang }),
    place_meeting: (question) => lokmin.placeMeeting({ ...question }),
    schedule: (question) => lokmin.schedule({ ...question }),
    // --- indicator ---
    indicator: (question) => lokmin.indicator({ ...question }),
    lookup_target: (question) => lokmin.lookupTarget({ ...question }),
    read_catalogue_csv: ({ text }) => lokmin.readCatalogueCsv(text),
    read_targets_csv: ({ text }) => lokmin.readTargetsCsv(text),
    resolve_indicator: (question) => lokmin.resolveIndicator({ ...question }),
    target_sources: (question) => lokmin.targetSources({ ...question }),
    // --- recommendation ---
    transitions: () => lokmin.transitions(),
    next_state: (question) => lokmin.nextState({ ...question }),
    read_register: (input) => withRegister(lokmin, input, (register) => register.describe(), { isRead: true }),
    register_lines: (input) =>
      withRegister(lokmin, input, (register) => ({ ok: true, value: register.toText().split("\n").slice(0, -1), problems: [] })),
    register_conflicts: (input) => withRegister(lokmin, input, (register) => register.conflicts()),
    register_events: ({ recommendation, ...input }) => withRegister(lokmin, input, (register) => register.events(recommendation)),
    apply_event: ({ event, ...input }) => withRegister(lokmin, input, (register) => register.apply(event)),
    carry_over: ({ question, ...input }) => withRegister(lokmin, input, (register) => register.carryOver(question)),
    follow_up: ({ question, ...input }) => withRegister(lokmin, input, (register) => register.followUp(question)),
    agenda: ({ question, ...input }) => withRegister(lokmin, input, (register) => register.agenda(question)),
    figures: ({ question, ...input }) => withRegister(lokmin, input, (register) => register.figures(question)),
    // --- document ---
    validate_at: ({ kind, document, at }) => lokmin.validateAt(kind, document, at),
    validate: ({ kind, document, text }) =>
      text === undefined
        ? same(lokmin.validate(kind, document), lokmin.validateText(kind, JSON.stringify(document)))
        : lokmin.validateText(kind, text),
  };
}

/** Asks what was read once and frees it; the warnings of the reading come before those of the answer. */
function using(held, ask) {
  try {
    const { ok, problems } = held.describe();
    const answer = ask(held);
    return ok ? { ...answer, problems: [...problems, ...answer.problems] } : answer;
  } finally {
    held.free();
  }
}

/** Makes the register of a case, merged with further copies, which must come to the same in any order, and asks it. */
function withRegister(lokmin, { lines, events, policy, merge = [], ...others }, ask, { isRead = false } = {}) {
  assert.deepEqual(others, {});
  const register = lines === undefined ? lokmin.Register.of(events, { policy }) : new lokmin.Register(lines, { policy });
  const read = register.describe();
  const problems = [...read.problems];
  let value = read.value;
  for (const events of merge) {
    const copy = lokmin.Register.of(events, { policy });
    problems.push(...copy.describe().problems);
    const other = lokmin.Register.of(events, { policy });
    const merged = register.merge(copy);
    other.merge(register.toText());
    assert.equal(other.toText(), register.toText());
    problems.push(...merged.problems);
    value = merged.value;
    copy.free();
    other.free();
  }
  const answer = isRead ? { ok: read.ok, value, problems: [] } : ask(register);
  register.free();
  return read.ok ? { ...answer, problems: [...problems, ...answer.problems] } : read;
}

/** Asks with a request that is JSON text, and where it can be one also with the plain value. */
function both(operation, request) {
  return typeof request === "string"
    ? operation(request)
    : same(operation(request), operation(JSON.stringify(request)));
}

/** Returns an outcome that two ways of asking have given. */
function same(outcome, other) {
  assert.deepEqual(other, outcome);
  return outcome;
}
