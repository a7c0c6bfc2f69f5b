// Works without a network: the service worker, and how a page comes to a new version.

import { button, h } from "./dom.js";

/** Registers the service worker; a new version waits until somebody wants it, and then the whole page is of it. */
export async function watchVersions(app, head) {
  if (!("serviceWorker" in navigator) || !isSecureContext) return;
  let isReplacing = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener("controllerchange", async () => {
    // The first one takes over a page that is of its version already.
    if (!isReplacing) {
      isReplacing = true;
      return;
    }
    await app.flush();
    location.reload();
  });
  let registration;
  try {
    registration = await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" });
  } catch {
    // Without the list of files, which the build writes, there is no offline copy; everything else works.
    return;
  }
  if (!registration) return;
  const tell = () => {
    const { waiting } = registration;
    if (!waiting || !navigator.serviceWorker.controller || document.getElementById("new-version")) return;
    head.after(h("div", { id: "new-version", role: "status" }, h("p", {}, app.say("newVersion")),
      button(app.say("useNew"), async () => {
        await app.flush();
        waiting.postMessage("use");
      }, { class: "main" })));
  };
  tell();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", tell);
  });
}
