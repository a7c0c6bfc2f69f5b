// The forms of what happens to a recommendation. Which members a step needs and may have, the lifecycle says.

import { parseDate } from "./rules.js";
import { button, field, findings, freshId, h, select } from "./dom.js";
import { dayFirst, dayOf, forumOf, newId, readFigure, withRegister } from "./draft.js";
import { sectorChoices } from "./sectors.js";
import { day } from "./words.js";

const ADDRESSEES = ["dinkes", "tpcb", "musrenbang_kecamatan", "musrenbang_desa", "desa", "kecamatan", "district_office", "other"];
const OUTCOMES = ["supported", "taken_over", "refused", "noted"];

/** A day as people write it; it is kept as the rules read it, else as it was typed, and then they refuse it. */
function dateField(app, label, values, member, value = "") {
  const { say, lang } = app;
  const keep = (text) => {
    const read = parseDate(text, { lang });
    values[member] = text.trim() === "" ? undefined : read.ok ? read.value.date : text;
  };
  if (value) keep(value);
  return field({
    label, value, say, change: keep, "data-member": member, hint: say("dateHint"),
    read: (text) => {
      const read = parseDate(text, { lang });
      return { text: read.ok ? day(lang, read.value.date) : "", problems: read.problems };
    },
  });
}

/** A text. */
function textField({ say }, label, values, member, attributes = {}) {
  return field({ label, say, "data-member": member, ...attributes, change: (text) => {
    values[member] = text.trim() === "" ? undefined : text.trim();
  } });
}

/** A choice of words. */
function choiceField(label, values, member, choices) {
  return select({ label, choices, "data-member": member, change: (value) => {
    values[member] = value || undefined;
  } });
}

/** Who owns a recommendation: one row each. */
function ownersField({ say, lang }, values) {
  const owners = [];
  const rows = h("div", {});
  const keep = () => {
    const named = owners.filter(({ sector }) => sector);
    values.owners = named.length > 0 ? named : undefined;
  };
  const add = () => {
    const owner = {};
    owners.push(owner);
    const part = (member) => (text) => {
      owner[member] = text.trim() === "" ? undefined : text.trim();
      keep();
    };
    rows.append(h("fieldset", {}, h("legend", {}, say("ownerRow", { count: owners.length })),
      select({ label: say("sector"), choices: sectorChoices(lang, say("choose")).filter(([code]) => code !== "other"), change: part("sector"), "data-member": "sector" }),
      h("div", { class: "pair" },
        field({ label: say("office"), say, change: part("office"), "data-member": "office" }),
        field({ label: say("personName"), say, change: part("person"), "data-member": "person" }))));
  };
  add();
  return h("div", {}, rows, button(say("addOwner"), add, { class: "quiet" }));
}

/** Returns the field of a member of an event. */
function memberField(app, member, values, item) {
  const { draft, say, lang } = app;
  switch (member) {
    case "owners":
      return ownersField(app, values);
    case "due":
      return dateField(app, say("dueDate"), values, "due");
    case "until":
      return dateField(app, say("until"), values, "until");
    case "sector":
      return choiceField(say("sector"), values, "sector", sectorChoices(lang, say("choose")));
    case "to":
      return choiceField(say("to"), values, "to", [["", say("choose")], ...ADDRESSEES.map((code) => [code, say(code)])]);
    case "outcome":
      return choiceField(say("outcome"), values, "outcome", [["", say("choose")], ...OUTCOMES.map((code) => [code, say(code)])]);
    case "forum":
      values.forum = forumOf(draft, lang).id;
      return h("p", { class: "hint" }, `${say("forum")}: ${draft.name}`);
    case "by_recommendation": {
      const others = withRegister(draft, (register) => register.followUp({ as_of: dayOf(draft) }).value)
        .filter(({ recommendation }) => recommendation !== item.recommendation);
      return choiceField(say("by_recommendation"), values, "by_recommendation", [["", say("choose")], ...others.map((each) => [each.recommendation, each.action])]);
    }
    case "evidence":
      return field({ label: say("evidence"), long: true, say, "data-member": "evidence", change: (text) => {
        const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
        values.evidence = lines.length > 0 ? lines : undefined;
      } });
    case "villages": {
      const part = (name) => (text) => {
        const count = readFigure(text);
        values.villages = { ...values.villages, [name]: count ?? undefined };
        if (Object.values(values.villages).every((value) => value === undefined)) values.villages = undefined;
      };
      return h("div", { class: "pair" },
        field({ label: say("progressDone"), say, inputmode: "numeric", change: part("done"), "data-member": "done" }),
        field({ label: say("progressOf"), say, inputmode: "numeric", change: part("of"), "data-member": "of" }));
    }
    default:
      return textField(app, say(member), values, member);
  }
}

