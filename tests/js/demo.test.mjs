// The demo as a person uses it: typing and clicking, looking at what is shown and at what is saved.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import * as lokmin from "lokmin";
import { begin, enterForum, exported, go, LUMBIR, options, PACKAGE, saved, stage } from "./demo-person.mjs";

await lokmin.init();

const text = (locator) => locator.innerText();

test("the policy of the page is strict, and names the style of the pages that the rules write", () => {
  const html = readFileSync(`${PACKAGE}demo/index.html`, "utf8");
  const policy = /Content-Security-Policy" content="([^"]+)"/u.exec(html)[1];
  const css = readFileSync(`${PACKAGE}../lokmin-core/src/render/style.css`);
  const checksum = createHash("sha256").update(css).digest("base64");
  assert.deepEqual(policy.split("; ").slice(0, 3), [
    "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", `style-src 'self' 'sha256-${checksum}'`,
  ]);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/u);
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|<script(?![^>]* src=)/u);
});

test("the sample working area is that of the core", () => {
  const read = (path) => JSON.parse(readFileSync(`${PACKAGE}${path}`, "utf8"));
  assert.deepEqual(read("demo/sample_area.json"), read("../lokmin-core/examples/data/working_area_lumbir.json"));
});

describe("in a browser", options, () => {
  let scene;
  before(async () => {
    scene = await stage();
  });
  after(() => scene.close());

  test("the forum of Lumbir, 29 August 2024", async () => {
    const page = await scene.open();
    await begin(page);
    await enterForum(page);

    // What was written stands beside what was understood of it.
    const rows = page.locator("#people > li");
    assert.equal(await rows.count(), LUMBIR.length);
    assert.match(await text(rows.nth(0)), /Dipahami: Kecamatan; jabatan Sekretaris Kecamatan; mewakili Ibu Camat Lumbir/u);
    assert.match(await text(rows.nth(1)), /Dipahami: Dinas Kesehatan/u);
    assert.match(await text(rows.nth(3)), /Dipahami: Polri/u);
    assert.match(await text(rows.nth(6)), /Sektor tidak dikenal/u);

    // It can be corrected: the others were of the village councils, say.
    await rows.nth(6).locator("summary").click();
    await rows.nth(6).getByLabel("Sektor", { exact: true }).selectOption("BPD");
    assert.match(await text(rows.nth(6)), /dibetulkan menjadi Badan permusyawaratan desa/u);

    // One tap a village: 2001 came, 2002 sent somebody, 2003 did not come; a second tap takes 2004 back.
    const tap = (village, state) => page.locator(`[data-village="33.02.01.${village}"] [data-value=${state}]`).click();
    await tap(2001, "present");
    await tap(2002, "stand_in");
    await page.locator(`[data-village="33.02.01.2002"] input`).fill("Sekdes Canduk");
    await tap(2003, "absent");
    await tap(2004, "present");
    await tap(2004, "present");
    assert.equal(await text(page.locator("#heads-count")), "3 dari 10 desa sudah ditandai");
    assert.equal(await text(page.locator("#villages")), "Desa: 2 dari 10 hadir atau diwakili.");

    // Nobody said that the list is complete: Parungkamal is not mentioned, which is not absent.
    const covered = () => text(page.locator("#coverage"));
    assert.match(await covered(), /Tidak disebut: Parungkamal, Besuki/u);
    assert.match(await text(page.locator("[data-sector=KEC]")), /diwakili/u);
    assert.match(await text(page.locator("[data-sector=PKK]")), /tidak disebut/u);
    await page.getByLabel(/Daftar ini lengkap/u).check();
    assert.match(await covered(), /Tidak hadir: Parungkamal, Besuki/u);
    assert.match(await text(page.locator("[data-sector=PKK]")), /tidak hadir/u);

    // An old phone has loaded the small build until now, and nothing of the full one.
    assert.ok(scene.server.asked.includes("/pkg/lokmin_bg.wasm"));
    assert.deepEqual(scene.server.asked.filter((path) => path.includes("full")), []);

    const { name, text: saving } = await exported(page, "takeOutForum");
    assert.equal(name, "lumbir-tw-iii-2024-forum.json");
    const forum = JSON.parse(saving);
    const { ok, problems } = lokmin.validate("forum", forum);
    assert.deepEqual([ok, problems], [true, []]);
    assert.equal(forum.held_on, "2024-08-29");
    assert.equal(forum.label, "Tribulan III");
    assert.equal(forum.attendance.length, LUMBIR.length + 2);
    assert.deepEqual(forum.attendance[0].represents, [{ office: "Ibu Camat Lumbir" }]);
    assert.equal(forum.attendance[6].sector, "BPD");
    const [head, deputy] = forum.attendance.slice(-2);
    assert.deepEqual([head.village, head.sector, head.capacity], ["33.02.01.2001", "DESA", undefined]);
    assert.deepEqual([deputy.text, deputy.capacity, deputy.represents[0].village], ["Sekdes Canduk", "representing", "33.02.01.2002"]);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test("a date is day first, and its weekday is a checksum", async () => {
    const page = await scene.open();
    await begin(page);
    const date = page.locator("#forum-date");
    const shown = page.locator(".field", { has: date }).locator(".understood");
    await date.fill("3/7/2025");
    assert.equal(await text(shown), "Kamis, 3 Juli 2025");
    assert.match(await text(page.locator("#place")), /2025Q3/u);
    await date.fill("Rabu, (29/8/2024)");
    assert.match(await text(shown), /Periksa: tertulis `Rabu`, padahal 29 Agustus 2024 hari Kamis/u);
    assert.equal(await page.locator("#check [data-code='date.weekday_mismatch']").count(), 1);
    assert.equal(await date.getAttribute("aria-invalid"), "false");
    await date.fill("30/2/2025");
    assert.equal(await date.getAttribute("aria-invalid"), "true");
    assert.equal(await shown.locator(".error").count(), 1);
    // The label names the quarter where the date does not: 29 August 2024 with `Tribulan III` is 2024Q3.
    await date.fill("29/8/2024");
    await page.locator("#forum-label").fill("Tribulan III");
    assert.equal(await text(page.locator("#place")), "Dihitung untuk triwulan 2024Q3: sesuai jadwal");
    await page.context().close();
  });

  test("village figures: a number, not reported, not scheduled; why, and nothing blocks", async () => {
    const page = await scene.open();
    await begin(page);
    await page.locator("#forum-date").fill("Kamis, (29/8/2024)");
    await go(page, "figures");
    // The forum of the third quarter reviews the second: its last month is June.
    assert.equal(await page.locator("#month").inputValue(), "2024-06");
    const card = (code) => page.locator(`[data-indicator=${code}]`);
    const state = (code) => card(code).locator("input:checked").inputValue();
    assert.equal(await state("K6"), "not_reported");

    // 3 of 57; the target to June is 80 x 6 / 12 = 40 %, 22.8 of 57, so 23 people: 20 short.
    await page.locator("#k6-numerator").fill("3");
    assert.equal(await state("K6"), "number");
    await page.locator("#k6-denominator").fill("57");
    await card("K6").locator("summary").click();
    await page.locator("#k6-target").fill("80");
    const verdict = (code) => text(card(code).locator(".verdict"));
    assert.match(await verdict("K6"), /belum tercapai · kurang 20 orang · sementara/u);
    assert.match(await verdict("K6"), /3 dari 57 = 5,3 %; target s\.d\. Juni 40,0 % \(22,8 -> 23 orang\)/u);

    // More than everybody is told and kept.
    await page.locator("#k1-numerator").fill("60");
    await page.locator("#k1-denominator").fill("57");
    assert.match(await verdict("K1"), /Periksa: capaian 60 lebih besar daripada sasaran 57/u);
    assert.match(await verdict("K1"), /60 dari 57 = 105,3 %/u);

    // Zero is a number; `1.234` may be two, and is refused with the reason; `12,0` is twelve.
    await page.locator("#pf-numerator").fill("1.234");
    assert.match(await verdict("PF"), /Salah: `1\.234` bisa berarti ribuan atau desimal/u);
    assert.equal(await page.locator("#pf-numerator").getAttribute("aria-invalid"), "true");
    await page.locator("#pf-numerator").fill("12,0");
    await page.locator("#pf-denominator").fill("50");
    assert.match(await verdict("PF"), /12 dari 50 = 24,0 %/u);
    await page.locator("#kfl-numerator").fill("0");
    await page.locator("#kfl-denominator").fill("50");
    assert.match(await verdict("KFL"), /0 dari 50 = 0,0 %/u);
    // What is not reported after all is missing, and not zero.
    await card("KFL").getByLabel("Belum lapor").check();
    assert.doesNotMatch(await verdict("KFL"), /0 dari 50/u);

    // Vitamin A is given in February and August: June is not its month.
    await page.locator("#group").selectOption("nutrition");
    assert.equal(await state("VITA"), "not_scheduled");
    assert.equal(await state("STUNT"), "not_reported");
    await page.locator("#group").selectOption("mother");

    // On to the next village, whose fields are its own.
    await page.locator("#next-village").click();
    assert.match(await text(page.locator("#village")), /Desa 2 dari 10\s+Canduk/u);
    assert.equal(await page.locator("#k6-numerator").inputValue(), "");
    assert.equal(await page.locator("#k6-numerator").getAttribute("inputmode"), "numeric");
    assert.equal(await page.evaluate(() => document.activeElement.id), "village");
    await page.getByRole("button", { name: "Desa sebelumnya" }).click();
    assert.equal(await page.locator("#k6-numerator").inputValue(), "3");
    await page.context().close();
  });

  test("recommendations: only legal steps are offered, the others are explained", async () => {
    const page = await scene.open();
    await begin(page);
    await page.locator("#forum-date").fill("Kamis, (29/8/2024)");
    await page.locator("#forum-label").fill("Tribulan III");
    await go(page, "recommendations");
    await page.locator("#as-of").fill("29/8/2024");
    await page.locator("#proposal textarea").fill("Bimtek atau pelatihan ILP bagi kader kesehatan desa");
    await page.locator("#proposal button.main").click();
    const card = page.locator("[data-recommendation]");
    await card.waitFor();
    const offered = () => card.locator(".steps button").evaluateAll((buttons) => buttons.map((button) => button.dataset.step));
    assert.deepEqual(await offered(), ["agree", "reject", "defer", "escalate", "cancel", "amend", "note", "carry_over", "supersede"]);
    await card.getByText("Mengapa langkah lain tidak dapat?").click();
    assert.match(await text(card.locator("li[data-step=verify]")), /tidak dapat dilakukan saat statusnya/u);

    // Without an owner it is refused; with one it is agreed, due on the last day of September.
    await card.locator(".steps [data-step=agree]").click();
    await card.locator("form button.main").click();
    assert.equal(await card.locator("form .error").count(), 1);
    await card.locator("form [data-member=sector]").selectOption("PKM");
    await card.locator("form [data-member=due]").fill("30/9/2024");
    await card.locator("form button.main").click();
    await page.locator("#told .note").waitFor();
    assert.match(await text(card), /disepakati · tenggat Senin, 30 September 2024/iu);
    assert.deepEqual(await offered(), ["start", "progress", "complete", "defer", "escalate", "cancel", "amend", "note", "carry_over", "supersede"]);

    // Three days after it was due it has to be on the agenda.
    assert.equal(await page.locator("#agenda li").count(), 1);
    await page.locator("#as-of").fill("3/10/2024");
    assert.match(await text(page.locator("#agenda")), /lewat tenggat 3 hari/u);

    const { text: lines } = await exported(page, "takeOutRegister");
    const register = new lokmin.Register(lines);
    assert.deepEqual(register.describe().value, { events: 2, recommendations: 1 });
    assert.equal(register.followUp({ as_of: "2024-10-03" }).value[0].overdue_days, 3);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test("the next forum starts from the last: nobody is taken for present, what is open comes along", async () => {
    const page = await scene.open();
    await begin(page);
    await enterForum(page);
    await go(page, "recommendations");
    await page.locator("#proposal textarea").fill("Bimtek kader");
    await page.locator("#proposal button.main").click();
    await page.locator("[data-recommendation]").waitFor();
    await go(page, "drafts");
    await begin(page, "Lumbir TW IV 2024");
    assert.equal(await page.locator("#forum-venue").inputValue(), "Aula Kecamatan Lumbir");
    assert.equal(await page.locator("#forum-date").inputValue(), "");
    await page.locator("#forum-date").fill("Kamis, 14/11/2024");
    await go(page, "attendance");
    assert.equal(await page.locator("#people > li").count(), LUMBIR.length);
    assert.equal(await page.locator("#people [aria-pressed=true]").count(), 0);
    assert.match(await text(page.locator("[data-sector=POLRI]")), /tidak disebut/u);
    await page.locator("#people > li").nth(3).locator("[data-value=present]").click();
    assert.match(await text(page.locator("[data-sector=POLRI]")), /hadir/u);
    await go(page, "recommendations");
    await page.getByRole("button", { name: "Bawa semua yang terbuka ke forum ini" }).click();
    await page.locator("#told .note").waitFor();
    assert.match(await text(page.locator("[data-recommendation]")), /dibawa ke 1 forum/u);
    assert.match(await text(page.locator("#agenda")), /dilanjutkan dari TW lalu/u);
    await page.context().close();
  });

  test("the review is written, and can be saved and printed", async () => {
    const page = await scene.open();
    await begin(page);
    await enterForum(page);
    await go(page, "figures");
    await page.locator("#k6-numerator").fill("3");
    await page.locator("#k6-denominator").fill("57");
    await go(page, "review");
    const sheet = page.frameLocator("#page");
    await sheet.locator("h1").first().waitFor();
    assert.match(await sheet.locator("body").innerText(), /Puskesmas Lumbir, triwulan III 2024/u);
    // The style of the page itself is allowed by the policy: its tables have their lines.
    assert.equal(await sheet.locator("table").first().evaluate((table) => getComputedStyle(table).borderCollapse), "collapse");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Unduh" }).click()]);
    assert.match(download.suggestedFilename(), /\.html$/u);
    assert.match(readFileSync(await download.path(), "utf8"), /Puskesmas Lumbir/u);
    await page.locator("#which").selectOption("renderFollowUpMatrix");
    await sheet.locator("h1", { hasText: /RTL/u }).first().waitFor();
    await page.evaluate(() => {
      document.querySelector("#page").contentWindow.print = () => document.body.setAttribute("data-printed", "");
    });
    await page.locator("#print").click();
    await page.locator("body[data-printed]").waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test("one's own working area, forum, register and draft are taken in; anything else is refused", async () => {
    const page = await scene.open();
    const give = async (name, content) => {
      await page.locator("#import-told").evaluate((told) => told.replaceChildren());
      await page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
      await page.locator("#import-told p").first().waitFor();
      return text(page.locator("#import-told"));
    };
    assert.match(await give("x.json", "{\"a\": 1}"), /bukan draf, wilayah kerja, catatan forum atau buku RTL/u);
    const data = (name) => readFileSync(`${PACKAGE}../lokmin-core/examples/${name}`, "utf8");
    assert.match(await give("area.json", data("data/working_area_pelangiran.json")), /16 desa/u);
    await page.reload();
    await page.locator("#import-told").waitFor({ state: "attached" });
    assert.match(await give("register.jsonl", data("review/samples/register.jsonl")), /Buku RTL digabung: \d+ kejadian/u);
    await go(page, "drafts");
    const draft = await exported(page, "takeOutDraft");
    assert.match(await give("forum.json", data("data/forum_lumbir.json")), /Catatan forum diambil/u);
    assert.match(await give("again.json", draft.text), /Draf “.+” diambil/u);
    assert.equal(await page.locator("[data-draft]").count(), 3);
    // A broken register costs only its broken lines, and says so.
    const broken = data("review/samples/register.jsonl").replace("\"kind\":\"propose\"", "\"kind\":\"propose \"");
    assert.match(await give("broken.jsonl", broken), /Periksa: /u);
    await saved(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
});
