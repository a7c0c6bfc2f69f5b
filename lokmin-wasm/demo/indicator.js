// One indicator of one village and month: a number, not reported, or not scheduled; and what the rules say of it at once.

import { assessSeries, explainSeries, parseNumber, quality } from "./rules.js";
import { findings, freshId, h, mark } from "./dom.js";
import { readFigure, seriesOf } from "./draft.js";

const STATES = ["number", "not_reported", "not_scheduled"];
const SHAPES = { baik: "good", cukup: "up", kurang: "down", jelek: "bad" };

/** Returns the place of a village's figures, which is made when somebody enters one. */
function entryOf(draft, code, village) {
  const areas = (draft.figures.entries[code] ??= {});
  return (areas[village] ??= { months: {}, years: {} });
}

/** Says what the rules say: status, how many people are missing, why, and what is strange. */
function verdict({ draft, say, lang }, definition, village, month) {
  const entry = draft.figures.entries[definition.code]?.[village.code];
  const target = draft.figures.targets[definition.code];
  const series = seriesOf(entry);
  const request = {
    definition: definition.code, series, view: { year_to_date: month }, ...(target && { target: { rate: readFigure(target) } }),
  };
  const { state, numerator, denominator = entry?.years[month.slice(0, 4)] } = entry?.months[month] ?? {};
  const unread = [state === "number" && ["numerator", numerator], ["denominator", denominator], ["target", target]]
    .filter((part) => part && part[1]?.trim())
    .flatMap(([member, text]) => parseNumber(text.trim(), { lang }).problems.map((problem) => ({ ...problem, path: `/${member}` })));
  if (unread.length > 0) return { parts: findings(unread, say), problems: unread };
  const assessed = assessSeries(request, { lang });
  if (!assessed.ok) return { parts: findings(assessed.problems, say), problems: assessed.problems };
  const { status, met, shortfall, provisional } = assessed.value;
  const asked = assessSeries({ ...request, view: { month } }, { lang });
  const isScheduled = asked.ok && !asked.value.flags.includes("not_scheduled");
  const checked = quality({ indicators: [{ definition: definition.code, areas: [{ area: village.code, series }] }], view: { year_to_date: month } }, { lang });
  const known = new Set(assessed.problems.map(({ code }) => code));
  const problems = [...assessed.problems, ...checked.problems.filter(({ code }) => !known.has(code))];
  const word = status ? say(status) : met === null ? say("noVerdict") : say(met ? "met" : "notMet");
  const shape = status ? SHAPES[status] : met === null ? "none" : met ? "good" : "bad";
  return {
    parts: [
      h("p", { class: `status ${status ?? (met === null ? "none" : met ? "baik" : "jelek")}` }, mark(shape), ` ${word}`,
        shortfall > 0 && h("span", { class: "shortfall" }, ` · ${say(definition.direction === "lower" ? "excess" : "shortfall", { count: shortfall })}`),
        provisional && h("span", { class: "quiet" }, ` · ${say("provisional")}`)),
      series.some(({ numerator }) => numerator !== null) && h("p", { class: "why" }, explain(request, lang)),
      state === "not_scheduled" && isScheduled && h("p", { class: "note" }, say("dueByCatalogue")),
      ...findings(problems, say),
    ].filter(Boolean),
    problems,
  };
}

function explain(request, lang) {
  const said = explainSeries(request, { lang });
  return said.ok ? said.value : "";
}

/** Which of the three a month is where nobody has said it: what the catalogue does not expect is not missing. */
function usual(definition, month) {
  const asked = assessSeries({ definition: definition.code, series: [], view: { month } });
  return asked.ok && asked.value.flags.includes("not_scheduled") ? "not_scheduled" : "not_reported";
}

/** Writes the card of an indicator. */
export function indicatorCard(app, { definition, village, month, changed }) {
  const { draft, say, lang } = app;
  const { code, denominator: kind, lay_name: lay, name_id: nameId, name_en: nameEn, is_count: isCount } = definition;
  const year = month.slice(0, 4);
  const isAnnual = kind === "annual";
  const stored = () => draft.figures.entries[code]?.[village.code];
  const now = () => stored()?.months[month] ?? {};
  const name = lang === "id" ? lay : nameEn;
  const title = freshId();
  const output = h("div", { class: "verdict", "aria-live": "polite" });
  const group = freshId();

  const radios = STATES.map((state) => {
    const id = freshId();
    const radio = h("input", { type: "radio", name: group, id, value: state, checked: (now().state ?? usual(definition, month)) === state });
    radio.addEventListener("change", () => enter({ state }));
    return { radio, element: h("div", { class: "choice" }, radio, h("label", { for: id }, say(state))) };
  });

  /** One figure. */
  function figure(label, value, change, id) {
    const control = h("input", { id, type: "text", inputmode: "numeric", autocomplete: "off", value: value ?? "", enterkeyhint: "next", "data-figure": id });
    control.addEventListener("input", () => change(control.value));
    return { control, element: h("div", { class: "field" }, h("label", { for: id }, label), control) };
  }

  const prefix = `${code}-`.toLowerCase();
  const numerator = figure(say("numerator"), now().numerator, (text) => {
    radios[0].radio.checked = true;
    enter({ state: "number", numerator: text });
  }, `${prefix}numerator`);
  const denominator = figure(isAnnual ? say("denominatorYear", { year }) : say("denominatorMonth"),
    isAnnual ? stored()?.years?.[year] : now().denominator, (text) => {
      if (isAnnual) {
        const entry = entryOf(draft, code, village.code);
        entry.years[year] = text;
        entry.months[month] ??= { state: usual(definition, month) };
        tell();
      } else {
        enter({ denominator: text });
      }
    }, `${prefix}denominator`);

  /** Keeps what was entered. A figure that is no longer meant stays in its field and does not count. */
  function enter(change) {
    const entry = entryOf(draft, code, village.code);
    entry.months[month] = { state: usual(definition, month), ...entry.months[month], ...change };
    tell();
  }

  function tell() {
    app.changed();
    changed();
    show();
  }

  function show() {
    const { parts, problems } = verdict(app, definition, village, month);
    output.replaceChildren(...parts);
    const isRefused = (member) => String(problems.some(({ path, severity }) => severity === "error" && path.endsWith(member)));
    numerator.control.setAttribute("aria-invalid", isRefused("/numerator"));
    denominator.control.setAttribute("aria-invalid", isRefused("/denominator"));
    target.control.setAttribute("aria-invalid", isRefused("/target"));
    numerator.element.classList.toggle("off", !radios[0].radio.checked);
  }

  const target = figure(say("target"), draft.figures.targets[code], (text) => {
    if (text.trim() === "") delete draft.figures.targets[code];
    else draft.figures.targets[code] = text;
    app.changed();
    show();
  }, `${prefix}target`);
  target.control.inputMode = "decimal";

  show();
  return h("section", { class: "card indicator", "data-indicator": code, "aria-labelledby": title },
    h("h3", { id: title }, name, h("span", { class: "code" }, `${code} · ${lang === "id" ? nameId : lay}`)),
    h("div", { class: "choices", role: "radiogroup", "aria-label": say("choiceOf", { name }) }, radios.map(({ element }) => element)),
    h("div", { class: "pair" }, numerator.element, !isCount && denominator.element),
    output,
    h("details", {}, h("summary", {}, say("target")), target.element, h("p", { class: "hint" }, say("targetHint"))));
}
