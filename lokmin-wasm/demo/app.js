// The shell: which draft is open, which screen is shown, in which language, and when it was saved.

import { init } from "./rules.js";
import { button, h } from "./dom.js";
import { attendanceScreen } from "./attendance.js";
import { draftsScreen } from "./drafts.js";
import { figuresScreen } from "./figures.js";
import { forumScreen } from "./forum.js";
import { watchVersions } from "./offline.js";
import { recommendationsScreen } from "./recommendations.js";
import { reviewScreen } from "./review.js";
import { readDraft, recover, Saver } from "./store.js";
import { words } from "./words.js";

const SCREENS = {
  drafts: draftsScreen,
  forum: forumScreen,
  attendance: attendanceScreen,
  figures: figuresScreen,
  recommendations: recommendationsScreen,
  review: reviewScreen,
};

const head = document.getElementById("head");
const main = document.getElementById("isi");
const savedAt = h("p", { class: "saved" });

/** What every screen is given. */
const app = {
  draft: null,
  lang: localStorage.getItem("lokmin.lang") === "en" ? "en" : "id",
  say: (key, values) => words(app.lang, key, values),
  /** Takes note that the draft has changed. */
  changed: () => saver.changed(app.draft),
  /** Writes what has changed, and waits for it. */
  flush: () => saver.flush(),
  show,
  open,
};

const saver = new Saver((state, draft) => {
  savedAt.dataset.state = state;
  tellSaved(draft, state);
});

/** Says when the draft was saved last. */
function tellSaved(draft, state) {
  const time = draft?.saved && new Intl.DateTimeFormat(app.lang === "id" ? "id-ID" : "en-GB", { hour: "2-digit", minute: "2-digit" })
    .format(new Date(draft.saved));
  savedAt.textContent = !draft ? "" : state === "saving" ? app.say("saving") : state === "failed" ? app.say("notSaved") : app.say("savedAt", { time });
}

/** Opens a draft, and says where to go. */
function open(draft, screen) {
  app.draft = draft;
  if (draft) localStorage.setItem("lokmin.draft", draft.id);
  else localStorage.removeItem("lokmin.draft");
  tellSaved(draft, "saved");
  show(screen);
}

/** Shows a screen; its address keeps it over a reload. */
function show(screen) {
  if (location.hash === `#${screen}`) return render();
  location.hash = screen;
  return undefined;
}

function current() {
  const screen = location.hash.slice(1);
  return app.draft && Object.hasOwn(SCREENS, screen) ? screen : "drafts";
}

/** Returns what stands on a screen; without a network, the full build of the rules may be missing. */
async function contentOf(screen) {
  try {
    return await SCREENS[screen](app);
  } catch (error) {
    return [h("p", { class: "note", role: "alert" }, app.say("notLoaded")), h("pre", {}, String(error))];
  }
}

/** Writes the head and the screen. */
async function render({ focus = true } = {}) {
  const screen = current();
  const { say } = app;
  document.documentElement.lang = app.lang;
  document.title = `${say(screen)} · Lokmin`;
  document.getElementById("skip").textContent = say("skip");
  const language = button(app.lang === "id" ? "English" : "Bahasa Indonesia", () => {
    app.lang = app.lang === "id" ? "en" : "id";
    localStorage.setItem("lokmin.lang", app.lang);
    tellSaved(app.draft, savedAt.dataset.state);
    render({ focus: false }).then(() => document.getElementById("language").focus());
  }, { id: "language", lang: app.lang === "id" ? "en" : "id", class: "plain" });
  head.replaceChildren(
    h("div", { class: "bar" },
      h("p", { class: "brand" }, h("strong", {}, "Lokmin"), h("span", {}, app.draft?.name ?? say("tagline"))), language),
    h("nav", { "aria-label": say("screens") }, Object.keys(SCREENS).filter((name) => app.draft || name === "drafts").map((name) =>
      h("a", { href: `#${name}`, "aria-current": name === screen && "page" }, say(name)))),
    savedAt,
  );
  main.setAttribute("aria-busy", "true");
  const wait = setTimeout(() => main.replaceChildren(h("p", { role: "status" }, say("loading"))), 200);
  const content = await contentOf(screen);
  clearTimeout(wait);
  if (screen !== current()) return;
  main.replaceChildren(h("h1", { tabindex: "-1" }, say(`${screen}Title`)), ...content, h("footer", {}, h("p", {}, say("private"))));
  main.removeAttribute("aria-busy");
  if (focus) {
    scrollTo(0, 0);
    main.querySelector("h1").focus({ preventScroll: true });
  }
}

document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener("hashchange", async () => {
  await saver.flush();
  render();
});

try {
  await Promise.all([init(), recover()]);
  const last = localStorage.getItem("lokmin.draft");
  app.draft = (last && (await readDraft(last))) ?? null;
  tellSaved(app.draft, "saved");
  await render({ focus: false });
} catch (error) {
  main.replaceChildren(h("h1", {}, app.say("failed")), h("p", {}, app.say("failedWhy")), h("pre", {}, String(error)));
}
watchVersions(app, head);
