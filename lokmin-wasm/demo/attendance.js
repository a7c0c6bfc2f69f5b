// The screen of the attendance: who came, as written and as understood, and the village heads.

import { recogniseSector, sectorCoverage } from "./rules.js";
import { button, field, findings, freshId, h, mark, select, toggles } from "./dom.js";
import { forumOf, newId } from "./draft.js";
import { sectorChoices, sectorName } from "./sectors.js";

/** Says what was understood of a line. */
function understanding(person, { lang, say }) {
  const read = recogniseSector(person.text, { lang });
  if (!read.ok) return { text: say("notRecognised"), problems: read.problems };
  const { code, sectors, capacity, principal, name } = read.value;
  const parts = [
    code ? say("understoodAs", { sector: sectorName(code, lang) }) : say("notRecognised"),
    ...new Set(sectors.filter(({ office }) => office).map(({ office }) => say("officeIs", { office }))),
    principal && say("standsFor", { principal: principal.written }),
    capacity !== "official" && capacity !== "representing" && say("acting", { capacity: `${capacity[0].toUpperCase()}${capacity.slice(1)}.` }),
    name && say("nameIs", { name }),
    person.sector && say("corrected", { sector: sectorName(person.sector, lang) }),
  ];
  return { text: parts.filter(Boolean).join("; "), problems: person.sector ? [] : read.problems, isKnown: Boolean(person.sector ?? code) };
}

/** Writes one row of the list. */
function row(app, person, update, remove) {
  const { draft, say, lang } = app;
  const understood = h("div", { class: "understood", "aria-live": "polite" });
  const show = () => {
    const { text, problems, isKnown } = understanding(person, app);
    understood.replaceChildren(h("p", {}, mark(isKnown ? "good" : "warn"), text), ...findings(problems, say));
  };
  const change = (name) => (value) => {
    person[name] = value || undefined;
    if (name === "text") person.row = undefined;
    app.changed();
    show();
    update();
  };
  const who = h("div", {}, field({ label: say("who"), hint: say("whoHint"), value: person.standIn, change: change("standIn"), say }));
  who.hidden = person.presence !== "stand_in";
  show();
  const villages = (draft.area.villages ?? []).map(({ code, name }) => [code, name]);
  return h("li", { class: "card", "data-row": person.id },
    h("p", { class: "written" }, person.text),
    understood,
    toggles({
      label: person.text, value: person.presence,
      choices: [["present", say("present"), "good"], ["stand_in", say("stand_in"), "up"], ["absent", say("absent"), "bad"]],
      change: (value) => {
        who.hidden = value !== "stand_in";
        change("presence")(value);
      },
    }),
    who,
    h("details", {},
      h("summary", {}, say("correct")),
      field({ label: say("written"), value: person.text, say, change: change("text") }),
      select({ label: say("sector"), value: person.sector, choices: sectorChoices(lang, say("sectorAsRead")).filter(([code]) => code !== "other"), change: change("sector") }),
      select({ label: say("village"), value: person.village, choices: [["", say("villageNone")], ...villages], change: change("village") }),
      select({
        label: say("rowIs"), value: person.mention, change: change("mention"),
        choices: [["", say("mentionAsRead")], ...["person", "institution", "collective"].map((kind) => [kind, say(kind)])],
      }),
      button(say("takeAway"), remove, { class: "quiet" })));
}

/** Writes the village heads: one tap each. */
function heads(app, update) {
  const { draft, say } = app;
  const villages = draft.area.villages ?? [];
  const count = h("p", { class: "note", id: "heads-count", "aria-live": "polite" });
  const tell = () => {
    const marked = villages.filter(({ code }) => draft.heads[code]?.presence).length;
    count.textContent = say("headsCount", { marked, of: villages.length });
  };
  tell();
  const rows = villages.map(({ code, name }) => {
    const who = h("div", {}, field({
      label: say("who"), hint: say("whoHint"), value: draft.heads[code]?.standIn, say,
      change: (text) => {
        draft.heads[code] = { ...draft.heads[code], standIn: text };
        app.changed();
        update();
      },
    }));
    who.hidden = draft.heads[code]?.presence !== "stand_in";
    return h("li", { class: "head", "data-village": code },
      h("p", { class: "name" }, name),
      toggles({
        label: name, value: draft.heads[code]?.presence,
        choices: [["present", say("present"), "good"], ["stand_in", say("stand_in"), "up"], ["absent", say("absent"), "bad"]],
        change: (presence) => {
          draft.heads[code] = { ...draft.heads[code], presence };
          who.hidden = presence !== "stand_in";
          app.changed();
          tell();
          update();
        },
      }),
      who);
  });
  return [h("h2", {}, say("heads")), h("p", { class: "hint" }, say("headsHint")), count, h("ul", { class: "plain heads" }, rows)];
}

