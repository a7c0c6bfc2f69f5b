// Forms that are bound to a kind of document, as people meet them: in a browser, by mouse and by keyboard.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import fc from "fast-check";
import { findChromium, launch } from "./browser.mjs";
import { serve } from "./host.mjs";

const executable = findChromium();
const LUMBIR = JSON.parse(readFileSync(new URL("../../lokmin-core/examples/data/forum_lumbir.json", import.meta.url), "utf8"));

const SCRIPT = `
  import * as lokmin from "/lokmin/js/index.js";
  await lokmin.init();
  window.lokmin = lokmin;
  window.ready = true;
`;

/** A page with a form; what is inside it differs. */
const page_of = (inside, around = "%") =>
  `<!doctype html><html lang="id"><meta charset="utf-8"><title>Formulir</title><link rel="icon" href="data:,">
  <script type="module" src="/page.js"></script>
  <main>${around.replace("%", `<h1>Formulir</h1><form id="form" action="/sent">${inside}</form>`)}</main></html>`;

const FORUM = `
  <p id="hint">Hari pertama</p>
  <p><label for="held">Tanggal</label> <input id="held" name="/held_on" data-type="date" aria-describedby="hint"></p>
  <p><label for="text">Tertulis</label> <input id="text" name="/held_on_text"></p>
  <p><label>Pertemuan ke <input id="ordinal" name="/ordinal" inputmode="numeric"></label></p>
  <p><label>Nomor arsip <input id="id" name="/id"></label></p>
  <p><label>Jenis <select id="kind" name="/kind"><option value=""></option>
    <option value="quarterly">triwulanan</option><option value="monthly">bulanan</option></select></label></p>
  <p><label>Puskesmas <input id="puskesmas" name="/puskesmas/0/name"></label></p>
  <div id="rows"></div>
  <p><button id="send">Kirim</button> <button id="draft" formnovalidate>Simpan</button></p>`;

const row = (number) => `<fieldset id="row${number}"><legend>Hadirin ${number}</legend>
  <label>Jabatan <input id="office${number}" name="/attendance/${number}/office"></label>
  <label>Jumlah <input id="count${number}" name="/attendance/${number}/count" inputmode="numeric"></label>
  <label>Berupa <select name="/attendance/${number}/mention"><option value=""></option><option>person</option>
    <option>collective</option></select></label></fieldset>`;

const KINDS = `
  <input name="/id" value="f1"><input type="hidden" name="/kind" value="quarterly">
  <label>Lengkap <input type="checkbox" id="complete" name="/list_complete"></label>
  <label>Terbuka <input type="checkbox" id="until" name="/time/until_finished"></label>
  <textarea id="notes" name="/notes" data-type="lines"></textarea>
  <textarea id="purpose" name="/purpose"></textarea>
  <select id="forms" name="/recommendations" multiple><option>R1</option><option>R2</option><option>R3</option></select>
  <fieldset id="series"><legend>Seri</legend><label><input type="radio" name="/series" value="first"> pertama</label>
    <label><input type="radio" name="/series" value="routine"> rutin</label></fieldset>
  <label><input type="checkbox" name="/obstacles/0/villages/codes" value="33.02.01.2001"> Cirahab</label>
  <label><input type="checkbox" name="/obstacles/0/villages/codes" value="33.02.01.2002"> Canduk</label>
  <select id="signed" data-type="boolean" data-pointer="/attendance/0/signed"><option value=""></option>
    <option value="true">ya</option><option value="false">belum</option></select>
  <input id="value" data-pointer="/stated_figures/0/value" inputmode="decimal">
  <input id="day" type="date" name="/source/dated"><input id="month" type="month" name="/plan/0/month">
  <input disabled name="/venue" value="tidak dibaca"><input name="catatan" value="bukan isian"><output name="/theme">x</output>
  <button>Kirim</button>`;

