// Finds and starts the Chromium that looks at pages. `node tests/js/browser.mjs` says which one it is, or fails.
//
// LOKMIN_CHROMIUM names one; else the usual commands are looked for, then the one that Playwright has installed.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Whether a command starts: Ubuntu's `chromium-browser` is there and only says where to get one. */
function starts(path) {
  try {
    return /^(?:Chromium|Google Chrome) \d/u.test(execFileSync(path, ["--version"], { stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    return false;
  }
}

/** Returns the path of a Chromium, or undefined. */
export function findChromium() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const named = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  const paths = [process.env.LOKMIN_CHROMIUM, ...named, chromium.executablePath()];
  return paths.find((path) => path && existsSync(path) && starts(path));
}

/** Starts a browser that talks to nobody. */
export function launch(executablePath) {
  const args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
  args.push("--disable-component-update", "--disable-sync");
  // Chromium refuses its sandbox to root; the pages are our own.
  return chromium.launch({ executablePath, args, chromiumSandbox: process.getuid?.() !== 0 });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = findChromium();
  console.log(path ?? "no Chromium was found");
  process.exitCode = path === undefined ? 1 : 0;
}
