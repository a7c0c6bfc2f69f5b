// Writes sw-files.js: every file that the demo loads, with its checksum. To be run after each build of the package.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const HERE = new URL("./", import.meta.url);
const read = (path) => readFileSync(new URL(path, HERE));
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Returns a module and everything that it names: modules, and what it loads by address. */
function reached(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  if (!path.endsWith(".js")) return found;
  const names = /\b(?:from|import)\s*\(?\s*"(\.[^"]+)"|new URL\(["']([\w.-]+)["'], import\.meta\.url\)/gu;
  for (const [, module, file] of read(path).toString("utf8").matchAll(names)) {
    const address = new URL(module ?? file, new URL(path, HERE));
    reached(relative(address), found);
  }
  return found;
}

/** Returns an address as it is seen from here. */
function relative({ pathname }) {
  const home = HERE.pathname;
  const above = new URL("../", HERE).pathname;
  return pathname.startsWith(home) ? pathname.slice(home.length) : `../${pathname.slice(above.length)}`;
}

const still = readdirSync(HERE).filter((name) => /\.(?:html|css|svg|webmanifest)$/u.test(name));
const paths = [...still, ...reached("app.js")].filter((path) => path !== "sw.js").sort();
const files = Object.fromEntries(paths.map((path) => [path, sha256(read(path))]));
const version = sha256(JSON.stringify(files)).slice(0, 16);
writeFileSync(new URL("sw-files.js", HERE), `self.LOKMIN_FILES = ${JSON.stringify({ version, files }, null, 2)};\n`);