/** What a document says: lists and objects of nothing say nothing. */
function said(value) {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const items = Object.entries(value).map(([name, item]) => [name, said(item)]).filter(([, item]) => item !== undefined);
  if (items.length === 0) {
    return undefined;
  }
  return Array.isArray(value) ? items.map(([, item]) => item) : new Map(items);
}

if (executable === undefined && process.env.LOKMIN_REQUIRE_ALL === "1") {
  throw new Error("LOKMIN_REQUIRE_ALL: there is no browser to try the forms in");
}

describe("a bound form", { skip: executable === undefined ? "NO BROWSER" : false }, () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  let browser, server, page;

  before(async () => {
    browser = await launch(executable);
    server = await serve({
      "/page.js": SCRIPT,
      "/forum": page_of(FORUM),
      "/kinds": page_of(KINDS),
      "/dialog": page_of(FORUM, '<dialog id="dialog">%</dialog>').replace('action="/sent"', 'method="dialog"'),
      "/own": page_of(`<label>Arsip <input id="id" name="/id" required pattern="[A-Z]+"></label>
        <p data-message-for="/id" id="place"></p><label>Angka <input id="ordinal" type="number" name="/ordinal"></label>
        <input name="/kind" value="quarterly"><input name="/puskesmas/0/name" value="Lumbir"><button id="send">Kirim</button>`),
      "/sent": "<!doctype html><title>sent</title>",
    });
  });
  after(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    page.complaints = [];
    page.on("console", (message) => page.complaints.push(message.text()));
    page.on("pageerror", (error) => page.complaints.push(String(error)));
  });
  afterEach(async () => {
    // A text that is no date is no value of a date control, and the browser says so.
    assert.deepEqual(page.complaints.filter((text) => !text.includes("does not conform to the required format")), []);
    await page.close();
  });

  /** Opens a page and binds its form; `options` are those of bindForm. */
  async function open(path, options = {}, rows = []) {
    await page.goto(server.address + path);
    await page.waitForFunction(() => window.ready);
    await page.evaluate((html) => document.querySelector("#rows")?.insertAdjacentHTML("beforeend", html), rows.map(row).join(""));
    await page.evaluate((given) => {
      window.before = document.querySelector("main").innerHTML;
      window.sent = [];
      const onSubmit = given.keep ? undefined : (document) => window.sent.push(document);
      delete given.keep;
      window.bound = lokmin.bindForm(document.querySelector("form"), "forum", { onSubmit, ...given });
    }, options);
  }

  const value = () => page.evaluate(() => bound.value());
  const sent = () => page.evaluate(() => window.sent);
  const message = (selector) =>
    page.evaluate((given) => {
      const control = document.querySelector(given);
      const ids = (control.getAttribute("aria-describedby") ?? "").split(" ");
      const box = ids.map((id) => document.getElementById(id)).find((one) => one?.matches(".lokmin-message"));
      return {
        codes: [...(box?.children ?? [])].map((line) => line.dataset.code),
        invalid: control.getAttribute("aria-invalid"),
        native: control.validity?.valid,
      };
    }, selector);
  const sound = { codes: [], invalid: null, native: true };
  const isSilent = async (selector) => {
    const { codes, invalid } = await message(selector);
    return codes.length === 0 && invalid === null;
  };
  const summary = () =>
    page.evaluate(() => {
      const box = document.querySelector(".lokmin-summary");
      return box.hidden ? [] : [...box.querySelectorAll("li")].map(({ dataset }) => `${dataset.path} ${dataset.code}`);
    });
  const later = () => page.waitForTimeout(350);

  /** Fills the form of the forum so that nothing is wrong with it. */
  async function complete() {
    await page.fill("#held", "Kamis, 29/8/2024");
    await page.fill("#id", "f1");
    await page.selectOption("#kind", "quarterly");
    await page.fill("#puskesmas", "Lumbir");
  }

  describe("speaks up", () => {
    test("when a field is left, and not before", async () => {
      await open("/forum");
      await page.focus("#held");
      await page.keyboard.type("30/2/2025");
      assert.ok(await isSilent("#held"));
      await page.keyboard.press("Tab");
      assert.deepEqual(await message("#held"), { codes: ["date.impossible"], invalid: "true", native: false });
      assert.equal(await page.getAttribute("#held", "aria-describedby"), `hint ${await page.getAttribute("#held + span", "id")}`);
      assert.ok(await isSilent("#text"), "nobody has been there");
      assert.deepEqual(await summary(), [], "nobody has submitted");
    });

    test("again while the field is mended: the value at once, rules across fields after a pause", async () => {
      await open("/forum", {}, [0]);
      await complete();
      await page.fill("#held", "30/2/2025");
      await page.focus("#id");
      await page.fill("#held", "3/7/202");
      assert.deepEqual((await message("#held")).codes, ["date.year_short"]);
      await page.fill("#held", "3/7/2025");
      assert.deepEqual(await message("#held"), sound);
      assert.equal(await page.getAttribute("#held", "aria-describedby"), "hint");
      await page.fill("#text", "Kamis (29/8/2024)");
      await page.selectOption("#row0 select", "person");
      await page.focus("#office0");
      await page.focus("#id");
      assert.deepEqual(await message("#text"), { codes: ["forum.date_contradiction"], invalid: null, native: true });
      assert.deepEqual(await message("#office0"), { codes: ["attendance.empty"], invalid: "true", native: false });
      await page.fill("#text", "Kamis (3/7/2025)");
      await page.fill("#office0", "Camat");
      assert.deepEqual((await message("#office0")).codes, ["attendance.empty"], "only the whole record shows it");
      await later();
      assert.deepEqual([await message("#text"), await message("#office0")], [sound, sound]);
    });

    test("of a warning without calling the field wrong", async () => {
      await open("/forum");
      await complete();
      await page.fill("#text", "Rabu (29/8/2024)");
      await page.focus("#id");
      assert.deepEqual(await message("#text"), { codes: ["date.weekday_mismatch"], invalid: null, native: true });
      await page.click("#send");
      assert.equal((await sent())[0].held_on, "2024-08-29");
      assert.deepEqual(await summary(), ["/held_on_text date.weekday_mismatch"]);
      assert.equal(await page.getAttribute(".lokmin-warnings", "role"), "status");
    });

    test("after the click that leaves the field: the button stays under the pointer", async () => {
      await open("/forum");
      await page.fill("#held", "30/2/2025");
      await page.focus("#held");
      const { x, y } = await page.locator("#draft").boundingBox();
      await page.mouse.move(x + 5, y + 5);
      await page.mouse.down();
      assert.ok(await isSilent("#held"));
      await page.evaluate(() => document.querySelector("#draft").addEventListener("click", () => window.sent.push("draft")));
      await page.evaluate(() => document.querySelector("form").addEventListener("submit", (event) => event.preventDefault()));
      await page.mouse.up();
      assert.deepEqual(await sent(), ["draft"]);
      await later();
      assert.deepEqual((await message("#held")).codes, ["date.impossible"]);
    });
  });

  describe("when it is submitted", () => {
    test("lists everything, and goes nowhere", async () => {
      await open("/forum", { document: { attendance: [{ mention: "nobody" }], venue: " " }, keep: true });
      await page.fill("#ordinal", "1.234");
      await page.focus("#ordinal");
      await page.keyboard.press("Enter");
      const found = await page.evaluate(() => bound.check().problems.map(({ path, code }) => `${path} ${code}`));
      assert.deepEqual((await summary()).sort(), found.sort());
      assert.ok(found.includes("/ordinal number.ambiguous") && found.includes("/venue document.blank_text"), found.join());
      assert.ok(page.url().endsWith("/forum"));
      const facts = await page.evaluate(() => {
        const box = document.querySelector(".lokmin-summary");
        return [document.activeElement === box, box.querySelector(".lokmin-errors").getAttribute("role"), box.tabIndex];
      });
      assert.deepEqual(facts, [true, "alert", -1]);
    });

    test("leads to each field by its link, with the keyboard alone", async () => {
      await open("/forum");
      await page.focus("#send");
      await page.keyboard.press("Enter");
      const links = await page.locator(".lokmin-summary a").count();
      assert.ok(links >= 2);
      for (let index = 0; index < links; index += 1) {
        await page.locator(".lokmin-summary a").nth(index).focus();
        await page.keyboard.press("Enter");
        const invalid = await page.evaluate(() => document.activeElement.getAttribute("aria-invalid"));
        assert.equal(invalid, "true");
      }
      assert.equal(new URL(page.url()).hash, "", "the address does not change");
    });

    test("gives the sound document, or lets the browser send it", async () => {
      await open("/forum");
      await complete();
      await page.click("#send");
      assert.deepEqual(await sent(), [
        { schema: "lokmin.forum/1", id: "f1", kind: "quarterly", puskesmas: [{ name: "Lumbir" }], held_on: "2024-08-29" },
      ]);
      await open("/forum", { keep: true });
      await complete();
      await page.click("#send");
      await page.waitForURL(/\/sent\?/u);
    });

    test("by a button that asks for no check, sends it as it is", async () => {
      await open("/forum", { keep: true });
      await page.click("#draft");
      await page.waitForURL(/\/sent\?/u);
    });

    test("in a dialog, stays open until it is right", async () => {
      await open("/dialog", { keep: true });
      await page.evaluate(() => document.querySelector("dialog").showModal());
      await page.click("#send");
      assert.ok(await page.evaluate(() => document.querySelector("dialog").open));
      assert.deepEqual(await summary(), ["/id document.missing", "/kind document.missing"]);
      await complete();
      await page.click("#send");
      assert.ok(!(await page.evaluate(() => document.querySelector("dialog").open)));
    });

    test("keeps a list that changes while it is mended, without calling out", async () => {
      await open("/forum");
      await page.click("#send");
      const before = await summary();
      await page.fill("#id", "f1");
      await later();
      assert.deepEqual(await summary(), before.filter((line) => !line.startsWith("/id ")));
      assert.equal(await page.locator(".lokmin-summary [role]").count(), 0);
      await complete();
      await later();
      assert.deepEqual(await summary(), []);
    });
  });

  describe("reads", () => {
    test("every kind of control, and nothing where nothing stands", async () => {
      await open("/kinds");
      const bare = { schema: "lokmin.forum/1", id: "f1", kind: "quarterly" };
      assert.deepEqual(await value(), bare);
      await page.check("#complete");
      await page.fill("#notes", " satu \n\n dua");
      await page.fill("#purpose", " dua\nbaris ");
      await page.selectOption("#forms", ["R1", "R3"]);
      await page.check("[value=routine]");
      await page.check("[value='33.02.01.2002']");
      await page.selectOption("#signed", "false");
      await page.fill("#value", "76,80");
      await page.fill("#day", "2024-08-30");
      await page.fill("#month", "2024-11");
      assert.deepEqual(await value(), {
        ...bare,
        list_complete: true,
        notes: ["satu", "dua"],
        purpose: " dua\nbaris ",
        recommendations: ["R1", "R3"],
        series: "routine",
        obstacles: [{ villages: { codes: ["33.02.01.2002"] } }],
        attendance: [{ signed: false }],
        stated_figures: [{ value: 76.8 }],
        source: { dated: "2024-08-30" },
        plan: [{ month: "2024-11" }],
      });
      await page.uncheck("#complete");
      await page.fill("#notes", "\n");
      await page.selectOption("#signed", "");
      const { list_complete: complete, notes, attendance } = await value();
      assert.deepEqual([complete, notes, attendance], [undefined, undefined, undefined]);
    });

    test("numbers with a comma or a point, and never guesses", async () => {
      await open("/kinds");
      const read = async (text) => {
        await page.fill("#value", text);
        return (await value()).stated_figures?.[0].value;
      };
      assert.deepEqual(
        [await read("12"), await read("0"), await read("1.234,5"), await read("1,234.5"), await read("0,125"), await read("  ")],
        [12, 0, 1234.5, 1234.5, 0.125, undefined],
      );
      assert.equal(await read("999999999999,123456"), "999999999999.123456", "JavaScript has no such number");
      for (const [text, code] of [["1.234", "number.ambiguous"], ["tiga", "number.format"]]) {
        assert.equal(await read(text), text, "as it was typed");
        const codes = await page.evaluate(() => bound.check().problems.filter(({ path }) => path.startsWith("/stated")).map(({ code, path }) => `${path} ${code}`));
        assert.ok(codes.includes(`/stated_figures/0/value ${code}`), codes.join());
        assert.equal(codes.filter((line) => line.startsWith("/stated_figures/0/value ")).length, 1, "said once");
      }
    });

    test("what was filled, unchanged, also what a field cannot show", async () => {
      const document = {
        schema: "lokmin.forum/1", id: "f1", kind: "weekly", held_on: "2024-08-29", held_on_text: " Kamis ", ordinal: "3",
        puskesmas: [{ name: "Lumbir", code: "1" }, { name: "Kedua" }], attendance: [{ id: "a", mention: "person", office: "Camat" }],
        label: "TW III", theme: "tema",
      };
      await open("/forum", { document }, [0]);
      assert.deepEqual(await value(), document);
      assert.equal(await page.inputValue("#held"), "29/08/2024");
      await page.selectOption("#kind", "monthly");
      await page.fill("#office0", "Sekcam");
      assert.deepEqual(await value(), { ...document, kind: "monthly", attendance: [{ id: "a", mention: "person", office: "Sekcam" }] });
      await page.evaluate((given) => bound.fill(given), LUMBIR);
      assert.deepEqual(await value(), LUMBIR);
      assert.deepEqual(await page.evaluate(() => bound.check().problems), []);
    });

    test("decimals as a language writes them", async () => {
      const figures = (number) => ({ stated_figures: [{ quote: "q", value: number }] });
      await open("/kinds", { document: figures(1.125) });
      assert.equal(await page.inputValue("#value"), "1,1250", "never one mark before three digits");
      await page.fill("#value", "1,1250 ");
      assert.equal((await value()).stated_figures[0].value, 1.125);
      await page.evaluate((given) => bound.fill(given), figures("76.80"));
      assert.equal(await page.inputValue("#value"), "76,80");
      await page.evaluate(() => (bound.lang = "en"));
      assert.equal(await page.inputValue("#value"), "76.80");
      assert.equal((await value()).stated_figures[0].value, "76.80");
    });

    test("any text, and always answers", async () => {
      await open("/kinds");
      const unit = fc.constantFrom("1", ".", ",", "-", "/", " ", "Kamis", "0", "e", "\0", "\ud800", "😀", "__proto__", "\n");
      const texts = fc.sample(fc.oneof(fc.string({ unit: "binary", maxLength: 20 }), fc.string({ unit, maxLength: 9 })), { seed: 20250703, numRuns: 400 });
      const wrong = await page.evaluate((given) => {
        const faults = [];
        for (const text of given) {
          for (const control of document.querySelectorAll("#value, #purpose, #notes, [name='/id']")) {
            control.value = text;
          }
          try {
            const { ok, problems } = bound.validate();
            if (ok !== problems.every(({ severity }) => severity === "warning") || problems.some(({ message }) => !message)) {
              faults.push(text);
            }
          } catch (error) {
            faults.push(`${text}: ${error}`);
          }
        }
        return faults;
      }, texts);
      assert.deepEqual(wrong, []);
    });

    test("any document back, as it was filled", async () => {
      await open("/kinds");
      const names = fc.constantFrom(
        "id", "kind", "notes", "series", "obstacles", "villages", "codes", "attendance", "signed", "stated_figures", "value",
        "source", "dated", "time", "__proto__", "0", "a/b~",
      );
      const { tree } = fc.letrec((tie) => ({
        tree: fc.oneof(
          { maxDepth: 4 },
          fc.constantFrom(null, true, false, 0, 1.125, "", " ", "f1", "2025-07-03", "33.02.01.2001"),
          fc.array(tie("tree"), { maxLength: 3 }),
          fc.dictionary(names, tie("tree"), { maxKeys: 4 }),
        ),
      }));
      const documents = fc.sample(fc.dictionary(names, tree), { seed: 20250703, numRuns: 400 });
      const read = await page.evaluate(
        (given) => given.map((text) => {
          bound.fill(JSON.parse(text));
          bound.validate();
          return JSON.stringify(bound.value());
        }),
        documents.map((document) => JSON.stringify(document)),
      );
      for (const [index, text] of read.entries()) {
        const filled = JSON.parse(JSON.stringify(documents[index]));
        assert.deepEqual(said(JSON.parse(text)), said({ schema: "lokmin.forum/1", ...filled }));
      }
    });
  });

  describe("has rows", () => {
    test("that come and go without being numbered anew", async () => {
      await open("/forum", {}, [0, 1, 2]);
      await complete();
      for (const number of [0, 1, 2]) {
        await page.fill(`#office${number}`, `Kades ${number}`);
        await page.selectOption(`#row${number} select`, "person");
      }
      await page.evaluate(() => document.querySelector("#row1").remove());
      await page.evaluate((html) => document.querySelector("#rows").insertAdjacentHTML("beforeend", html), row(7));
      await page.fill("#count7", "-1");
      await page.fill("#count2", "x");
      assert.deepEqual((await value()).attendance, [
        { office: "Kades 0", mention: "person" }, { office: "Kades 2", mention: "person", count: "x" }, { count: -1 },
      ]);
      await page.click("#send");
      assert.deepEqual(await summary(), [
        "/attendance/1/count number.format", "/attendance/2/mention document.missing", "/attendance/2/count document.number_range",
      ]);
      assert.deepEqual((await message("#count7")).codes, ["document.number_range"]);
      assert.deepEqual((await message("#count2")).codes, ["number.format"]);
      await page.evaluate(() => document.querySelector("#row7").remove());
      await later();
      assert.deepEqual(await summary(), ["/attendance/1/count number.format"], "what is gone is not wrong");
      await page.fill("#count2", "2");
      await later();
      assert.deepEqual(await summary(), []);
    });

    test("of which an empty one is none", async () => {
      await open("/forum", {}, [0, 1]);
      await page.fill("#office1", "Camat");
      await page.fill("#count1", "x");
      await page.click("#send");
      assert.deepEqual((await value()).attendance, [{ office: "Camat", count: "x" }]);
      assert.deepEqual((await message("#count1")).codes, ["number.format"]);
      assert.ok(await isSilent("#count0"));
    });

    test("of the document that have no fields are kept, and those whose fields are gone are not", async () => {
      const attendance = ["a", "b", "c"].map((id) => ({ id, mention: "person", office: id }));
      await open("/forum", { document: { attendance } }, [0, 1]);
      assert.deepEqual((await value()).attendance.map(({ id }) => id), ["a", "b", "c"]);
      await page.evaluate(() => document.querySelector("#row0").remove());
      assert.deepEqual((await value()).attendance.map(({ id }) => id), ["b", "c"]);
    });
  });

  test("changes its language while it is open", async () => {
    await open("/forum", { lang: "en" });
    await page.click("#send");
    const english = await page.textContent(".lokmin-summary");
    assert.match(english, /need to be corrected/u);
    await page.evaluate(() => (bound.lang = "id"));
    assert.match(await page.textContent(".lokmin-summary"), /perlu diperbaiki/u);
    assert.match(await page.textContent("#rows ~ p, .lokmin-message"), /\S/u);
    assert.match(await page.textContent(".lokmin-message"), /^Kesalahan: /u);
    await page.evaluate(() => (bound.lang = "en"));
    assert.equal(await page.textContent(".lokmin-summary"), english);
    assert.match(await page.evaluate(() => { try { bound.lang = "fr"; return ""; } catch (error) { return error.message; } }), /`fr` is not a language/u);
  });

  test("shows hostile text as text", async () => {
    await open("/forum", { document: { "<img src=x onerror=window.hacked=1>": 1 } });
    await page.fill("#held", "<img src=x onerror='window.hacked=1'> 3/13/2025");
    await page.evaluate(() => (document.querySelector("label").textContent = "<script>window.hacked=1</script>"));
    await page.click("#send");
    assert.match(await page.textContent(".lokmin-summary"), /<img src=x[^]*<script>|<script>[^]*<img src=x/u);
    assert.deepEqual(await page.evaluate(() => [window.hacked, document.querySelectorAll("main img, main script").length]), [undefined, 0]);
  });

  test("keeps what the page itself asks of a field, and its place for messages", async () => {
    await open("/own");
    await page.click("#send");
    assert.equal((await message("#id")).codes[0], "document.missing");
    assert.equal(await page.locator("#place .lokmin-message").count(), 1);
    await page.fill("#id", "abc");
    await page.focus("#send");
    assert.deepEqual(await message("#id"), { codes: ["page.constraint"], invalid: "true", native: false });
    await page.fill("#id", "ABC");
    await page.focus("#ordinal");
    await page.keyboard.type("1e");
    await page.click("#send");
    assert.deepEqual((await message("#ordinal")).codes, ["page.constraint"], "a number that the browser cannot read");
    assert.deepEqual(await sent(), []);
    await page.fill("#ordinal", "3");
    await page.click("#send");
    assert.equal((await sent())[0].ordinal, 3);
  });

  test("starts anew when it is reset", async () => {
    await open("/forum");
    await page.click("#send");
    assert.ok((await summary()).length > 0);
    await page.evaluate(() => document.querySelector("form").reset());
    await page.waitForTimeout(20);
    assert.deepEqual(await summary(), []);
    assert.ok(await isSilent("#id"));
  });

  test("leaves the page as it was", async () => {
    await open("/forum", { document: { attendance: [{}, {}] } }, [0, 1]);
    await page.fill("#held", "x");
    await page.click("#send");
    await page.evaluate(() => { bound.lang = "en"; bound.destroy(); });
    const facts = await page.evaluate(() => ({
      same: document.querySelector("main").innerHTML === before,
      valid: document.querySelector("form").checkValidity(),
      noValidate: document.querySelector("form").noValidate,
    }));
    assert.deepEqual(facts, { same: true, valid: true, noValidate: false });
    await page.focus("#held");
    await page.focus("#id");
    await later();
    assert.equal(await page.locator(".lokmin-message").count(), 0);
    await page.evaluate(() => (window.bound = lokmin.bindForm(document.querySelector("form"), "forum", {})));
  });

  test("refuses misuse", async () => {
    await open("/forum");
    const errors = await page.evaluate(() => {
      const form = document.querySelector("form");
      const other = document.createElement("form");
      const attempts = [[form, "forum"], [other, "forums"], [other, "forum", { lnag: "en" }], [other, "forum", { lang: "fr" }]];
      return attempts.map((values) => { try { lokmin.bindForm(...values); return ""; } catch (error) { return error.message; } });
    });
    for (const [index, text] of [/bound already/u, /`forums` is no kind/u, /`lnag` is no option/u, /`fr` is not a language/u].entries()) {
      assert.match(errors[index], text);
    }
  });

  for (const lang of ["id", "en"]) {
    test(`is accessible with everything wrong, ${lang}`, async () => {
      await open("/forum", { lang, document: { attendance: [{}, {}], unknown: 1 } }, [0, 1]);
      await page.fill("#held", "30/2/2025");
      await page.fill("#text", "Rabu");
      await page.click("#send");
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => (await axe.run(document, { resultTypes: ["violations"] })).violations);
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`), []);
    });
  }
});
