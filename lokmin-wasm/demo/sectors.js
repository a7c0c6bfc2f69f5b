// What sectors are called on the page, as in the pages of the core.

const NAMES = {
  KEC: ["Kecamatan", "Subdistrict office"],
  PKM: ["Puskesmas", "Community health centre"],
  DINKES: ["Dinas Kesehatan", "District health office"],
  DESA: ["Pemerintah desa/kelurahan", "Village government"],
  PKK: ["TP PKK", "Family welfare movement (PKK)"],
  POKJANAL: ["Tim Pembina (Pokjanal) Posyandu", "Posyandu steering team"],
  KADER: ["Kader", "Health cadres"],
  TNI: ["TNI", "Army"],
  POLRI: ["Polri", "Police"],
  DIK: ["Pendidikan", "Education"],
  KUA: ["Kantor Urusan Agama", "Religious affairs office"],
  KB: ["Keluarga berencana", "Family planning"],
  TANI: ["Pertanian", "Agriculture"],
  TERNAK: ["Peternakan", "Livestock"],
  SOS: ["Sosial", "Social affairs"],
  LPM: ["Lembaga pemberdayaan masyarakat", "Community empowerment body"],
  BPD: ["Badan permusyawaratan desa", "Village council"],
  RTRW: ["RT/RW", "Neighbourhood heads"],
  TOMA: ["Tokoh masyarakat", "Community figures"],
  TOGA: ["Tokoh agama", "Religious figures"],
  ORMAS: ["Organisasi masyarakat", "Civil society organisations"],
  DPRD: ["DPRD", "Legislature"],
  BPJS: ["BPJS Kesehatan", "National health insurance"],
  PENDAMPING_DESA: ["Pendamping desa", "Village facilitators"],
  JEJARING: ["Jejaring pelayanan kesehatan", "Health service network"],
  SWASTA: ["Swasta", "Business"],
  other: ["Lainnya", "Other"],
};

/** Returns the name of a sector. */
export function sectorName(code, lang) {
  return NAMES[code]?.[lang === "id" ? 0 : 1] ?? code;
}

/** Returns every sector as a choice. */
export function sectorChoices(lang, none) {
  return [["", none], ...Object.keys(NAMES).map((code) => [code, sectorName(code, lang)])];
}
