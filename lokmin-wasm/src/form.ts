// A form of a page, bound to a kind of document.

import type { Documents, Json, Kind, Lang, Outcome } from "./types.js";

/** What `bindForm` may be told. */
export interface FormOptions<K extends Kind = Kind> {
  /** The language of the messages; Indonesian unless asked otherwise. */
  readonly lang?: Lang;
  /** A document to show in the form at once. Without one, what stands in the page is kept. */
  readonly document?: Partial<Documents[K]> | { readonly [member: string]: Json | undefined };
  /** The element that the summary is written into; without one, it is made at the beginning of the form. */
  readonly summary?: HTMLElement | null;
  /** Called before a field gets the focus from the summary: to open the part of the page that it is in. */
  readonly reveal?: (control: Element) => void;
  /** Called with the sound document when the form is submitted; the browser then sends nothing itself. */
  readonly onSubmit?: (document: Documents[K], event: SubmitEvent) => void;
}

/** A form that is bound to a kind of document. */
export interface BoundForm<K extends Kind = Kind> {
  /** The language of the messages; setting it writes them anew. */
  lang: Lang;
  /**
   * Returns the document that stands in the form, sound or not. It is the caller's own.
   *
   * An empty field is an absent member. What could not be read, such as an impossible date, is the text as it was typed.
   */
  value(): { schema: string; [member: string]: unknown };
  /**
   * Shows a document in the form, and forgets what was shown wrong.
   *
   * Members without a field are kept, as is the value of every field that nobody changes. Rows have to be in the page
   * first; rows of the document that never had fields are kept, too.
   */
  fill(document: Partial<Documents[K]> | { readonly [member: string]: Json | undefined }): void;
  /** Checks the form as it stands, and shows nothing. */
  check(): Outcome<Documents[K]>;
  /** Checks the form as it stands, shows all that was found, and puts the focus on the summary of the errors. */
  validate(): Outcome<Documents[K]>;
  /** Takes away everything that was put into the page, and listens no more. */
  destroy(): void;
}

/**
 * Binds a form to a kind of document: what people enter is checked by the rules, before anything is sent.
 *
 * **Fields.** A control belongs to the document by `data-pointer`, or by a `name` that is a JSON Pointer:
 * `<input name="/held_on">`. Items of lists have a number: `name="/attendance/0/office"`. The numbers are labels: rows can be
 * added and taken away at any time, without numbering the others anew. Disabled controls are no fields.
 *
 * **Types.** Text is text; `inputmode="numeric"` or `"decimal"` is a number, with a decimal comma or point (`1.234`, which may
 * be two numbers, is a problem); a checkbox without a `value` is `true` or absent; checkboxes with one, and
 * `<select multiple>`, are lists. `data-type` says it otherwise: `number`, `date` (`Kamis, 3/7/2025`, day first), `lines` (a
 * list, one item a line), `boolean` (`true` and `false` as values of a select or of radio buttons), `text`.
 *
 * **When.** A field is checked when somebody leaves it, all of them when the form is submitted; one that is shown wrong is
 * looked at again while it is mended. What is wrong stops the `submit` event; a button with `formnovalidate` does not ask.
 * Warnings are shown and stop nothing.
 *
 * **What is shown.** Beside the field: `.lokmin-message` with `.lokmin-error` and `.lokmin-warning`, in the element that has
 * `data-message-for` with the field's pointer if the page has one; `aria-invalid`, `aria-describedby` and
 * `setCustomValidity` are kept in step. After a submit: `.lokmin-summary`, with a link to each field, and with what has none.
 * How it looks is the page's; nothing is set but text, attributes and classes.
 *
 * Throws where the form is bound already, `kind` is no kind of document, or an option is unknown.
 */
export declare function bindForm<K extends Kind>(form: HTMLFormElement, kind: K, options?: FormOptions<K>): BoundForm<K>;
