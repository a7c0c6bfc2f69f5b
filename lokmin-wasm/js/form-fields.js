// The fields of a form: which controls make one, what is written in them, and how a value is shown there.

import { parseDate } from "./calendar.js";
import { pointer, steps } from "./form-document.js";
import { parseNumber } from "./number.js";

/** Controls that hold no value of a document. */
const NO_FIELDS = new Set(["button", "submit", "reset", "image", "file", "fieldset", "output", "object"]);

/** How people write what a document has otherwise: the core reads it, and may refuse it. */
const READERS = {
  number: (text, options) => numberRead(parseNumber(text, options)),
  date: (text, options) => changed(parseDate(text, options), ({ date }) => date),
};

/**
 * Lists the fields of a form in the order of the page: `{pointer, path, kind, controls}`.
 *
 * A control belongs to the document by its attribute `data-pointer`, or by a `name` that is a JSON Pointer. Radio buttons of
 * one place are one field, and so are checkboxes with a `value`.
 */
export function fieldsOf(form) {
  const fields = new Map();
  for (const control of form.elements) {
    const place = control.dataset.pointer ?? control.name;
    const path = place && !control.matches(":disabled") && !NO_FIELDS.has(control.type) ? steps(place) : undefined;
    if (path !== undefined) {
      const key = pointer(path);
      const field = fields.get(key);
      if (field === undefined) {
        fields.set(key, { pointer: key, path, kind: kindOf(control), controls: [control] });
      } else {
        field.controls.push(control);
      }
    }
  }
  return [...fields.values()];
}

/** Returns what a control holds: `data-type`, or what follows from its type. */
function kindOf(control) {
  if (control.type === "checkbox") {
    return control.hasAttribute("value") ? "checks" : "check";
  }
  if (control.type === "radio" || control.type === "select-multiple") {
    return control.type === "radio" ? "radio" : "select";
  }
  const numeric = control.type === "number" || ["numeric", "decimal"].includes(control.inputMode);
  return control.dataset.type ?? (numeric ? "number" : "text");
}

/** Returns what stands in a field now, as one text: two equal ones mean that nothing was changed. */
export function written({ kind, controls }) {
  switch (kind) {
    case "check":
      return String(controls[0].checked);
    case "checks":
      return JSON.stringify(controls.filter((control) => control.checked).map((control) => control.value));
    case "radio":
      return JSON.stringify(controls.find((control) => control.checked)?.value ?? null);
    case "select":
      return JSON.stringify([...controls[0].selectedOptions].map((option) => option.value));
    default:
      return controls[0].value;
  }
}

/**
 * Reads a field: `{value, problems}`. An empty one has no value.
 *
 * What cannot be read stays as it was written, with the problems that say why.
 */
export function read(field, options) {
  const { kind, controls } = field;
  const [control] = controls;
  switch (kind) {
    case "check":
      return plain(control.checked || undefined);
    case "checks":
    case "select": {
      const chosen = JSON.parse(written(field));
      return plain(chosen.length > 0 ? chosen : undefined);
    }
    case "radio":
      return typed(control.dataset.type, JSON.parse(written(field)) ?? "", options);
    default:
      return typed(kind, control.value, options);
  }
}

function typed(kind, text, options) {
  if (text.trim() === "") {
    return plain(undefined);
  }
  if (kind === "boolean" && (text === "true" || text === "false")) {
    return plain(text === "true");
  }
  if (kind === "lines") {
    return plain(text.split("\n").filter((line) => line.trim() !== "").map((line) => line.trim()));
  }
  if (Object.hasOwn(READERS, kind)) {
    const { ok, value, problems } = READERS[kind](text, options);
    return { value: ok ? value : text, problems };
  }
  return plain(text);
}

function plain(value) {
  return { value, problems: [] };
}

function changed(outcome, change) {
  return outcome.ok ? { ...outcome, value: change(outcome.value) } : outcome;
}

/** A number as JSON has it, where JavaScript can hold it exactly; else its text. */
function numberRead(outcome) {
  return changed(outcome, (text) => (String(Number(text)) === text ? Number(text) : text));
}

/** Shows a value in a field; what it cannot show leaves it empty. */
export function show({ kind, controls }, value, lang) {
  const [control] = controls;
  switch (kind) {
    case "check":
      control.checked = value === true;
      break;
    case "checks":
      for (const each of controls) {
        each.checked = Array.isArray(value) && value.includes(each.value);
      }
      break;
    case "select":
      for (const option of control.options) {
        option.selected = Array.isArray(value) && value.includes(option.value);
      }
      break;
    case "radio":
      for (const each of controls) {
        each.checked = value !== undefined && value !== null && each.value === String(value);
      }
      break;
    default:
      control.value = shown(kind, value, control.type, lang);
  }
}

function shown(kind, value, type, lang) {
  if (value === undefined || value === null) {
    return "";
  }
  if (kind === "lines" && Array.isArray(value)) {
    return value.join("\n");
  }
  if (kind === "number" && type !== "number" && /^-?\d+\.\d+$/u.test(value)) {
    return decimal(String(value), lang);
  }
  if (kind === "date" && type !== "date" && /^\d{4}-\d\d-\d\d$/u.test(value)) {
    const [year, month, day] = value.split("-");
    return `${day}/${month}/${year}`;
  }
  return typeof value === "object" ? "" : String(value);
}

/** Three decimals get a nought more: one mark before three digits could be read as thousands. */
function decimal(text, lang) {
  const [whole, decimals] = text.split(".");
  return `${whole}${lang === "id" ? "," : "."}${decimals}${decimals.length === 3 ? "0" : ""}`;
}
