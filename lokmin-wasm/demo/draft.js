// A draft: what people have entered, and the documents that it makes. Documents are what the rules read.

import { assessSeries, monthFacts, parseDate, parseNumber, parseTime, placeMeeting, recogniseSector, Register, reviewedByDefault } from "./rules.js";

/** Returns an id that no other writer gives. */
export function newId(prefix) {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return `${prefix}-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** Returns today, as the clock of the device says. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Writes a day as people here do, and as the rules read it: day first. */
export function dayFirst(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day}/${month}/${year}`;
}

/** Makes a draft for a working area. */
export function newDraft(name, area) {
  return {
    id: newId("draft"),
    name,
    saved: new Date().toISOString(),
    area,
    forum: {
      schema: "lokmin.forum/1",
      id: newId("forum"),
      kind: "quarterly",
      puskesmas: [area.puskesmas],
    },
    date: "",
    time: "",
    label: "",
    venue: "",
    theme: "",
    people: [],
    heads: {},
    listComplete: false,
    register: "",
    asOf: "",
    figures: { entries: {}, targets: {} },
  };
}

/** Makes the draft of the next forum: who came last time is asked for again and not taken for present. */
export function draftAfter(name, last) {
  const draft = newDraft(name, last.area);
  const { subdistrict, district } = last.forum;
  Object.assign(draft.forum, subdistrict && { subdistrict }, district && { district });
  draft.venue = last.venue;
  draft.register = last.register;
  draft.people = last.people.map(({ text, sector, village, mention, row }) =>
    ({ id: newId("row"), text, sector, village, mention, row, presence: null }));
  draft.figures = structuredClone(last.figures);
  delete draft.figures.month;
  return draft;
}

/** Makes a draft of a forum record: what has no field of its own is kept as it is. */
export function draftOfForum(name, forum, area) {
  const draft = newDraft(name, area);
  const { attendance = [], held_on: on, held_on_text: written, time, label, venue, theme, list_complete: complete, ...rest } = forum;
  const text = time?.text ?? [time?.start, time?.end].filter(Boolean).join("-");
  const people = attendance.map((row) => ({ id: newId("row"), text: rowText(row), row, presence: "present" }));
  return Object.assign(draft, {
    forum: rest, date: written ?? on ?? "", time: text, label: label ?? "", venue: venue ?? "", theme: theme ?? "", people,
    listComplete: complete === true,
  });
}

/** Returns the words of a row of an attendance list. */
function rowText({ text, name, office, institution }) {
  return [name, office, institution].filter(Boolean).join(", ") || (text ?? "");
}

const MENTIONS = { office: "person", rank: "person", institution: "institution", collective: "collective", person_group: "collective" };

/** Makes a row of the attendance of what was written, of what was understood of it, and of what somebody has corrected. */
function attendee(person, lang) {
  const read = recogniseSector(person.text, { lang });
  const { name, principal, capacity, sectors } = read.ok ? read.value : {};
  const understood = {
    mention: name ? "person" : (MENTIONS[sectors?.[0]?.kind] ?? "person"),
    text: person.text,
    ...(name && { name }),
    ...(capacity && capacity !== "official" && { capacity }),
    ...(principal && { represents: [{ office: principal.written }] }),
  };
  const { sector, village, mention } = person;
  return { ...(person.row ?? understood), ...(mention && { mention }), ...(sector && { sector }), ...(village && { village }), id: person.id };
}

/** Makes a row for somebody who comes in place of another. */
function standIn(id, text, office, place) {
  return { id, mention: "person", text, capacity: "representing", represents: [{ office, ...place }] };
}

/** Returns the attendance of a draft. */
export function attendance(draft, lang) {
  const rows = draft.people.filter(({ presence }) => presence === "present" || presence === "stand_in").map((person) =>
    person.presence === "present"
      ? attendee(person, lang)
      : standIn(person.id, person.standIn || person.text, person.text, person.sector && { sector: person.sector }));
  for (const { code, name } of draft.area.villages ?? []) {
    const { presence, standIn: text } = draft.heads[code] ?? {};
    const office = `Kepala Desa/Lurah ${name}`;
    if (presence === "present") rows.push({ id: `head-${code}`, mention: "person", office, sector: "DESA", village: code });
    if (presence === "stand_in") rows.push(standIn(`head-${code}`, text || office, office, { sector: "DESA", village: code }));
  }
  return rows;
}

