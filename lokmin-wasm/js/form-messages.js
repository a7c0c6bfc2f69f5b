// What a bound form shows: a message beside each field, and a summary of all. Everything is set as text.

/** The words that are the form's own; what is wrong is said by the rules. */
const WORDS = {
  id: {
    error: "Kesalahan: ",
    warning: "Perhatikan: ",
    errors: (count) => `${count} isian perlu diperbaiki`,
    warnings: (count) => `${count} hal perlu diperhatikan`,
  },
  en: {
    error: "Error: ",
    warning: "Note: ",
    errors: (count) => (count === 1 ? "1 entry needs to be corrected" : `${count} entries need to be corrected`),
    warnings: (count) => (count === 1 ? "1 thing to look at" : `${count} things to look at`),
  },
};

let ids = 0;

/** Shows messages in a form, and takes every trace of them away again. */
export class Messages {
  #form;
  #summary;
  #ownsSummary;
  /** What the summary held before. */
  #before = [];
  /** The message of each field, by its first control. */
  #boxes = new Map();
  /** The attributes that were changed: `[element, name, value before]`. */
  #changed = [];
  #reveal;

  constructor(form, summary, reveal) {
    this.#form = form;
    this.#ownsSummary = summary === undefined || summary === null;
    this.#summary = summary ?? form.ownerDocument.createElement("div");
    this.#before = [...this.#summary.childNodes];
    this.#reveal = reveal;
    if (this.#ownsSummary) {
      form.prepend(this.#summary);
    }
    this.#summary.replaceChildren();
    this.#mark(this.#summary, "class", [...new Set([...this.#summary.classList, "lokmin-summary"])].join(" "));
    this.#mark(this.#summary, "tabindex", "-1");
    this.#mark(this.#summary, "hidden", "");
  }

  /** Whether a node was put there by this. */
  owns(node) {
    return this.#summary.contains(node) || [...this.#boxes.values()].some((box) => box.contains(node));
  }

  /** Shows what was found of a field: errors, then warnings; nothing takes the message away. */
  beside(field, problems, lang) {
    const [control] = field.controls;
    const about = group(field) ?? control;
    const box = this.#boxes.get(control);
    if (problems.length === 0) {
      if (box !== undefined) {
        this.#boxes.delete(control);
        this.#describe(about, box.id, false);
        this.#restore(about, "aria-invalid");
        box.remove();
      }
      return;
    }
    if (problems.some(({ severity }) => severity === "error")) {
      this.#mark(about, "aria-invalid", "true");
    } else {
      this.#restore(about, "aria-invalid");
    }
    const made = box?.isConnected ? box : this.#place(field, about);
    const lines = problems.map((problem) => this.#line(problem, lang));
    if (made.textContent !== lines.map((line) => line.textContent).join("")) {
      made.replaceChildren(...lines);
    }
  }

  /**
   * Lists everything: `{problem, field}`, where the field is undefined for what has none. Nothing hides the list.
   *
   * Only what somebody asked for is an alert: a list that changes while they mend it should not speak up each time.
   */
  all(found, lang, isAlert) {
    const words = WORDS[lang];
    const parts = [];
    for (const severity of ["error", "warning"]) {
      const own = found.filter(({ problem }) => problem.severity === severity);
      if (own.length > 0) {
        const part = this.#element("div", `lokmin-${severity}s`);
        if (isAlert) {
          part.setAttribute("role", severity === "error" ? "alert" : "status");
        }
        const title = this.#element("p", "lokmin-title");
        title.textContent = words[`${severity}s`](own.length);
        const list = this.#element("ul");
        list.append(...own.map((one) => this.#item(one)));
        part.append(title, list);
        parts.push(part);
      }
    }
    const text = parts.map((part) => part.textContent).join();
    if (isAlert || text !== [...this.#summary.children].map((part) => part.textContent).join()) {
      this.#summary.replaceChildren(...parts);
    }
    this.#summary.hidden = parts.length === 0;
  }

  /** Puts the focus on the summary. */
  focus() {
    this.#summary.focus();
  }

  /** Takes everything away. */
  clear() {
    for (const box of this.#boxes.values()) {
      box.remove();
    }
    this.#boxes.clear();
    for (const [element, name, value] of this.#changed.reverse()) {
      if (value === null) {
        element.removeAttribute(name);
      } else {
        element.setAttribute(name, value);
      }
    }
    this.#changed = [];
    if (this.#ownsSummary) {
      this.#summary.remove();
    } else {
      this.#summary.replaceChildren(...this.#before);
    }
  }

  #item({ problem, field }) {
    const item = this.#element("li");
    item.dataset.code = problem.code;
    item.dataset.path = problem.path;
    if (field === undefined) {
      item.textContent = problem.path === "" ? problem.message : `${problem.message} (${problem.path})`;
      return item;
    }
    const link = this.#element("a");
    const [control] = field.controls;
    const label = labelOf(field);
    link.href = `#${this.#id(control)}`;
    link.textContent = label === "" ? problem.message : `${label}: ${problem.message}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.#reveal(control);
    });
    item.append(link);
    return item;
  }

  #line(problem, lang) {
    const line = this.#element("span", `lokmin-${problem.severity}`);
    line.dataset.code = problem.code;
    const kind = this.#element("span", "lokmin-kind");
    kind.textContent = WORDS[lang][problem.severity];
    line.append(kind, problem.message);
    return line;
  }

  /** Makes the place of a field's messages: where the page has one for them, else after the field. */
  #place(field, about) {
    const [control] = field.controls;
    const box = this.#element("span", "lokmin-message");
    box.id = this.#newId();
    const given = [...this.#form.querySelectorAll("[data-message-for]")];
    const own = given.find((element) => element.dataset.messageFor === (control.dataset.pointer ?? control.name));
    if (own !== undefined) {
      own.append(box);
    } else if (about !== control) {
      about.append(box);
    } else {
      const last = field.controls.at(-1);
      (last.closest("label") ?? last).after(box);
    }
    this.#boxes.set(control, box);
    this.#describe(about, box.id, true);
    return box;
  }

  /** Adds the message to what describes an element, or takes it away. */
  #describe(element, id, is) {
    const others = (element.getAttribute("aria-describedby") ?? "").split(/\s+/u).filter((one) => one !== "" && one !== id);
    const all = is ? [...others, id] : others;
    if (all.length > 0) {
      this.#mark(element, "aria-describedby", all.join(" "));
    } else {
      this.#restore(element, "aria-describedby");
    }
  }

  #id(control) {
    if (control.id === "") {
      this.#mark(control, "id", this.#newId());
    }
    return control.id;
  }

  #newId() {
    do {
      ids += 1;
    } while (this.#form.ownerDocument.getElementById(`lokmin-${ids}`) !== null);
    return `lokmin-${ids}`;
  }

  /** Sets an attribute, and remembers what it was. */
  #mark(element, name, value) {
    if (!this.#changed.some(([known, attribute]) => known === element && attribute === name)) {
      this.#changed.push([element, name, element.getAttribute(name)]);
    }
    element.setAttribute(name, value);
  }

  #restore(element, name) {
    const place = this.#changed.findIndex(([known, attribute]) => known === element && attribute === name);
    if (place >= 0) {
      const [[, , value]] = this.#changed.splice(place, 1);
      if (value === null) {
        element.removeAttribute(name);
      } else {
        element.setAttribute(name, value);
      }
    }
  }

  #element(name, classes) {
    const element = this.#form.ownerDocument.createElement(name);
    if (classes !== undefined) {
      element.className = classes;
    }
    return element;
  }
}

/** Returns the fieldset of radio buttons or checkboxes that is about them alone. */
function group({ kind, controls }) {
  if (kind !== "radio" && kind !== "checks") {
    return undefined;
  }
  const around = controls[0].closest("fieldset");
  const inside = [...(around?.elements ?? [])].filter((control) => control.localName === "input");
  return inside.length > 0 && inside.every((control) => controls.includes(control)) ? around : undefined;
}

/** Returns what a field is called in the page. */
function labelOf(field) {
  const [control] = field.controls;
  const legend = field.controls.length > 1 ? control.closest("fieldset")?.querySelector("legend") : undefined;
  const label = legend ?? control.labels?.[0];
  const text = label === undefined || label === null ? (control.getAttribute("aria-label") ?? "") : ownText(label);
  return text.replace(/\s+/gu, " ").trim().replace(/\s*[:*]+$/u, "");
}

/** The text of a label, without what stands in the controls inside it. */
function ownText(label) {
  const copy = label.cloneNode(true);
  for (const inside of copy.querySelectorAll("select, textarea, button, output, .lokmin-message")) {
    inside.remove();
  }
  return copy.textContent;
}
