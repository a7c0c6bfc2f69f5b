// The rules, from the package. This is the only place that says which build is loaded.

export * from "../js/index.js";

/** What the screens of figures and of the review need besides: names of indicators, the review and its pages. */
export async function fullRules() {
  const rules = await import("../js/full.js");
  await rules.init();
  return rules;
}