/** Returns the record of the forum. */
export function forumOf(draft, lang) {
  const date = parseDate(draft.date, { lang });
  const time = parseTime(draft.time, { lang });
  const { start, end, zone, until_finished: open } = time.ok ? time.value : {};
  const rows = attendance(draft, lang);
  return {
    ...draft.forum,
    ...(draft.label.trim() && { label: draft.label.trim() }),
    ...(date.ok && { held_on: date.value.date }),
    ...(draft.date.trim() && { held_on_text: draft.date.trim() }),
    ...(draft.time.trim() && { time: { text: draft.time.trim(), ...(start && { start }), ...(end && { end }), ...(open && { until_finished: true }), ...(zone && { zone }) } }),
    ...(draft.venue.trim() && { venue: draft.venue.trim() }),
    ...(draft.theme.trim() && { theme: draft.theme.trim() }),
    ...(rows.length > 0 && { attendance: rows }),
    ...(draft.listComplete && { list_complete: true }),
  };
}

/** Says which quarter the forum counts for. */
export function placeOf(draft, lang) {
  const { id, kind, puskesmas, held_on, label, ordinal, counts_for } = forumOf(draft, lang);
  const names = (puskesmas ?? []).map(({ code, name }) => code ?? name);
  return placeMeeting({ meeting: { id, kind, puskesmas: names, held_on, label, ordinal, counts_for } }, { lang });
}

/** Returns the month up to which figures are looked at unless somebody chooses another: the last one reviewed. */
export function monthOf(draft) {
  const place = placeOf(draft);
  const span = place.ok && place.value.quarter ? reviewedByDefault(place.value.quarter) : null;
  return (span?.ok && span.value?.to) || monthFacts(today().slice(0, 7)).value.previous;
}

/** Returns the day on which recommendations are seen. */
export function dayOf(draft) {
  const read = parseDate(draft.asOf);
  return read.ok ? read.value.date : today();
}

/** Runs something with the register of a draft, and gives its memory back. */
export function withRegister(draft, act) {
  const register = new Register(draft.register);
  try {
    return act(register);
  } finally {
    register.free();
  }
}

/** Reads a figure as people type it; what is no number stays a text, which the rules refuse with a reason. */
export function readFigure(text) {
  const written = (text ?? "").trim();
  if (written === "") return null;
  const read = parseNumber(written);
  return read.ok ? Number(read.value) : written;
}

/** Returns the figures of a draft as the rules take them, one entry an indicator, and what they do not take. */
export function figuresOf(draft) {
  const refused = [];
  const figures = Object.entries(draft.figures.entries).map(([definition, areas]) => {
    const target = draft.figures.targets[definition];
    const rate = target && { target: { rate: readFigure(target) } };
    const isTaken = (request) => assessSeries({ definition, series: [], view: { month: "2024-01" }, ...request }).ok;
    const hasTarget = rate && isTaken(rate);
    if (rate && !hasTarget) refused.push({ definition, text: target });
    const children = (draft.area.villages ?? []).map(({ code, name }) => ({
      area: code,
      series: seriesOf(areas[code]).filter((each) => {
        const isSound = isTaken({ series: [each], view: { month: each.month } });
        if (!isSound) refused.push({ definition, name, month: each.month, text: [each.numerator, each.denominator].filter((part) => part !== null).join(" / ") });
        return isSound;
      }),
    }));
    return { definition, children, ...(hasTarget && rate) };
  });
  return { figures, refused };
}

/** Returns the series of one village and one indicator. What is not reported, or not due, has no numerator. */
export function seriesOf(entry) {
  return Object.entries(entry?.months ?? {}).map(([month, { state, numerator, denominator }]) => {
    const of = denominator ?? entry.years?.[month.slice(0, 4)];
    return { month, numerator: state === "number" ? readFigure(numerator) : null, denominator: readFigure(of) };
  });
}
