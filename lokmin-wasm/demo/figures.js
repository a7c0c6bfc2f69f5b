// The screen of the village figures: one village and one group of indicators at a time.

import { fullRules, monthFacts } from "./rules.js";
import { button, h, select } from "./dom.js";
import { monthOf, today } from "./draft.js";
import { indicatorCard } from "./indicator.js";
import { monthName } from "./words.js";

/** What a village is asked for together: codes of the catalogue. Which are asked is a choice of this page. */
const GROUPS = {
  mother: ["K1", "K6", "PF", "KFL"],
  newborn: ["KNL", "IMD", "BBLR"],
  immunisation: ["IDL", "IBDL"],
  nutrition: ["SKDN-DS", "STUNT", "ASIEKS", "VITA"],
  adult: ["PROD", "LANS", "IVA"],
  environment: ["JAMBAN", "ABJ"],
};

/** Returns the months that can be chosen: those of the year shown, and of the years beside it. */
function months(month, lang) {
  const { year } = monthFacts(month).value;
  return [year - 1, year, year + 1].flatMap((each) =>
    Array.from({ length: 12 }, (_, index) => `${each}-${String(index + 1).padStart(2, "0")}`))
    .filter((each) => each <= today().slice(0, 7) || each === month)
    .map((each) => [each, monthName(lang, each)]);
}

/** Whether somebody has said something of a village in a group and month. */
function isFilled(draft, group, village, month) {
  return GROUPS[group].some((code) => draft.figures.entries[code]?.[village]?.months?.[month]);
}

/** Writes the screen. */
export async function figuresScreen(app) {
  const { draft, say, lang } = app;
  const villages = draft.area.villages ?? [];
  if (villages.length === 0) return [h("p", {}, say("noVillages"))];
  // Names and kinds of indicators are in the full build only.
  const { indicator } = await fullRules();
  const { figures } = draft;
  figures.month ??= monthOf(draft);
  figures.group ??= "mother";
  figures.village ??= villages[0].code;
  const title = h("h2", { id: "village", tabindex: "-1" });
  const counted = h("p", { class: "hint" });
  const cards = h("div", { class: "cards" });
  const told = h("p", { role: "status", class: "note" });
  const controls = h("div", { class: "row" });
  const jump = h("div", {});

  const place = () => Math.max(0, villages.findIndex(({ code }) => code === figures.village));
  const filledCount = () => villages.filter(({ code }) => isFilled(draft, figures.group, code, figures.month)).length;

  /** Writes the village that is shown. */
  function show() {
    const index = place();
    const { code, name } = villages[index];
    title.replaceChildren(h("span", { class: "quiet" }, say("villageOf", { place: index + 1, of: villages.length })), " ", name);
    cards.replaceChildren(...GROUPS[figures.group].map((each) => {
      const definition = indicator({ code: each }, { lang });
      return indicatorCard(app, { definition: definition.value, village: villages[index], month: figures.month, changed: count });
    }));
    jump.replaceChildren(select({
      label: say("goTo"), value: code, id: "jump", change: go,
      choices: villages.map((village) => [village.code,
        isFilled(draft, figures.group, village.code, figures.month) ? `${village.name} ✓ ${say("done")}` : village.name]),
    }));
    controls.replaceChildren(
      button(say("previousVillage"), () => go(villages[index - 1].code), { disabled: index === 0 }),
      button(say(index + 1 < villages.length ? "nextVillage" : "lastVillage"), async () => {
        await app.flush();
        if (index + 1 < villages.length) go(villages[index + 1].code);
        else told.textContent = say("groupDone", { of: villages.length });
      }, { class: "main", id: "next-village" }));
    count();
  }

  /** Says how many villages are filled in. */
  function count() {
    counted.textContent = `${filledCount()} / ${villages.length} ${say("done")}`;
  }

  /** Goes to a village. */
  function go(code) {
    figures.village = code;
    told.textContent = "";
    app.changed();
    show();
    title.scrollIntoView({ block: "start" });
    title.focus({ preventScroll: true });
  }

  /** Takes over another month or group. */
  const choose = (name) => (value) => {
    figures[name] = value;
    app.changed();
    show();
  };

  show();
  return [
    h("div", { class: "pair" },
      select({ label: say("month"), value: figures.month, choices: months(figures.month, lang), change: choose("month"), id: "month" }),
      select({ label: say("group"), value: figures.group, choices: Object.keys(GROUPS).map((group) => [group, say(group)]), change: choose("group"), id: "group" })),
    title, counted, cards, controls, told, jump,
    button(say("next", { screen: say("recommendations") }), () => app.show("recommendations")),
  ];
}
