// A form of a page bound to a kind of document: reads it, checks it by the rules, and shows what was found.

import { validate, validateAt } from "./document.js";
import { assemble, pointer, steps, valueAt, way } from "./form-document.js";
import { fieldsOf, read, show, written } from "./form-fields.js";
import { Messages } from "./form-messages.js";

/** How long after the last keystroke the whole document is checked, in milliseconds. */
const PAUSE = 200;

const bound = new WeakSet();

/** Binds a form to a kind of document. See `BoundForm` for what comes back. */
export function bindForm(form, kind, options = {}) {
  return new BoundForm(form, kind, options);
}

class BoundForm {
  #form;
  #kind;
  #lang;
  #onSubmit;
  #messages;
  /** The document that fields are put into, and what fields showed when it was put into them. */
  #base;
  #shown = new WeakMap();
  #seen = new Set();
  /** Fields that somebody has left, and what is shown beside a field, by their first control. */
  #left = new WeakSet();
  #told = new Map();
  #wasSubmitted = false;
  /** What was read last: the fields, the document, and the places of the one in the other. */
  #last;
  #stop = new AbortController();
  #observer;
  #timer;
  /** Whether a button of the mouse is down: what moves now makes the click miss. */
  #isPressed = false;
  #isWaiting = false;
  #noValidate;

  constructor(form, kind, { lang = "id", document = {}, summary, reveal, onSubmit, ...unknown }) {
    for (const name of Object.keys(unknown)) {
      throw new TypeError(`\`${name}\` is no option`);
    }
    if (bound.has(form)) {
      throw new Error("the form is bound already: `destroy()` first");
    }
    this.#form = form;
    this.#kind = kind;
    this.#lang = lang;
    this.#onSubmit = onSubmit;
    this.#base = this.#named({});
    this.#noValidate = form.noValidate;
    this.#messages = new Messages(form, summary, (control) => this.#focus(control, reveal));
    form.noValidate = true;
    bound.add(form);
    this.#listen();
    if (Object.keys(document).length > 0) {
      this.fill(document);
    } else {
      this.#check();
    }
  }

  /** The language of the messages; setting it writes them anew. */
  get lang() {
    return this.#lang;
  }

