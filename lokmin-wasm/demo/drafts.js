// The screen of the drafts: begin, open, delete, take in and take out.

import { button, field, findings, freshId, h, select } from "./dom.js";
import { draftAfter, forumOf, newDraft, newId } from "./draft.js";
import { deliver, draftText, fileName, takeIn } from "./files.js";
import { allDrafts, deleteDraft, writeDraft } from "./store.js";

/** Returns the sample working area, which lies beside the page. */
async function sampleArea() {
  return (await fetch(new URL("sample_area.json", import.meta.url))).json();
}

/** Writes the form of a new draft. */
function startForm(app, drafts) {
  const { say } = app;
  const values = { name: "", from: drafts[0]?.id ?? "" };
  const form = h("form", { class: "step", id: "start", "aria-label": say("start") },
    field({ label: say("draftName"), hint: say("draftNameHint"), say, required: true, id: "draft-name", change: (text) => {
      values.name = text;
    } }),
    select({
      label: say("startFrom"), value: values.from, id: "start-from",
      choices: [...drafts.map(({ id, name }) => [id, say("fromDraft", { name })]), ["", say("fromSample")]],
      change: (id) => {
        values.from = id;
      },
    }),
    h("p", { class: "hint" }, say("fromHint")),
    h("button", { class: "main" }, say("create")));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await app.flush();
    const last = drafts.find(({ id }) => id === values.from);
    const draft = last ? draftAfter(values.name, last) : newDraft(values.name, await sampleArea());
    await writeDraft(draft);
    app.open(draft, "forum");
  });
  return form;
}

/** Writes one saved draft. */
function item(app, draft) {
  const { say, lang } = app;
  const saved = new Intl.DateTimeFormat(lang === "id" ? "id-ID" : "en-GB", { dateStyle: "medium", timeStyle: "short" }).format(new Date(draft.saved));
  const ask = h("div", { role: "alert" });
  const isOpen = app.draft?.id === draft.id;
  return h("li", { class: "card", "data-draft": draft.id },
    h("h3", {}, draft.name),
    h("p", { class: "hint" }, `${draft.area.puskesmas.name} · ${say("savedAt", { time: saved })}`),
    h("div", { class: "row" },
      isOpen ? h("p", { class: "note" }, say("openNow")) : button(say("openDraft"), async () => {
        await app.flush();
        app.open(draft, "forum");
      }),
      button(say("remove"), () => {
        ask.replaceChildren(h("p", {}, say("removeSure", { name: draft.name })), h("div", { class: "row" },
          button(say("removeYes"), async () => {
            await app.flush();
            await deleteDraft(draft.id);
            if (isOpen) app.open(null, "drafts");
            else app.show("drafts");
          }, { class: "danger" }),
          button(say("cancel"), () => ask.replaceChildren(), { class: "quiet" })));
      }, { class: "quiet" })),
    ask);
}

/** Writes the part that takes a file in. */
function importPart(app) {
  const { say } = app;
  const id = freshId();
  const told = h("div", { role: "status", id: "import-told" });
  const input = h("input", { type: "file", id, accept: ".json,.jsonl,application/json" });
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (!file) return;
    await app.flush();
    const { draft, merged, message, problems = [] } = takeIn(await file.text(), file.name, app);
    input.value = "";
    if (merged) app.changed();
    if (draft) {
      const known = (await allDrafts()).some((other) => other.id === draft.id);
      const taken = { ...draft, saved: new Date().toISOString(), ...(known && { id: newId("draft") }) };
      await writeDraft(taken);
      app.message = [h("p", { class: "note" }, message), ...findings(problems, say)];
      app.open(taken, "drafts");
      return;
    }
    told.replaceChildren(...(message ? [h("p", { class: "note" }, message)] : []), ...findings(problems, say));
  });
  told.replaceChildren(...(app.message ?? []));
  app.message = undefined;
  return [
    h("h2", {}, say("bringIn")),
    h("div", { class: "field" }, h("label", { for: id }, say("chooseFile")), h("p", { class: "hint" }, say("bringInHint")), input),
    told,
  ];
}

/** Writes the part that saves or shares. */
function exportPart(app) {
  const { draft, say, lang } = app;
  const told = h("p", { role: "status" });
  const files = {
    takeOutDraft: () => ({ name: fileName(draft, "draf.json"), type: "application/json", text: draftText(draft) }),
    takeOutForum: () => ({ name: fileName(draft, "forum.json"), type: "application/json", text: `${JSON.stringify(forumOf(draft, lang), null, 2)}\n` }),
    takeOutRegister: () => ({ name: fileName(draft, "rtl.jsonl"), type: "application/jsonl", text: draft.register }),
  };
  return [
    h("h2", {}, say("takeOut")),
    h("ul", { class: "plain", id: "export" }, Object.entries(files).map(([key, make]) => h("li", { class: "card", "data-export": key },
      h("h3", {}, say(key)),
      h("div", { class: "row" },
        button(say("download"), () => deliver(make(), "download"), { "aria-label": `${say("download")}: ${say(key)}` }),
        button(say("share"), async () => {
          if ((await deliver(make(), "share")) === "downloaded") told.textContent = say("sharedAsFile");
        }, { "aria-label": `${say("share")}: ${say(key)}` }))))),
    told,
  ];
}

/** Writes the screen. */
export async function draftsScreen(app) {
  const { say } = app;
  await app.flush();
  const drafts = await allDrafts();
  return [
    h("p", { class: "privacy" }, say("private")),
    h("h2", {}, say("yourDrafts")),
    drafts.length === 0 ? h("p", {}, say("noDrafts")) : h("ul", { class: "plain", id: "drafts" }, drafts.map((draft) => item(app, draft))),
    h("h2", {}, say("start")),
    startForm(app, drafts),
    importPart(app),
    app.draft ? exportPart(app) : [],
    h("p", { class: "hint" }, say("sampleNote")),
  ].flat();
}
