// The screen of the recommendations: what the next agenda must contain, where each one stands, and what can be done now.

import { nextState, parseDate, transitions } from "./rules.js";
import { button, field, findings, h, mark } from "./dom.js";
import { dayOf, forumOf, newId, placeOf, today, withRegister } from "./draft.js";
import { sectorName } from "./sectors.js";
import { proposalForm, stepForm } from "./step.js";
import { day } from "./words.js";

const MISSING = { owners: "missingOwners", due: "missingDue", person: "missingPerson", measure: "missingMeasure" };

/** Returns what the lifecycle calls states and steps. */
export function terms(lang) {
  const { states, steps } = transitions({ lang }).value;
  const of = (list, key) => Object.fromEntries(list.map((each) => [each[key], each[lang]]));
  return { state: of(states, "state"), step: of(steps, "step"), steps };
}

/** Says where a recommendation stands. */
function facts(item, { say, lang }, term) {
  return [
    h("p", { class: `state ${item.public_status ?? ""}` }, mark(item.overdue_days ? "warn" : item.public_status === "finished" ? "good" : "none"), ` ${term.state[item.state]}`,
      item.due && ` · ${say("dueIs", { date: day(lang, item.due) })}`),
    item.overdue_days && h("p", { class: "finding warning" }, mark("warn"), h("span", {}, say("overdueDays", { count: item.overdue_days }))),
    item.waiting_days !== null && item.state === "escalated" && h("p", {}, say("waitingDays", { count: item.waiting_days })),
    item.owners.length > 0 && h("p", {}, `${say("owners")}: ${item.owners.map(({ sector, office, person }) => [sectorName(sector, lang), office, person].filter(Boolean).join(", ")).join("; ")}`),
    item.missing.length > 0 && h("p", { class: "note" }, say("missing", { names: item.missing.map((name) => say(MISSING[name])).join(", ") })),
    item.times_carried > 0 && h("p", {}, say("carried", { count: item.times_carried })),
  ].filter(Boolean);
}

/** Says why the steps that are not offered are not possible, in the words of the rules. */
function whyNot(item, { lang, say }, term) {
  const others = term.steps.map(({ step }) => step).filter((step) => step !== "propose" && !item.legal_steps.includes(step));
  return h("details", {},
    h("summary", {}, say("whyNot")),
    h("ul", {}, others.map((step) => {
      const asked = nextState({ state: item.state, step, ...(step === "reply" && { outcome: "noted" }) }, { lang });
      return h("li", { "data-step": step }, h("strong", {}, term.step[step]), `: ${asked.problems.map(({ message }) => message).join("; ")}`);
    })));
}

/** Writes one recommendation with the steps that are legal now. */
function card(app, item, events, term, again) {
  const { say, lang } = app;
  const place = h("div", {});
  const steps = item.legal_steps.map((step) => button(term.step[step], () => {
    const form = stepForm(app, item, term.steps.find((each) => each.step === step), term, events.length, again);
    place.replaceChildren(form);
    form.querySelector("input, select, textarea").focus();
  }, { "data-step": step }));
  return h("li", { class: "card", "data-recommendation": item.recommendation },
    h("h3", { tabindex: "-1" }, item.action),
    facts(item, app, term),
    h("p", { class: "label" }, say("whatNow")),
    h("div", { class: "row steps" }, steps),
    place,
    whyNot(item, app, term),
    h("details", {}, h("summary", {}, say("history")),
      h("ol", {}, events.map((event) => h("li", {}, `${day(lang, event.on)}: ${term.step[event.kind]}`, event.reason && ` (${event.reason})`, event.text && `: ${event.text}`)))));
}

/** Takes what is open over into the forum of the draft. */
function carry(app, told, again) {
  const { draft, say, lang } = app;
  const forum = forumOf(draft, lang);
  if (!forum.held_on) return told.replaceChildren(h("p", {}, say("carryNeedsDate")));
  const done = withRegister(draft, (register) => {
    const answer = register.carryOver({ forum: forum.id, on: forum.held_on, id_prefix: `${newId("carry")}-` }, { lang });
    if (answer.ok) draft.register = register.toText();
    return answer;
  });
  if (done.ok) {
    app.changed();
    return again(say("carriedCount", { count: done.value.recommendations.length }));
  }
  return told.replaceChildren(...findings(done.problems, say));
}

/** Writes the screen. */
export function recommendationsScreen(app) {
  const { draft, say, lang } = app;
  const term = terms(lang);
  const told = h("div", { role: "status", id: "told" });
  const agenda = h("div", { id: "agenda" });
  const list = h("ul", { class: "plain", id: "recommendations" });

  /** Writes what the register says now; `message` is what has just happened, `about` what it happened to. */
  function show(message, about) {
    const asOf = dayOf(draft);
    const { items, agendaItems, problems, events } = withRegister(draft, (register) => {
      const found = register.describe({ lang }).problems;
      const all = register.followUp({ as_of: asOf }, { lang });
      const next = register.agenda({ as_of: asOf }, { lang });
      return {
        problems: found,
        items: all.ok ? all.value : [],
        agendaItems: next.ok ? next.value : [],
        events: Object.fromEntries((all.ok ? all.value : []).map(({ recommendation }) => [recommendation, register.events(recommendation).value])),
      };
    });
    told.replaceChildren(...(message ? [h("p", { class: "note" }, message)] : []), ...findings(problems, say));
    agenda.replaceChildren(agendaItems.length === 0 ? h("p", {}, say("agendaEmpty")) : h("ol", {}, agendaItems.map(({ recommendation, action, reasons, overdue_days: days }) =>
      h("li", { "data-agenda": recommendation }, action, h("span", { class: "reasons" }, ` (${reasons.map((reason) => reason === "overdue" ? say("overdueDays", { count: days }) : say(reason)).join(", ")})`)))));
    list.replaceChildren(...(items.length === 0 ? [h("li", {}, say("none"))] : items.map((item) => card(app, item, events[item.recommendation], term, show))));
    if (about) list.querySelector(`[data-recommendation="${CSS.escape(about)}"] h3`)?.focus();
  }

  const seen = field({
    label: say("seenOn"), hint: say("todayIs", { date: day(lang, today()) }), value: draft.asOf, say, id: "as-of",
    read: (text) => {
      const read = parseDate(text, { lang });
      return { text: read.ok ? day(lang, read.value.date) : "", problems: read.problems };
    },
    change: (text) => {
      draft.asOf = text;
      app.changed();
      show();
    },
  });
  const place = placeOf(draft, lang);
  show();
  return [
    seen,
    h("h2", {}, say("agenda")), agenda,
    button(say("carryAll"), () => carry(app, told, show)),
    told,
    h("details", { open: draft.register === "" }, h("summary", {}, say("propose")), proposalForm(app, place.ok ? place.value.quarter : null)),
    h("h2", {}, say("all")), list,
    button(say("next", { screen: say("review") }), () => app.show("review"), { class: "main" }),
  ];
}
