// The kinds of document as Standard Schema objects.

import type { Documents, Kind, Options } from "./types.js";

/** What is wrong with a value, and where. */
export interface StandardIssue {
  readonly message: string;
  /** Names of members and numbers of items; empty for the whole. */
  readonly path: readonly (string | number)[];
}

/** A value that is in order, or what is wrong with it. */
export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** A Standard Schema, version 1 (https://standardschema.dev), that validates at once. */
export interface StandardSchema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "lokmin";
    readonly validate: (value: unknown) => StandardResult<T>;
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/**
 * Returns the Standard Schema of a kind of document, for form libraries that take one.
 *
 * Warnings are no issues: `validate(kind, value).problems` has them too. Validating throws before `init`.
 */
export declare function schema<K extends Kind>(kind: K, options?: Options): StandardSchema<Documents[K]>;

/** The Standard Schema of every kind of document, with messages in Indonesian: `schemas.forum`. */
export declare const schemas: { readonly [K in Kind]: StandardSchema<Documents[K]> };
