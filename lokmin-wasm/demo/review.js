// The screen of the review: the pages that the rules write, shown, printed and saved.

import { fullRules, validate } from "./rules.js";
import { button, findings, h, select } from "./dom.js";
import { dayOf, figuresOf, forumOf, placeOf } from "./draft.js";
import { deliver } from "./files.js";
import { allDrafts } from "./store.js";
import { monthName } from "./words.js";

const PAGES = ["renderReview", "renderVillageReports", "renderFollowUpMatrix"];

/** Returns the events of the register of a draft, as its file has them. */
function eventsOf(draft) {
  return draft.register.split("\n").filter(Boolean).map((line) => {
    const { crc32c: _, ...event } = JSON.parse(line);
    return event;
  });
}

/** Puts the request of the review together; forums of other drafts of the same Puskesmas are those before and after. */
async function requestOf({ draft, lang }, quarter) {
  const others = (await allDrafts()).filter(({ id, area }) => id !== draft.id && area.puskesmas.code === draft.area.puskesmas.code);
  // What another draft has not finished must not keep this one from being shown.
  const finished = others.map((each) => forumOf(each, lang)).filter((forum) => validate("forum", forum, { lang }).ok);
  const { figures, refused } = figuresOf(draft);
  const request = {
    quarter,
    as_of: dayOf(draft),
    working_area: draft.area,
    forums: [forumOf(draft, lang), ...finished],
    events: eventsOf(draft),
    figures,
  };
  return { request, refused };
}

/** Writes the screen. */
export async function reviewScreen(app) {
  const { draft, say, lang } = app;
  const place = placeOf(draft, lang);
  if (!place.ok || !place.value.quarter) return [h("p", {}, say("quarterNeeded")), button(say("next", { screen: say("forum") }), () => app.show("forum"))];
  const rules = await fullRules();
  const { request, refused } = await requestOf(app, place.value.quarter);
  const frame = h("iframe", { title: say("preview"), sandbox: "allow-same-origin allow-modals", id: "page" });
  const found = h("div", {});
  let files = [];

  /** Writes one of the pages into the frame. */
  function write(name) {
    const answer = rules[name](request, { lang, format: "html" });
    files = answer.ok ? answer.value : [];
    frame.hidden = !answer.ok;
    if (answer.ok) frame.srcdoc = files[0].text;
    const { problems } = answer;
    found.replaceChildren(...(answer.ok && problems.length > 0
      ? [h("details", {}, h("summary", {}, say("reviewFindings", { count: problems.length })), ...findings(problems, say))]
      : findings(problems, say)));
  }

  const file = () => ({ name: files[0].name, type: files[0].media_type, text: files[0].text });
  write(PAGES[0]);
  return [
    h("p", {}, `${say("quarter")} ${place.value.quarter} · ${draft.area.puskesmas.name}`),
    select({ label: say("make"), value: PAGES[0], choices: PAGES.map((name) => [name, say(name)]), change: write, id: "which" }),
    h("div", { class: "row" },
      button(say("print"), () => frame.contentWindow.print(), { class: "main", id: "print" }),
      button(say("download"), () => deliver(file(), "download")),
      button(say("share"), () => deliver(file(), "share"))),
    refused.length > 0 && h("div", { class: "finding warning", id: "refused" }, h("div", {}, h("p", {}, say("figuresRefused")),
      h("ul", {}, refused.map(({ definition, name, month, text }) => h("li", {}, [definition, name, month && monthName(lang, month), text].filter(Boolean).join(", ")))))),
    found,
    frame,
  ].filter(Boolean);
}
