// Files in and out: what is saved, shared and taken in.

import { Register, validate } from "./rules.js";
import { h } from "./dom.js";
import { draftOfForum, newDraft, withRegister } from "./draft.js";

const DRAFT = "lokmin.demo_draft/1";

/** Shares a file where the device can do that, else saves it; says whether it was shared. */
export async function deliver({ name, type, text }, way) {
  if (way === "share" && navigator.canShare) {
    const shared = new File([text], name, { type });
    if (navigator.canShare({ files: [shared] })) {
      try {
        await navigator.share({ files: [shared], title: name });
        return "shared";
      } catch (error) {
        // Whoever has called it off wants no file either.
        if (error.name === "AbortError") return "cancelled";
      }
    }
  }
  const address = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return "downloaded";
}

/** Returns a name that every file system takes. */
export function fileName(draft, ending) {
  const name = draft.name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, "-").replaceAll(/^-|-$/gu, "");
  return `${name || "lokmin"}-${ending}`;
}

/** Writes a whole draft. */
export function draftText(draft) {
  return `${JSON.stringify({ schema: DRAFT, draft }, null, 2)}\n`;
}

/** Returns a document, or undefined where the text is no JSON. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a value is an object with the members of a draft, each of its kind. */
function isDraft(value, pattern) {
  return value !== null && typeof value === "object" && Object.entries(pattern).every(([key, member]) =>
    member === undefined || (typeof value[key] === typeof member && Array.isArray(value[key]) === Array.isArray(member)));
}

/**
 * Takes the text of a file in: a draft, a working area, a forum record, or a register.
 *
 * Answers `{draft}` or `{draft, message}` for a draft to open, `{merged}` for the open one, or `{problems}`.
 */
export function takeIn(text, name, { draft, lang, say }) {
  const document = parsed(text);
  const title = name.replace(/\.\w+$/u, "");
  switch (document?.schema) {
    case DRAFT: {
      const pattern = newDraft("", document.draft?.area ?? {});
      const area = validate("working_area", document.draft?.area ?? {}, { lang });
      if (!isDraft(document.draft, pattern)) return { message: say("notUnderstood") };
      return area.ok ? { draft: document.draft, message: say("draftTaken", { name: document.draft.name }) } : { problems: area.problems };
    }
    case "lokmin.working_area/1": {
      const read = validate("working_area", document, { lang });
      if (!read.ok) return { problems: read.problems };
      const count = read.value.villages?.length ?? 0;
      const area = read.value.puskesmas.name;
      return { draft: newDraft(area, read.value), problems: read.problems, message: say("areaTaken", { name: area, count }) };
    }
    case "lokmin.forum/1": {
      const read = validate("forum", document, { lang });
      if (!read.ok) return { problems: read.problems };
      const puskesmas = read.value.puskesmas?.[0] ?? { name: title };
      const isSame = draft && (draft.area.puskesmas.code ?? draft.area.puskesmas.name) === (puskesmas.code ?? puskesmas.name);
      const area = isSame ? draft.area : { schema: "lokmin.working_area/1", puskesmas, year: new Date().getFullYear(), villages: [] };
      return { draft: draftOfForum(title, read.value, area), problems: read.problems, message: say("forumTaken") };
    }
    default:
      return takeRegister(text, document, { draft, lang, say });
  }
}

/** Merges a register into the open draft. */
function takeRegister(text, document, { draft, lang, say }) {
  if (document !== undefined && document?.schema !== "lokmin.event/1") return { message: say("notUnderstood") };
  const other = new Register(text);
  try {
    const held = other.describe({ lang });
    if (!held.ok || held.value.events === 0) return { message: say("notUnderstood"), problems: held.problems };
    if (!draft) return { message: say("registerNeedsDraft") };
    return withRegister(draft, (register) => {
      const merged = register.merge(other, { lang });
      if (!merged.ok) return { problems: merged.problems };
      draft.register = register.toText();
      return { merged: true, message: say("registerTaken", merged.value), problems: [...held.problems, ...merged.problems] };
    });
  } finally {
    other.free();
  }
}
