// The types of documents in TypeScript, written from the JSON Schemas.

import { readFileSync, readdirSync } from "node:fs";

const SCHEMAS = new URL("../../lokmin-core/schema/", import.meta.url);

/** What a name of the schemas is called in TypeScript, where it says too little there. */
const NAMES = {
  Basis: "SpanBasis",
  CatalogueDocument: "Catalogue",
  Content: "RecommendationContent",
  Day: "Weekday",
  Event: "RegisterEvent",
  Owner: "RecommendationOwner",
  Pair: "IndicatorPair",
  Source: "ForumSource",
  Support: "SupportAsked",
  TargetsDocument: "Targets",
};

/** What a name is called in the schemas of indicators, where another schema has it for something else. */
const INDICATOR_NAMES = { ...NAMES, TargetBasis: "FigureBasis" };

/** The names that the schemas of a file go by. */
const namesOf = (file) => (/^(catalogue|targets)\./.test(file) ? INDICATOR_NAMES : NAMES);

/** What types.ts says more exactly than a schema can. */
const BY_HAND = { Quarter: "Quarter", Month: "Month" };

const HEAD = `// The documents, written from the JSON Schemas of lokmin-core: do not edit.
// \`LOKMIN_BLESS=1 node --test tests/js/types.test.mjs\` writes this file anew.

import type { IsoDate, Month, Quarter } from "./types.js";
`;

/** Returns the schemas by the name of their file. */
export function schemas() {
  const files = readdirSync(SCHEMAS).filter((file) => file.endsWith(".schema.json")).sort();
  return Object.fromEntries(files.map((file) => [file, JSON.parse(readFileSync(new URL(file, SCHEMAS), "utf8"))]));
}

/** Writes the text of `documents.ts`. */
export function documentTypes() {
  const definitions = new Map();
  for (const [file, schema] of Object.entries(schemas())) {
    const names = namesOf(file);
    for (const [own, definition] of [[schema.title, schema], ...Object.entries(schema.$defs ?? {})]) {
      const name = names[own] ?? own;
      const text = declaration(name, definition, names);
      if ((definitions.get(name) ?? text) !== text) {
        throw new Error(`${file} has another ${name} than the schemas before it`);
      }
      definitions.set(name, text);
    }
  }
  const texts = [...definitions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return [HEAD, ...texts.filter((text) => text !== "")].join("\n");
}

function declaration(name, schema, names) {
  if (name in BY_HAND) {
    return "";
  }
  const heading = comment(schema.description, "");
  if (!schema.properties) {
    return `${heading}export type ${name} = ${type(schema, names)};\n`;
  }
  const members = Object.entries(schema.properties).map(([member, value]) => {
    const mark = schema.required?.includes(member) ? "" : "?";
    return `${comment(value.description, "  ")}  readonly ${member}${mark}: ${type(value, names)}${mark && " | undefined"};\n`;
  });
  return `${heading}export interface ${name} {\n${members.join("")}}\n`;
}

function type(schema, names) {
  if (schema.$ref) {
    const name = schema.$ref.split("/").at(-1);
    return BY_HAND[name] ?? names[name] ?? name;
  }
  if ("const" in schema) {
    return JSON.stringify(schema.const);
  }
  if (schema.enum) {
    return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  }
  const choices = schema.oneOf ?? (schema.properties ? undefined : schema.anyOf);
  if (choices) {
    return choices.map((choice) => type(choice, names)).join(" | ");
  }
  return [schema.type].flat().map((name) => simpleType(name, schema, names)).join(" | ");
}

function simpleType(name, schema, names) {
  switch (name) {
    case "array":
      return `readonly ${list(type(schema.items, names))}[]`;
    case "integer":
      return "number";
    case "string":
      return schema.format === "date" ? "IsoDate" : "string";
    case "boolean":
    case "null":
    case "number":
      return name;
    case "object":
      return `{ readonly [name: string]: ${type(schema.additionalProperties, names)} }`;
    default:
      throw new Error(`no type for ${JSON.stringify(schema)}`);
  }
}

function list(item) {
  return item.includes(" | ") ? `(${item})` : item;
}

function comment(text, indent) {
  if (!text) {
    return "";
  }
  const lines = text.trim().split("\n");
  return lines.length === 1
    ? `${indent}/** ${lines[0]} */\n`
    : `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}
