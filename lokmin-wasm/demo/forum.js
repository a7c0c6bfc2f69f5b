// The screen of the forum: when, where, and which quarter it counts for.

import { parseDate, parseQuarter, parseTime, validate } from "./rules.js";
import { button, field, findings, h } from "./dom.js";
import { forumOf, placeOf } from "./draft.js";
import { day } from "./words.js";

/** Writes the screen. */
export function forumScreen(app) {
  const { draft, say, lang } = app;
  const place = h("p", { class: "note", id: "place", "aria-live": "polite" });
  const check = h("div", { id: "check" });

  /** Shows what the rules make of the whole record. */
  function update() {
    const placed = placeOf(draft, lang);
    place.textContent = placed.ok && placed.value.quarter
      ? say("quarterIs", { quarter: placed.value.quarter, status: placed.value.status ? say(placed.value.status) : "–" })
      : say("quarterUnknown");
    const checked = validate("forum", forumOf(draft, lang), { lang });
    const found = [...placed.problems, ...checked.problems];
    check.replaceChildren(...(found.length > 0 ? findings(found, say) : [h("p", {}, say("recordFine"))]));
  }

  /** Makes a field of the draft. */
  function input(name, read, more = {}) {
    return field({
      label: say(name), hint: more.hint && say(more.hint), value: draft[name], read, say, id: `forum-${name}`,
      change: (text) => {
        draft[name] = text;
        app.changed();
        update();
      },
    });
  }

  update();
  return [
    h("p", {}, `${say("area")}: ${draft.area.puskesmas.name}, ${say("villagesCount", { count: draft.area.villages?.length ?? 0 })}`),
    input("date", (text) => {
      const read = parseDate(text, { lang });
      return { text: read.ok ? day(lang, read.value.date) : "", problems: read.problems };
    }, { hint: "dateHint" }),
    input("time", (text) => {
      const read = parseTime(text, { lang });
      return { text: read.ok ? [read.value.start, read.value.end, read.value.zone].filter(Boolean).join(" ") : "", problems: read.problems };
    }, { hint: "timeHint" }),
    input("label", (text) => {
      const date = parseDate(draft.date, { lang });
      const read = parseQuarter(text, { lang, on: date.ok ? date.value.date : undefined });
      return { text: read.ok ? read.value.quarter : "", problems: read.problems };
    }, { hint: "labelHint" }),
    place,
    input("venue"),
    input("theme"),
    h("h2", {}, say("recordCheck")),
    check,
    button(say("next", { screen: say("attendance") }), () => app.show("attendance"), { class: "main" }),
  ];
}
