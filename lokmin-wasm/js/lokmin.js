// Everything public but `init`, which differs between browsers and Node.

export { initSync } from "./bridge.js";
export * from "./calendar.js";