/** Says who took part, as the rules read the record. */
function coverage({ draft, say, lang }) {
  const asked = sectorCoverage({ forum: forumOf(draft, lang), working_area: draft.area }, { lang });
  if (!asked.ok) return findings(asked.problems, say);
  const { requirements, villages, heads: count, unrecognised } = asked.value;
  const names = (codes) => codes.map((code) => draft.area.villages.find((village) => village.code === code)?.name ?? code).join(", ");
  const marked = [...draft.people, ...Object.values(draft.heads)].filter(({ presence }) => presence === "absent").length;
  const shapes = { present: "good", stand_in: "up", absent: "bad", not_invited: "none", not_mentioned: "none" };
  return [
    h("table", {},
      h("thead", {}, h("tr", {}, ["requirement", "status", "by"].map((key) => h("th", { scope: "col" }, say(key))))),
      h("tbody", {}, requirements.map(({ any_of: codes, name, status, by }) => h("tr", { "data-sector": codes.join(" ") },
        h("th", { scope: "row" }, name ?? codes.map((code) => sectorName(code, lang)).join(" / ")),
        h("td", { class: "status" }, mark(shapes[status]), ` ${say(status).toLowerCase()}`),
        h("td", {}, by.map(({ who }) => who).join("; ")))))),
    villages.of !== null && h("p", { id: "villages" }, say("villagesPresent", { count: villages.present.length, of: villages.of })),
    villages.absent.length > 0 && h("p", {}, say("villagesAbsent", { names: names(villages.absent) })),
    villages.not_mentioned.length > 0 && h("p", {}, say("villagesSilent", { names: names(villages.not_mentioned) })),
    marked > 0 && !draft.listComplete && h("p", { class: "note" }, say("absentOnlyIfComplete", { count: marked })),
    h("p", {}, say("headCount", { heads: count })),
    unrecognised.length > 0 && h("p", {}, say("unrecognisedCount", { count: unrecognised.length })),
  ].filter(Boolean);
}

/** Writes the screen. */
export function attendanceScreen(app) {
  const { draft, say } = app;
  const list = h("ul", { class: "plain", id: "people" });
  const covered = h("div", { id: "coverage" });
  const told = h("p", { role: "status" });
  const update = () => covered.replaceChildren(...coverage(app));
  const rows = () => {
    list.replaceChildren(...draft.people.map((person) => row(app, person, update, () => {
      draft.people = draft.people.filter((other) => other !== person);
      app.changed();
      rows();
      update();
      document.getElementById("people-title").focus();
    })));
  };
  const paste = field({ label: say("paste"), hint: say("pasteHint"), long: true, lines: 6, say });
  const add = button(say("addLines"), () => {
    const text = paste.querySelector("textarea");
    const lines = text.value.split("\n").map((line) => line.trim()).filter(Boolean);
    draft.people.push(...lines.map((line) => ({ id: newId("row"), text: line, presence: "present" })));
    text.value = "";
    if (lines.length > 0) app.changed();
    rows();
    update();
    told.textContent = say("linesAdded", { count: lines.length });
  }, { class: "main" });
  const complete = h("input", { type: "checkbox", id: freshId(), checked: draft.listComplete });
  complete.addEventListener("change", () => {
    draft.listComplete = complete.checked;
    app.changed();
    update();
  });
  rows();
  update();
  return [
    paste, add, told,
    h("h2", { id: "people-title", tabindex: "-1" }, say("listed")),
    draft.people.some(({ presence }) => !presence) && h("p", { class: "note" }, `${say("fromLast")}. ${say("fromLastHint")}`),
    list,
    heads(app, update),
    h("h2", {}, say("coverage")),
    h("div", { class: "check" }, complete, h("label", { for: complete.id }, say("complete"))),
    h("p", { class: "hint" }, say("completeHint")),
    covered,
    button(say("next", { screen: say("figures") }), () => app.show("figures"), { class: "main" }),
  ].flat().filter(Boolean);
}
