// Writes sw-files.js: every file of the demo and of the package that it loads, with its checksum. To be run after a build.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const HERE = new URL("./", import.meta.url);
const NOT_LOADED = new Set(["sw.js", "sw-files.js", "list-files.mjs"]);

const named = (folder, isWanted) => readdirSync(new URL(folder, HERE)).filter(isWanted).sort().map((name) => `${folder}${name}`);
const paths = [
  ...named("./", (name) => !NOT_LOADED.has(name)),
  ...named("../js/", (name) => name.endsWith(".js") && name !== "node.js"),
  ...named("../pkg/", (name) => /\.(?:js|wasm)$/u.test(name)),
];
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const files = Object.fromEntries(paths.map((path) => [path, sha256(readFileSync(new URL(path, HERE)))]));
const version = sha256(JSON.stringify(files)).slice(0, 16);
writeFileSync(new URL("sw-files.js", HERE), `self.LOKMIN_FILES = ${JSON.stringify({ version, files }, null, 2)};\n`);
