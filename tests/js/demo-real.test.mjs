// The demo in real life: pages that go away, no network, an old phone, a keyboard alone, two languages, everybody's eyes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { assertAccessible, begin, enterForum, go, LUMBIR, options, PACKAGE, saved, stage, watch } from "./demo-person.mjs";
import { serve } from "./server.mjs";

const SCREENS = ["drafts", "forum", "attendance", "figures", "recommendations", "review"];

describe("in a browser", { ...options, timeout: 240_000 }, () => {
  let scene;
  before(async () => {
    scene = await stage();
  });
  after(() => scene.close());

  test("nothing is lost when the page is loaded anew in the middle of a word", async () => {
    const page = await scene.open();
    await begin(page);
    await page.locator("#forum-venue").pressSequentially("Aula Kecam");
    await page.reload();
    await page.locator("#forum-venue").waitFor();
    assert.equal(await page.locator("#forum-venue").inputValue(), "Aula Kecam");
    await page.locator("#forum-venue").press("End");
    await page.locator("#forum-venue").pressSequentially("atan");
    await saved(page);
    assert.match(await page.locator(".saved").innerText(), /^Terakhir disimpan \d\d\.\d\d$/u);
    // A page that is killed has no time to say good-bye: what was there 300 ms before is on disk.
    const cdp = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    cdp.send("Page.crash").catch(() => {});
    await crashed;
    const other = await watch(await page.context().newPage(), `${scene.server.address}#forum`);
    assert.equal(await other.locator("#forum-venue").inputValue(), "Aula Kecamatan");
    await other.context().close();
  });

  test("several drafts are kept by name, and deleting one asks first", async () => {
    const page = await scene.open();
    await begin(page, "Satu <b>tebal</b>");
    await page.locator("#forum-theme").fill("<img src=x onerror=alert(1)>");
    await go(page, "drafts");
    await begin(page, "Dua");
    await go(page, "drafts");
    const first = page.locator("[data-draft]", { hasText: "Satu" });
    assert.equal(await first.locator("h3").innerText(), "Satu <b>tebal</b>");
    await first.getByRole("button", { name: "Buka" }).click();
    assert.equal(await page.locator("#forum-theme").inputValue(), "<img src=x onerror=alert(1)>");
    await go(page, "review").catch(() => {});
    await go(page, "drafts");
    await first.getByRole("button", { name: "Hapus", exact: true }).click();
    await first.getByRole("button", { name: "Batal" }).click();
    assert.equal(await page.locator("[data-draft]").count(), 2);
    await first.getByRole("button", { name: "Hapus", exact: true }).click();
    await first.getByRole("button", { name: "Ya, hapus" }).click();
    await page.locator("[data-draft]", { hasText: "Satu" }).waitFor({ state: "detached" });
    assert.equal(await page.locator("[data-draft]").count(), 1);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test("in English, too: what is entered stays, what the rules say is English", async () => {
    const page = await scene.open();
    await begin(page);
    await page.locator("#forum-date").fill("Rabu, (29/8/2024)");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "The forum" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    assert.equal(await page.locator("#forum-date").inputValue(), "Rabu, (29/8/2024)");
    assert.match(await page.locator("#check").innerText(), /Check: .*Thursday/u);
    assert.match(await page.locator(".saved").innerText(), /^(?:Last saved \d\d:\d\d|Saving …)$/u);
    for (const screen of SCREENS) {
      await go(page, screen);
      const text = await page.locator("body").evaluate((body) => body.innerText);
      assert.doesNotMatch(text, /\b(?:Simpan|Tanggal|Sektor|Belum|Lanjut|Desa)\b/u, screen);
    }
    await page.reload();
    await page.locator("main h1").waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await page.context().close();
  });

  test("with the keyboard alone", async () => {
    const page = await scene.open();
    const press = (key) => page.keyboard.press(key);
    /** Goes on with Tab until something has the focus. */
    async function reach(selector) {
      for (let count = 0; count < 120; count += 1) {
        if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
        await press("Tab");
        const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
        assert.notEqual(outline, "none", await page.evaluate(() => document.activeElement.outerHTML.slice(0, 100)));
      }
      assert.fail(`${selector} cannot be reached`);
    }
    await press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "skip");
    await press("Enter");
    await reach("#draft-name");
    await page.keyboard.type("Papan ketik");
    await press("Enter");
    await page.locator("#forum-date").waitFor();
    await reach("#forum-date");
    await page.keyboard.type("29/8/2024");
    await reach("main > button.main");
    await press("Enter");
    await page.locator("main textarea").waitFor();
    await reach("main textarea");
    await page.keyboard.type("Polsek");
    await reach("main > button.main");
    await press("Space");
    await page.locator("#people > li").waitFor();
    await reach("[data-village='33.02.01.2001'] [data-value=present]");
    await press("Space");
    assert.match(await page.locator("#heads-count").innerText(), /^1 dari 10/u);
    await reach("main > button.main:last-of-type");
    await press("Enter");
    await page.locator("#village").waitFor();
    await reach("#k6-numerator");
    await page.keyboard.type("3");
    assert.equal(await page.locator("[data-indicator=K6] input:checked").inputValue(), "number");
    await reach("#next-village");
    await press("Enter");
    assert.match(await page.locator("#village").innerText(), /Canduk/u);
    await page.context().close();
  });

  test("without a network, and from one version to the next as a whole", async () => {
    const folder = mkdtempSync(join(tmpdir(), "lokmin-demo-"));
    for (const part of ["demo", "js", "pkg"]) cpSync(join(PACKAGE, part), join(folder, part), { recursive: true });
    const list = () => execFileSync(process.execPath, [join(folder, "demo/list-files.mjs")]);
    const words = join(folder, "demo/words.js");
    const change = (from, to) => writeFileSync(words, readFileSync(words, "utf8").replace(from, to));
    list();
    const server = await serve(folder);
    const context = await scene.context({ serviceWorkers: "allow" });
    try {
      const page = await watch(await context.newPage(), server.address);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await begin(page);
      await page.locator("#forum-date").fill("Kamis, (29/8/2024)");
      await saved(page);

      // Nobody answers any more: every screen is there, with the rules and the draft.
      await context.setOffline(true);
      const before = server.asked.length;
      await page.reload();
      await page.locator("#forum-date").waitFor();
      assert.equal(await page.locator("#forum-date").inputValue(), "Kamis, (29/8/2024)");
      for (const screen of SCREENS) await go(page, screen);
      await page.frameLocator("#page").locator("h1").first().waitFor();
      // The browser itself may ask whether there is a new version.
      assert.deepEqual(server.asked.slice(before).filter((path) => !/^\/demo\/sw(?:-files)?\.js$/u.test(path)), []);
      await context.setOffline(false);

      // A server half way to another version: the list is new, a file is not. The page stays what it is.
      const old = readFileSync(words, "utf8");
      change("Lembar tinjauan\", \"Review page", "Lembar baru\", \"New page");
      list();
      const changed = readFileSync(words, "utf8");
      writeFileSync(words, old);
      const update = () => page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update().catch(() => {});
        const worker = registration.installing;
        if (worker) {
          await new Promise((resolve) => {
            worker.addEventListener("statechange", () => ["installed", "redundant"].includes(worker.state) && resolve());
          });
        }
        return registration.waiting !== null;
      });
      assert.equal(await update(), false);
      await page.reload();
      await page.getByRole("heading", { name: "Lembar tinjauan" }).waitFor();
      assert.equal(await page.locator("#new-version").count(), 0);

      // Now it is whole: it waits until somebody wants it, and then all of the page is new.
      writeFileSync(words, changed);
      assert.equal(await update(), true);
      await page.locator("#new-version").waitFor();
      await page.getByRole("heading", { name: "Lembar tinjauan" }).waitFor();
      await page.locator("#new-version button").click();
      await page.getByRole("heading", { name: "Lembar baru" }).waitFor();
      assert.equal((await page.evaluate(() => caches.keys())).length, 1);
      await go(page, "forum");
      assert.equal(await page.locator("#forum-date").inputValue(), "Kamis, (29/8/2024)");
    } finally {
      await context.close();
      await server.close();
      rmSync(folder, { recursive: true });
    }
  });

  test("on a phone that is six times slower nothing is lost and nothing hangs", async () => {
    const page = await scene.open();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 6 });
    await begin(page);
    await enterForum(page);
    await go(page, "figures");
    await page.locator("#k6-numerator").pressSequentially("1234567", { delay: 0 });
    await page.locator("#k6-denominator").fill("57");
    // The answer to the last key is waited for, ten seconds at most.
    await page.locator("[data-indicator=K6] .verdict", { hasText: "1.234.567 dari 57" }).waitFor();
    await page.locator("#next-village").click();
    await page.locator("#village", { hasText: "Canduk" }).waitFor();
    await saved(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test("what is not on the device yet is told, and can be opened again", async () => {
    const page = await scene.open();
    await begin(page);
    await page.context().route("**/pkg/full_bg.wasm", (route) => route.abort());
    await go(page, "figures");
    await page.getByText("Bagian ini belum ada di perangkat").waitFor();
    await page.context().unroute("**/pkg/full_bg.wasm");
    await go(page, "forum");
    await go(page, "figures");
    await page.locator("#k6-numerator").waitFor();
    await page.context().close();
  });

  test("sharing hands over a file, and saves it where the device cannot share", async () => {
    const page = await scene.open();
    await begin(page);
    await go(page, "drafts");
    await page.evaluate(() => {
      navigator.canShare = () => true;
      navigator.share = async ({ files }) => document.body.setAttribute("data-shared", files[0].name);
    });
    await page.locator("[data-export=takeOutForum] button").nth(1).click();
    await page.locator("body[data-shared='lumbir-tw-iii-2024-forum.json']").waitFor();
    await page.evaluate(() => {
      navigator.canShare = () => false;
    });
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-export=takeOutRegister] button").nth(1).click()]);
    assert.equal(download.suggestedFilename(), "lumbir-tw-iii-2024-rtl.jsonl");
    await page.getByText("Perangkat ini tidak dapat membagikan berkas").waitFor();
    await page.context().close();
  });

  // LOKMIN_SCREENSHOTS names a folder for pictures of every screen, to be looked at.
  const pictures = process.env.LOKMIN_SCREENSHOTS;
  if (pictures && !existsSync(pictures)) mkdirSync(pictures, { recursive: true });

  for (const [width, colorScheme, lang] of [[360, "light", "id"], [360, "dark", "en"], [1280, "light", "en"], [1280, "dark", "id"]]) {
    test(`every screen is accessible: ${width} px, ${colorScheme}, ${lang}`, async () => {
      const page = await scene.open({ viewport: { width, height: 800 }, colorScheme });
      if (lang === "en") await page.locator("#language").click();
      await assertAccessible(page, "first visit");
      await begin(page);
      await enterForum(page);
      await page.locator(`[data-village="33.02.01.2002"] [data-value=stand_in]`).click();
      await page.locator("#people > li").nth(LUMBIR.length - 1).locator("summary").click();
      await go(page, "figures");
      await page.locator("#k1-numerator").fill("60");
      await page.locator("#k1-denominator").fill("57");
      await page.locator("#k6-numerator").fill("3");
      await page.locator("#k6-denominator").fill("57");
      await page.locator("[data-indicator=K6] summary").click();
      await page.locator("#k6-target").fill("80");
      await page.locator("#pf-numerator").fill("1.234");
      await go(page, "recommendations");
      await page.locator("#as-of").fill("3/10/2024");
      await page.locator("#proposal textarea").fill("Bimtek atau pelatihan ILP bagi kader kesehatan desa");
      await page.locator("#proposal button.main").click();
      await page.locator("[data-recommendation] .steps [data-step=agree]").click();
      for (const screen of ["recommendations", ...SCREENS]) {
        if (!(await page.locator(`nav a[href="#${screen}"][aria-current=page]`).count())) await go(page, screen);
        await assertAccessible(page, screen);
        if (pictures) await page.screenshot({ path: join(pictures, `${screen}-${width}-${colorScheme}-${lang}.png`), fullPage: true });
      }
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
});