/** Adds an event to the register of the draft. What the rules refuse changes nothing. */
function record(app, event, out, done) {
  const { draft, say, lang } = app;
  const answer = withRegister(draft, (register) => {
    const applied = register.apply(event, { lang });
    if (applied.ok) draft.register = register.toText();
    return applied;
  });
  if (answer.ok) {
    app.changed();
    done(answer.value.state, answer.problems);
  } else {
    out.replaceChildren(...findings(answer.problems, say));
    out.focus();
  }
}

/** Writes the form of a step. */
export function stepForm(app, item, { step, needs, takes }, term, seq, again) {
  const { say } = app;
  const values = {};
  const out = h("div", { role: "alert", tabindex: "-1" });
  const title = freshId();
  const form = h("form", { class: "step", "aria-labelledby": title, "data-step": step },
    h("h4", { id: title }, term.step[step]),
    dateField(app, say("onDay"), values, "on", dayFirst(dayOf(app.draft))),
    [...needs, ...takes].map((member) => memberField(app, member, values, item)),
    textField(app, say("text"), values, "text"),
    out,
    h("div", { class: "row" }, h("button", { class: "main" }, say("record")), button(say("cancel"), () => form.remove(), { class: "quiet" })));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const entry = { schema: "lokmin.event/1", id: newId("event"), recommendation: item.recommendation, seq, kind: step, ...values };
    record(app, entry, out, (state) => again(say("recorded", { state: term.state[state] }), item.recommendation));
  });
  return form;
}

/** Writes the form of a new recommendation. */
export function proposalForm(app, quarter) {
  const { draft, say, lang } = app;
  const content = {};
  const values = {};
  const forum = forumOf(draft, lang);
  const out = h("div", { role: "alert", tabindex: "-1" });
  const villages = (draft.area.villages ?? []).map(({ code, name }) => {
    const id = freshId();
    return h("div", { class: "check" }, h("input", { type: "checkbox", id, value: code }), h("label", { for: id }, name));
  });
  const form = h("form", { class: "step", id: "proposal", "aria-label": say("propose") },
    textField(app, say("action"), content, "action", { long: true, lines: 2 }),
    textField(app, say("problem"), content, "problem"),
    h("details", {}, h("summary", {}, say("villagesMeant")), h("div", { class: "ticks" }, villages)),
    dateField(app, say("on"), values, "on", dayFirst(forum.held_on ?? dayOf(draft))),
    out,
    h("button", { class: "main" }, say("proposeDo")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const codes = [...form.querySelectorAll("input[type=checkbox]:checked")].map((box) => box.value);
    const { code, name } = draft.area.puskesmas;
    const recommendation = newId("r");
    const entry = {
      schema: "lokmin.event/1", id: newId("event"), recommendation, seq: 0, kind: "propose", ...values,
      content: {
        ...content, puskesmas: [code ?? name], forum: forum.id, ...(quarter && { quarter }), ...(codes.length > 0 && { villages: { codes } }),
      },
    };
    record(app, entry, out, () => app.show("recommendations"));
  });
  return form;
}