  set lang(lang) {
    const [before, fields] = [this.#lang, fieldsOf(this.#form)];
    validateAt(this.#kind, {}, "", { lang });
    const same = fields.filter((field) => this.#isAsFilled(field));
    this.#lang = lang;
    if (before !== lang) {
      // A number that nobody has touched is shown as the language has it.
      for (const field of same) {
        this.#show(field, this.#shown.get(field.controls[0]).value);
      }
    }
    this.#check();
  }

  /** Returns the document that stands in the form. */
  value() {
    return this.#read().document;
  }

  /** Shows a document in the form; what has no field is kept. */
  fill(document) {
    this.#base = this.#named(structuredClone(document));
    this.#seen.clear();
    this.#told.clear();
    this.#left = new WeakSet();
    this.#wasSubmitted = false;
    for (const field of fieldsOf(this.#form)) {
      this.#show(field, valueAt(this.#base, field.path));
    }
    this.#check();
  }

  /** Checks the form as it stands, and shows nothing. */
  check() {
    return this.#outcome(this.#read());
  }

  /** Checks the form as it stands, shows everything that was found, and puts the focus on the summary of the errors. */
  validate() {
    return this.#showAll().outcome;
  }

  /** Takes away everything that was put into the page, and listens no more. */
  destroy() {
    this.#stop.abort();
    this.#observer.disconnect();
    clearTimeout(this.#timer);
    for (const control of this.#form.elements) {
      control.setCustomValidity?.("");
    }
    this.#messages.clear();
    this.#form.noValidate = this.#noValidate;
    bound.delete(this.#form);
  }

  #listen() {
    const root = this.#form.getRootNode();
    const on = (name, act) => {
      const own = (event) => {
        if (event.target === this.#form || event.target.form === this.#form) {
          act(event);
        }
      };
      root.addEventListener(name, own, { capture: true, signal: this.#stop.signal });
    };
    on("focusout", (event) => this.#leave(event));
    on("input", (event) => this.#type(event.target));
    on("change", (event) => this.#type(event.target));
    on("submit", (event) => this.#submit(event));
    on("reset", () => setTimeout(() => this.#reset()));
    const press = (name, is) => root.addEventListener(name, () => this.#press(is), { capture: true, signal: this.#stop.signal });
    press("pointerdown", true);
    press("pointerup", false);
    press("pointercancel", false);
    this.#observer = new MutationObserver((changes) => {
      const nodes = changes.flatMap(({ addedNodes, removedNodes, target }) => (this.#messages.owns(target) ? [] : [...addedNodes, ...removedNodes]));
      if (nodes.some((node) => node.nodeType === 1 && !node.matches(".lokmin-message, .lokmin-summary"))) {
        this.#later(0);
      }
    });
    this.#observer.observe(this.#form, { childList: true, subtree: true });
  }

  /** Somebody goes on to another field. */
  #leave({ target, relatedTarget }) {
    const field = this.#fieldOf(target);
    const stays = field?.controls.includes(relatedTarget) || target.getRootNode().activeElement === target;
    if (field !== undefined && !stays) {
      this.#left.add(field.controls[0]);
      if (this.#isPressed) {
        this.#isWaiting = true;
      } else {
        this.#check();
      }
    }
  }

  #press(is) {
    this.#isPressed = is;
    if (!is && this.#isWaiting) {
      this.#isWaiting = false;
      this.#later(0);
    }
  }

  /** Somebody types: what is said of the field is looked at again, the value by itself at once, the whole after a pause. */
  #type(control) {
    const field = this.#fieldOf(control);
    const before = field && this.#told.get(field.controls[0]);
    if (before === undefined) {
      return;
    }
    const alone = this.#checkAlone(field);
    const codes = new Set([...before.alone, ...alone].map(({ code }) => code));
    const problems = [...alone, ...before.problems.filter(({ code }) => !codes.has(code))];
    this.#told.set(field.controls[0], { alone, problems });
    refuse(field, problems);
    this.#messages.beside(field, problems, this.#lang);
    this.#later(PAUSE);
  }

  #later(pause) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#isPressed) {
        this.#isWaiting = true;
      } else {
        this.#check();
      }
    }, pause);
  }

  #submit(event) {
    if (event.submitter?.formNoValidate) {
      return;
    }
    const { outcome, isSound } = this.#showAll();
    if (!isSound) {
      event.preventDefault();
      event.stopPropagation();
    } else if (this.#onSubmit !== undefined) {
      event.preventDefault();
      this.#onSubmit(outcome.value, event);
    }
  }

  #reset() {
    this.#left = new WeakSet();
    this.#wasSubmitted = false;
    this.#check();
  }

  #showAll() {
    this.#wasSubmitted = true;
    for (const { controls } of fieldsOf(this.#form)) {
      this.#left.add(controls[0]);
    }
    const checked = this.#check(true);
    if (!checked.isSound) {
      this.#messages.focus();
    }
    return checked;
  }

  /** Checks the whole document, and shows what was found where somebody has been. */
  #check(isAlert = false) {
    clearTimeout(this.#timer);
    const now = this.#read();
    const outcome = this.#outcome(now);
    const found = outcome.problems.map((problem) => ({ problem, field: this.#fieldFor(problem.path, now) }));
    this.#told.clear();
    for (const field of now.fields) {
      const [control] = field.controls;
      const own = found.filter((one) => one.field === field).map(({ problem }) => problem);
      control.setCustomValidity("");
      if (!own.some(isError) && !control.validity.valid) {
        const problem = ofThePage(control, now.places.toDocument.get(field.pointer) ?? field.pointer);
        own.unshift(problem);
        found.push({ problem, field });
      }
      refuse(field, own);
      const isSeen = this.#left.has(control);
      if (isSeen && own.length > 0) {
        this.#told.set(control, { alone: this.#checkAlone(field), problems: own });
      }
      this.#messages.beside(field, isSeen ? own : [], this.#lang);
    }
    this.#messages.all(this.#wasSubmitted ? found : [], this.#lang, isAlert);
    return { outcome, isSound: !found.some(({ problem }) => isError(problem)) };
  }

  /** Checks the value of one field by itself. */
  #checkAlone(field) {
    const { value, problems } = this.#valueOf(field);
    const own = this.#last.places.toDocument.get(field.pointer) ?? field.pointer;
    if (problems.some(isError)) {
      return problems.map((problem) => placed(problem, own));
    }
    const small = way(this.#last.document, steps(own), value);
    const at = pointer(small.path);
    const checked = validateAt(this.#kind, small.document, at, { lang: this.#lang });
    return [...problems, ...checked.problems].map((problem) => placed(problem, own + problem.path.slice(at.length)));
  }

  /** Reads every field, and puts what stands there into the document. */
  #read() {
    const problems = new Map();
    const fields = fieldsOf(this.#form);
    const read = fields.map((field) => {
      const { value, problems: own } = this.#valueOf(field);
      if (own.length > 0) {
        problems.set(field.pointer, own);
      }
      return { ...field, value };
    });
    this.#last = { fields, problems, ...assemble(this.#base, read, this.#seen) };
    return this.#last;
  }

  #valueOf(field) {
    return this.#isAsFilled(field)
      ? { value: this.#shown.get(field.controls[0]).value, problems: [] }
      : read(field, { lang: this.#lang });
  }

  /** Asks the rules. What could not be read in a field goes before what they say of the text that stands there. */
  #outcome({ document, places, problems }) {
    const outcome = validate(this.#kind, document, { lang: this.#lang });
    if (problems.size === 0) {
      return outcome;
    }
    const unread = [...problems].map(([form, own]) => [places.toDocument.get(form) ?? form, own]);
    const hidden = unread.filter(([, own]) => own.some(isError)).map(([place]) => place);
    const others = outcome.problems.filter(({ path }) => !hidden.some((place) => isWithin(path, place)));
    const all = [...unread.flatMap(([place, own]) => own.map((problem) => placed(problem, place))), ...others];
    return all.some(isError) ? { ok: false, problems: all } : { ...outcome, problems: all };
  }

  /** Finds the field that a problem is about: at its place, else the first one below it, else the nearest above. */
  #fieldFor(path, { fields, places }) {
    const visible = fields.filter(({ controls }) => controls[0].type !== "hidden");
    const own = steps(path) ?? [];
    for (let depth = own.length; depth > 0; depth -= 1) {
      const above = places.toForm.get(pointer(own.slice(0, depth)));
      if (above !== undefined) {
        const place = above + pointer(own.slice(depth));
        const below = (field) => depth === own.length && isWithin(field.pointer, place);
        return (
          visible.find((field) => field.pointer === place) ??
          visible.find(below) ??
          visible.filter((field) => isWithin(place, field.pointer)).at(-1)
        );
      }
    }
    return undefined;
  }

  #fieldOf(control) {
    return fieldsOf(this.#form).find(({ controls }) => controls.includes(control));
  }

  #show(field, value) {
    show(field, value, this.#lang);
    this.#shown.set(field.controls[0], { text: written(field), value });
  }

  /** Whether a field stands as it was filled: its value is then the one that it was filled with. */
  #isAsFilled(field) {
    return this.#shown.get(field.controls[0])?.text === written(field);
  }

  /** Returns a document that names its kind. */
  #named(document) {
    const [problem] = validateAt(this.#kind, {}, "/schema").problems;
    if (problem?.path !== "/schema") {
      throw new TypeError(`\`${this.#kind}\` is no kind of document`);
    }
    return { schema: problem.suggestion, ...document };
  }

  #focus(control, reveal) {
    reveal?.(control);
    for (let around = control.closest("details"); around !== null; around = around.parentElement?.closest("details") ?? null) {
      around.open = true;
    }
    control.focus({ preventScroll: true });
    control.scrollIntoView({ block: "center" });
  }
}

function isError({ severity }) {
  return severity === "error";
}

/** Tells the browser what is wrong with a field, so that the form is valid for it only when it is for the rules. */
function refuse({ controls: [control] }, problems) {
  control.setCustomValidity(problems.filter(isError).map(({ message }) => message).join("\n"));
}

/** What the page itself asks of a control, as the browser says it. */
function ofThePage(control, path) {
  const message = control.validationMessage;
  return { code: "page.constraint", path, loc: steps(path), severity: "error", message, params: {}, suggestion: null };
}

/** Returns a problem with its place in the document. */
function placed(problem, path) {
  return { ...problem, path, loc: steps(path).map((step) => (/^\d+$/u.test(step) ? Number(step) : step)) };
}

/** Whether a place is another one or lies below it. */
function isWithin(path, place) {
  return path === place || path.startsWith(`${place}/`);
}
