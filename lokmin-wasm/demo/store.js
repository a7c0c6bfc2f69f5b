// Drafts on this device: IndexedDB, and a note in localStorage for what could not be written before the page went away.

const PENDING = "lokmin.pending";

/** Opens the database. */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("lokmin", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("drafts", { keyPath: "id" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

let database;

/** Runs one request in a transaction of its own, and waits until it is on disk. */
async function run(mode, act) {
  database ??= open();
  const transaction = (await database).transaction("drafts", mode, { durability: "strict" });
  const request = act(transaction.objectStore("drafts"));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}

/** Returns every draft, the one saved last first. */
export async function allDrafts() {
  const drafts = await run("readonly", (store) => store.getAll());
  return drafts.sort((one, other) => (one.saved < other.saved ? 1 : -1));
}

/** Returns a draft, or undefined. */
export function readDraft(id) {
  return run("readonly", (store) => store.get(id));
}

/** Takes a draft away. */
export function deleteDraft(id) {
  return run("readwrite", (store) => store.delete(id));
}

/** Writes a draft. */
export function writeDraft(draft) {
  return run("readwrite", (store) => store.put(draft));
}

/** Saves a draft soon after each change, and at once when the page is about to go. */
export class Saver {
  #draft;
  #timer;
  #told;
  #isDirty = false;
  #writing = Promise.resolve();

  /** `told` gets `"saving"`, `"saved"` or `"failed"`, and the draft. */
  constructor(told) {
    this.#told = told;
    addEventListener("pagehide", () => this.#leave());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.#leave());
  }

  /** Takes note of a change. */
  changed(draft) {
    this.#draft = draft;
    this.#isDirty = true;
    this.#told("saving", draft);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), 300);
  }

  /** Writes what has changed, and waits for it. */
  flush() {
    clearTimeout(this.#timer);
    if (this.#isDirty) {
      this.#isDirty = false;
      const draft = this.#draft;
      draft.saved = new Date().toISOString();
      this.#writing = this.#writing.then(async () => {
        try {
          await writeDraft(draft);
          if (!this.#isDirty) localStorage.removeItem(PENDING);
          this.#told("saved", draft);
        } catch {
          this.#isDirty = true;
          this.#told("failed", draft);
        }
      });
    }
    return this.#writing;
  }

  /** The page may end before the database has answered: a copy is left where it is written at once. */
  #leave() {
    if (!this.#isDirty) return;
    this.#draft.saved = new Date().toISOString();
    try {
      localStorage.setItem(PENDING, JSON.stringify(this.#draft));
    } catch {
      // There is no room: the database is what is left.
    }
    this.flush();
  }
}

/** Writes what was left behind when a page went away, unless something newer is there. */
export async function recover() {
  const text = localStorage.getItem(PENDING);
  if (text === null) return;
  const draft = JSON.parse(text);
  const known = await readDraft(draft.id);
  if (known === undefined || known.saved < draft.saved) await writeDraft(draft);
  localStorage.removeItem(PENDING);
}
