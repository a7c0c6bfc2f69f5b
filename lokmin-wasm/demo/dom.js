// Elements. What people have typed becomes text of the page and never markup.

/** Makes an element; `on…` are listeners, booleans are attributes that are there or not, everything else is text. */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "value") element.value = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SHAPES = {
  good: "M2 8.5l4 4 8-9",
  up: "M8 13V3M3.5 7.5L8 3l4.5 4.5",
  down: "M8 3v10M3.5 8.5L8 13l4.5-4.5",
  bad: "M3 3l10 10M13 3L3 13",
  warn: "M8 2.5v7M8 12.5v1",
  none: "M3 8h10",
};

/** A small picture that repeats in a shape what the word beside it says. */
export function mark(shape) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "mark");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SHAPES[shape]);
  svg.append(path);
  return svg;
}

let number = 0;

/** Returns an id that no other element has. */
export function freshId(prefix = "f") {
  number += 1;
  return `${prefix}${number}`;
}

/** Writes findings below a field or a screen: the severity in words, too. */
export function findings(problems, say) {
  return problems.map((problem) =>
    h("p", { class: `finding ${problem.severity}`, "data-code": problem.code },
      mark(problem.severity === "error" ? "bad" : "warn"),
      h("span", {}, h("strong", {}, `${say(problem.severity)}: `), problem.message)));
}

/**
 * A field with its label, a hint, and what was understood of it.
 *
 * `read` gets the text at each change and answers `{text, problems}`: what is shown below.
 */
export function field({ label, value = "", hint, read, change, say, id = freshId(), long = false, lines = 4, ...attributes }) {
  const control = h(long ? "textarea" : "input", {
    id, value, autocomplete: "off", ...(long ? { rows: lines } : { type: "text" }), ...attributes,
    "aria-describedby": hint ? `${id}-h ${id}-o` : `${id}-o`,
  });
  const output = h("div", { id: `${id}-o`, class: "understood", "aria-live": "polite" });
  const show = () => {
    if (!read) return;
    const { text, problems = [] } = control.value.trim() === "" ? {} : read(control.value);
    control.setAttribute("aria-invalid", String(problems.some(({ severity }) => severity === "error")));
    output.replaceChildren(...(text ? [h("p", {}, text)] : []), ...findings(problems, say));
  };
  control.addEventListener("input", () => {
    change?.(control.value);
    show();
  });
  show();
  return h("div", { class: "field" },
    h("label", { for: id }, label), hint && h("p", { class: "hint", id: `${id}-h` }, hint), control, output);
}

/** A list to choose from; `choices` are pairs of value and text. */
export function select({ label, value = "", choices, change, id = freshId(), ...attributes }) {
  const control = h("select", { id, ...attributes },
    choices.map(([key, text]) => h("option", { value: key, selected: key === value }, text)));
  control.addEventListener("change", () => change?.(control.value));
  return h("div", { class: "field" }, h("label", { for: id }, label), control);
}

/** Buttons of which one is pressed or none: pressing it again takes it back. */
export function toggles({ label, value, choices, change, ...attributes }) {
  const buttons = choices.map(([key, text, shape]) => {
    const button = h("button", { type: "button", "data-value": key, "aria-pressed": String(key === value) },
      shape && mark(shape), text);
    button.addEventListener("click", () => {
      const pressed = button.getAttribute("aria-pressed") === "true" ? null : key;
      for (const other of buttons) other.setAttribute("aria-pressed", String(other.dataset.value === pressed));
      change(pressed);
    });
    return button;
  });
  return h("div", { class: "toggles", role: "group", "aria-label": label, ...attributes }, buttons);
}

/** A button. */
export function button(text, click, attributes = {}) {
  return h("button", { type: "button", onclick: click, ...attributes }, text);
}
