// A review as large as they come: 16 villages, 20 indicators, 40 recommendations, long texts. The villages are real, the
// figures and recommendations are made up.
import { readFileSync } from "node:fs";

const data = (name) => JSON.parse(readFileSync(new URL(`../../lokmin-core/examples/data/${name}`, import.meta.url), "utf8"));

const INDICATORS = [
  "K1", "K4", "K6", "PF", "KFL", "KNL", "IDL", "IBDL", "TUMBANG", "IVA", "PROD", "LANS", "PKG", "PKG-BALITA", "BUMSPM",
  "IMD", "SKDN-DS", "STUNT", "BBLR", "JAMBAN",
];
const SECTORS = ["PKM", "DESA", "KEC", "PKK", "TNI", "POLRI", "DIK", "KB", "KUA", "SOS"];
const MONTHS = ["01", "02", "03", "04", "05", "06"].map((month) => `2025-${month}`);

/** Numbers that look random and are the same every time. */
function counter(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 65536) % below;
  };
}

const FILLER =
  " supaya ibu hamil dan balita di dusun yang jauh dari pusat kecamatan terjangkau sebelum musim air pasang, bersama bidan " +
  "desa, kader posyandu dan perangkat desa, dengan perahu puskesmas keliling dan jadwal yang diumumkan di masjid";

/** Returns the request; `text` is put into every free text. */
export function realSize(text = "", { indicators = INDICATORS, recommendations = 40 } = {}) {
  const random = counter(7);
  const area = data("working_area_pelangiran.json");
  const codes = area.villages.map((village) => village.code);
  const forum = data("forum_pelangiran.json");
  const code = area.puskesmas.code;
  forum.puskesmas = [area.puskesmas];
  forum.label = "Triwulan III 2025";
  forum.theme = `Bersama menurunkan angka stunting dan kematian ibu${text}`;
  forum.obstacles = Array.from({ length: 14 }, (_, index) => ({
    id: `h${index}`,
    category: ["access", "workforce", "supplies", "budget", "records", "awareness"][index % 6],
    text: `Hambatan ke-${index + 1}: kader kesehatan kurang${FILLER}${text}`,
    villages: index % 3 ? { codes: codes.slice(index % 5, (index % 5) + 6) } : { count: 4, text: `desa yang jauh${text}` },
    ...(index < 4 ? { continues: `lama${index}` } : {}),
  }));
  const before = {
    schema: "lokmin.forum/1",
    id: "pelangiran-2025-05-14",
    kind: "quarterly",
    label: "Triwulan II 2025",
    held_on: "2025-05-14",
    puskesmas: [area.puskesmas],
    obstacles: Array.from({ length: 10 }, (_, index) => ({
      id: `lama${index}`,
      category: "access",
      text: `Hambatan lama ke-${index + 1}: perahu rusak${FILLER}${text}`,
      villages: { codes: codes.slice(index, index + 3) },
    })),
  };
  const events = [];
  for (let index = 0; index < recommendations; index += 1) {
    const recommendation = `r${String(index).padStart(2, "0")}`;
    const isOld = index < 28;
    const day = isOld ? "2025-05-14" : "2025-07-30";
    const event = (seq, on, rest) =>
      events.push({ schema: "lokmin.event/1", id: `${recommendation}/${seq}`, recommendation, seq, on, ...rest });
    event(0, day, {
      kind: "propose",
      content: {
        action: `Rekomendasi ke-${index + 1}: latih dan lengkapi kader${FILLER}${text}`,
        puskesmas: [code],
        forum: isOld ? before.id : forum.id,
        quarter: isOld ? "2025Q2" : "2025Q3",
        problem: `Cakupan rendah di dusun jauh${text}`,
        obstacle: isOld ? `lama${index % 10}` : `h${index % 14}`,
        indicators: [INDICATORS[index % 20]],
        villages: index % 4 ? { codes: codes.slice(index % 8, (index % 8) + 7) } : undefined,
        support: [{ sector: "DESA", text: `siapkan perahu dan honor kader dari dana desa${text}` }],
        measure: `kader terlatih di semua dusun${text}`,
      },
    });
    if (index % 9 === 8) continue;
    const owners = [{ sector: SECTORS[index % 10], office: `Kepala ${SECTORS[index % 10]}${text}` }, { sector: "DESA" }];
    event(1, day, { kind: "agree", owners, due: isOld ? "2025-07-31" : "2025-10-31", measure: `terlaksana${text}` });
    if (index % 5 === 1) event(2, "2025-07-20", { kind: "complete", evidence: [`laporan dan foto${text}`] });
    if (index % 5 === 2) event(2, "2025-06-02", { kind: "escalate", to: "dinkes", reason: `di luar kemampuan${text}` });
    if (index % 5 === 3) {
      event(2, "2025-07-01", { kind: "progress", text: `sebagian dusun${text}`, villages: { done: 3, of: 7 } });
    }
    if (isOld && index % 5 === 4) event(2, "2025-07-30", { kind: "carry_over", forum: forum.id });
  }
  const figures = indicators.map((definition, place) => ({
    definition,
    target: { rate: definition === "STUNT" ? "14" : definition === "BBLR" ? "6" : "90" },
    children: codes.map((area, index) => {
      const denominator = 30 + random(60);
      const isCase = ["STUNT", "BBLR"].includes(definition);
      // What is counted anew each month is a share of the denominator of the month, everything else of that of the year.
      const isMonthly = isCase || ["IMD", "SKDN-DS", "JAMBAN"].includes(definition);
      const usual = isCase ? 4 : isMonthly ? 60 + (index % 5) * 7 : 5 + (place % 4) + (index % 3);
      const series = MONTHS.map((month) => ({
        month,
        numerator: Math.min(denominator, Math.round((denominator * (usual + random(isCase ? 16 : isMonthly ? 20 : 4))) / 100)),
        denominator,
      }));
      return { area, series: index === 11 && place % 4 === 0 ? series.slice(0, 0) : series };
    }),
  }));
  return {
    quarter: "2025Q3",
    as_of: "2025-10-20",
    working_area: area,
    forums: [before, forum],
    events,
    figures,
  };
}
