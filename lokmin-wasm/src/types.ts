// What every room shares: answers, options, loading, documents.

import type {
  CadencePolicy,
  Catalogue,
  CoveragePolicy,
  Forum,
  RegisterEvent,
  Targets,
  WorkingArea,
} from "./documents.js";

/** A language that messages are written in; Indonesian unless asked otherwise. */
export type Lang = "id" | "en";

/** What every function takes last. */
export interface Options {
  /** The language of the messages. */
  readonly lang?: Lang;
}

/** A calendar quarter in its canonical form, such as `2025Q3`; texts order by time. */
export type Quarter = `${number}Q${1 | 2 | 3 | 4}`;

/** A calendar month in its canonical form, such as `2025-07`; texts order by time. */
export type Month = `${number}-${number}`;

/** A date, `YYYY-MM-DD`; texts order by time. */
export type IsoDate = `${number}-${number}-${number}`;

/** A value that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

/** One finding about somebody's data. */
export interface Problem {
  /** The stable name of the kind of finding, such as `date.impossible`. */
  readonly code: string;
  /** The place as a JSON Pointer (RFC 6901); empty for the whole. */
  readonly path: string;
  /** The same place as names of members and numbers of items. */
  readonly loc: readonly (string | number)[];
  /** `error`: there is no value; `warning`: there is one, look at it. */
  readonly severity: "error" | "warning";
  /** One sentence, in the language that the call asked for. */
  readonly message: string;
  /** The values that the message is made of. */
  readonly params: { readonly [name: string]: string | number | readonly string[] };
  /** What was probably meant, where something is near. */
  readonly suggestion: string | null;
}

/** A value with its warnings. */
export interface Success<T> {
  readonly ok: true;
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** The problems because of which there is no value, and any warnings beside them. */
export interface Failure {
  readonly ok: false;
  readonly problems: readonly Problem[];
}

/** A document inside a question, where it need not name its kind. */
export type Inside<T extends { readonly schema: string }> = Omit<T, "schema"> & Partial<Pick<T, "schema">>;

/** What an operation on somebody's data gives. Everything in it is frozen. */
export type Outcome<T> = Success<T> | Failure;

/** Where the rules come from: an address, or the bytes themselves. */
export type RulesSource = string | { readonly href: string } | ArrayBuffer | ArrayBufferView;

/** Loads the rules once; later calls wait for the first one. Call it before any other function. */
export declare function init(source?: RulesSource): Promise<void>;

/** Loads the rules from bytes that are there already. */
export declare function initSync(bytes: ArrayBuffer | ArrayBufferView): void;

/** The documents by the name of their kind. */
export interface Documents {
  readonly forum: Forum;
  readonly working_area: WorkingArea;
  readonly cadence_policy: CadencePolicy;
  readonly coverage_policy: CoveragePolicy;
  readonly catalogue: Catalogue;
  readonly targets: Targets;
  readonly event: RegisterEvent;
}

/** A kind of document. */
export type Kind = keyof Documents;

/**
 * Reads a document that is a plain value, and collects every problem of it.
 *
 * What JSON cannot say (`Date`, `NaN`, `BigInt`, cycles, nesting over 100) is a problem too.
 */
export declare function validate<K extends Kind>(kind: K, document: unknown, options?: Options): Outcome<Documents[K]>;

/** Reads a document that is JSON text, and collects every problem of it. */
export declare function validateText<K extends Kind>(kind: K, text: string, options?: Options): Outcome<Documents[K]>;

/**
 * Checks the value at one place of a document by itself, while somebody is still writing the rest.
 *
 * `at` is a JSON Pointer. Rules across the members of a record are left to `validate`, as is everything elsewhere, so the
 * document need have no more than what leads to the place.
 */
export declare function validateAt<K extends Kind>(kind: K, document: unknown, at: string, options?: Options): Outcome<null>;
