//! The one list of problem codes: what each means, why it matters, a wrong and a right fragment, and its texts.

use std::fmt;

use super::Severity;
use crate::language::Lang;

/// Declares the codes. Each entry: four lines of documentation (meaning, why, wrong, right), the variant, the code, the
/// severity, and one message template a language. `{name}` stands for the parameter of that name.
macro_rules! problem_codes {
    ($( $(#[doc = $doc:literal])+ $name:ident = $code:literal, $severity:ident, $id:literal, $en:literal; )+) => {
        /// The stable name of a kind of finding. Codes are never renamed and never reused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum ProblemCode {
            $( $(#[doc = $doc])+ $name, )+
        }

        impl ProblemCode {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Returns the code as text, such as `date.weekday_mismatch`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// Returns how bad a finding of this kind is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)+ }
            }

            /// Returns the message with `{name}` in the place of each parameter.
            #[must_use]
            pub const fn template(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$name, Lang::Id) => $id, (Self::$name, Lang::En) => $en,)+
                }
            }

            /// Returns the documentation of the code: what it means, why it matters, a wrong and a right fragment.
            #[must_use]
            pub const fn documentation(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc, "\n"),+),)+ }
            }
        }
    };
}

problem_codes! {
    // --- numbers ---

    /// A text is not a plain decimal number with at most six places.
    /// Why: a figure that is read wrongly judges a village wrongly.
    /// Wrong: `"76,8 %"`.
    /// Right: `"76.8"`.
    NumberFormat = "number.format", Error,
        "`{found}` bukan bilangan desimal biasa dengan paling banyak enam angka di belakang titik",
        "`{found}` is not a plain decimal number with at most six places";

    // --- JSON ---

    /// The text is not JSON.
    /// Why: nothing in it can be read.
    /// Wrong: `{"kind": }`.
    /// Right: `{"kind": "quarterly"}`.
    JsonSyntax = "json.syntax", Error,
        "bukan JSON yang sah pada baris {line}, kolom {column}",
        "not valid JSON at line {line}, column {column}";

    /// Lists and objects are nested more than 100 deep.
    /// Why: no real document is, and reading it would exhaust the stack.
    /// Wrong: 101 opening brackets.
    /// Right: at most 100.
    JsonTooDeep = "json.too_deep", Error,
        "JSON bersarang lebih dari {limit} tingkat",
        "JSON is nested more than {limit} levels deep";

    /// An object has the same member twice.
    /// Why: JSON readers differ on which one counts, so one of the two would be lost.
    /// Wrong: `{"label": "TW II", "label": "TW III"}`.
    /// Right: `{"label": "TW III"}`.
    JsonDuplicateMember = "json.duplicate_member", Error,
        "anggota `{name}` muncul lebih dari sekali",
        "member `{name}` occurs more than once";

    // --- documents ---

    /// A required member is absent.
    /// Why: the rules cannot be applied without it.
    /// Wrong: `{"puskesmas": []}` without `kind`.
    /// Right: `{"kind": "quarterly", "puskesmas": []}`.
    Missing = "document.missing", Error,
        "`{name}` wajib diisi",
        "`{name}` is required";

    /// The document is of a kind or version that is not the one to be read.
    /// Why: members of another version may mean something else, so nothing of it is read.
    /// Wrong: `{"schema": "lokmin.forum/9"}`.
    /// Right: `{"schema": "lokmin.forum/1"}`.
    SchemaUnknown = "document.schema_unknown", Error,
        "dokumen ini `{found}`, yang dapat dibaca adalah `{expected}`",
        "this document is `{found}`, what can be read is `{expected}`";

    /// A member is not known to this kind of document.
    /// Why: a mistyped name would silently lose what stands in it.
    /// Wrong: `{"hled_on": "2025-07-03"}`.
    /// Right: `{"held_on": "2025-07-03"}`.
    UnknownMember = "document.unknown_member", Error,
        "`{name}` tidak dikenal di sini",
        "`{name}` is not known here";

    /// A value has another JSON type than the member needs.
    /// Why: a value of another type cannot be read without guessing.
    /// Wrong: `{"ordinal": "three"}`.
    /// Right: `{"ordinal": 3}`.
    WrongType = "document.wrong_type", Error,
        "harus berupa {expected}, bukan {found}",
        "expected {expected}, found {found}";

    /// A word is not one of the terms that the member knows.
    /// Why: terms are what the rules work with.
    /// Wrong: `{"kind": "triwulanan"}`.
    /// Right: `{"kind": "quarterly"}`.
    UnknownTerm = "document.unknown_term", Error,
        "`{found}` bukan salah satu istilah yang dikenal: {expected}",
        "`{found}` is not one of the known terms: {expected}";

    /// A text is empty or only white space.
    /// Why: an empty text says neither what is known nor that it is unknown; leave the member out instead.
    /// Wrong: `{"venue": " "}`.
    /// Right: `{"venue": "Aula Kecamatan"}`.
    BlankText = "document.blank_text", Error,
        "teks kosong: isi atau hilangkan anggotanya",
        "the text is blank: fill it in or leave the member out";

    /// A number lies outside the range of its member.
    /// Why: outside the range it has no meaning.
    /// Wrong: `{"ordinal": 0}`.
    /// Right: `{"ordinal": 3}`.
    NumberRange = "document.number_range", Error,
        "{found} di luar rentang {min} sampai {max}",
        "{found} is outside {min} to {max}";

    /// More problems were found than are listed.
    /// Why: a list of thousands of problems helps nobody; mend the first ones and read again.
    /// Wrong: a document with 1,500 unknown members.
    /// Right: the same document with the members mended.
    MoreProblems = "document.more_problems", Error,
        "masih ada {count} masalah lain yang tidak ditampilkan",
        "{count} more problems are not listed";

    // --- quarters and months ---

    /// A quarter is not written `YYYYQn`.
    /// Why: the canonical form is what is stored and compared.
    /// Wrong: `2025Q5`, `2025-T3`.
    /// Right: `2025Q3`.
    QuarterFormat = "quarter.format", Error,
        "`{found}` bukan triwulan yang ditulis `TTTTQn`, misalnya `2025Q3`",
        "`{found}` is not a quarter written `YYYYQn`, such as `2025Q3`";

    /// A month is not written `YYYY-MM`.
    /// Why: the canonical form is what is stored and compared.
    /// Wrong: `202413`.
    /// Right: `2024-12`.
    MonthFormat = "month.format", Error,
        "`{found}` bukan bulan yang ditulis `TTTT-BB`, misalnya `2025-07`",
        "`{found}` is not a month written `YYYY-MM`, such as `2025-07`";

    // --- dates and times ---

    /// A date is not written `YYYY-MM-DD`.
    /// Why: documents carry dates in one form only; what people write is kept beside it as text.
    /// Wrong: `{"held_on": "3/7/2025"}`.
    /// Right: `{"held_on": "2025-07-03", "held_on_text": "3/7/2025"}`.
    DateIsoFormat = "date.iso_format", Error,
        "`{found}` bukan tanggal yang ditulis `TTTT-BB-HH`, misalnya `2025-07-03`",
        "`{found}` is not a date written `YYYY-MM-DD`, such as `2025-07-03`";

    /// The calendar has no such day.
    /// Why: one of its numbers is wrong, and nobody can say which.
    /// Wrong: `31/6/2025`.
    /// Right: `30/6/2025`.
    DateImpossible = "date.impossible", Error,
        "tanggal `{found}` tidak ada di kalender",
        "there is no `{found}` in the calendar";

    // --- forum ---

    /// A document has two things with the same id.
    /// Why: a reference to the id could mean either.
    /// Wrong: two attendance rows with `"id": "camat"`.
    /// Right: `"id": "camat"` and `"id": "sekcam"`.
    DuplicateId = "document.duplicate_id", Error,
        "id `{id}` dipakai lebih dari sekali",
        "id `{id}` is used more than once";

    /// A reference names an attendance row that is not there.
    /// Why: nobody can see who is meant.
    /// Wrong: `{"roles": {"opener": "cmat"}}` beside a row with the id `camat`.
    /// Right: `{"roles": {"opener": "camat"}}`.
    UnknownReference = "document.unknown_reference", Error,
        "tidak ada baris daftar hadir dengan id `{id}`",
        "no attendance row has the id `{id}`";

    /// A forum names no Puskesmas.
    /// Why: a forum is held by a Puskesmas and counts for it.
    /// Wrong: `{"puskesmas": []}`.
    /// Right: `{"puskesmas": [{"name": "Puskesmas Lumbir"}]}`.
    PuskesmasMissing = "forum.puskesmas_missing", Error,
        "sebutkan sekurang-kurangnya satu Puskesmas penyelenggara",
        "name at least one Puskesmas that held the forum";

    /// A forum has no date.
    /// Why: without one it cannot be placed in the calendar; it is kept, and counts nowhere unless its quarter is given.
    /// Wrong: `{"held_on_text": "Kamis (11/12)"}` alone.
    /// Right: `{"held_on": "2025-12-11", "held_on_text": "Kamis (11/12)"}`.
    ForumDateMissing = "forum.date_missing", Warning,
        "tanggal pelaksanaan belum diisi",
        "the day on which the forum was held is missing";

    /// The date as written cannot be read.
    /// Why: the text beside a date is a check on it, and this one checks nothing.
    /// Wrong: `{"held_on_text": "minggu depan"}`.
    /// Right: `{"held_on_text": "Kamis (3/7/2025)"}`.
    ForumDateUnreadable = "forum.date_unreadable", Warning,
        "tanggal tertulis `{text}` tidak dapat dibaca",
        "the written date `{text}` cannot be read";

    /// The date and the date as written are different days.
    /// Why: one of the two is wrong; both are kept and neither is chosen.
    /// Wrong: `{"held_on": "2025-03-07", "held_on_text": "3/7/2025"}`.
    /// Right: `{"held_on": "2025-07-03", "held_on_text": "3/7/2025"}`.
    ForumDateContradiction = "forum.date_contradiction", Warning,
        "`{text}` berarti {read}, sedangkan tanggal yang diisi {held_on}",
        "`{text}` means {read}, while the date given is {held_on}";

    /// The label of the quarter cannot be read.
    /// Why: the quarter that the forum counts for is then taken from its date.
    /// Wrong: `{"label": "pertemuan ketiga"}`.
    /// Right: `{"label": "Tribulan III"}`.
    ForumLabelUnreadable = "forum.label_unreadable", Warning,
        "label `{text}` bukan sebutan triwulan yang dapat dibaca",
        "the label `{text}` is not a quarter that can be read";

    /// A row says nothing about who it stands for.
    /// Why: an empty row counts as nobody.
    /// Wrong: `{"mention": "person"}`.
    /// Right: `{"mention": "person", "office": "Camat"}`.
    AttendanceEmpty = "attendance.empty", Error,
        "isi nama, jabatan, instansi atau sektor",
        "give a name, an office, an institution or a sector";

    /// A party is named in no way.
    /// Why: nobody can see who spoke, asked or promised.
    /// Wrong: `{"askers": [{}]}`.
    /// Right: `{"askers": [{"text": "tokoh agama"}]}`.
    PartyEmpty = "forum.party_empty", Error,
        "sebutkan pihaknya: baris daftar hadir, sektor atau teks",
        "name the party: an attendance row, a sector or a text";

    /// Somebody represents, and it is not said whom.
    /// Why: a stand-in counts for the sector of the one who is represented.
    /// Wrong: `{"mention": "person", "name": "Sugianto", "capacity": "representing"}`.
    /// Right: the same with `"represents": [{"office": "Danramil"}]`.
    PrincipalMissing = "attendance.principal_missing", Error,
        "sebutkan siapa yang diwakili",
        "say who is represented";

    /// Somebody both holds an office here and represents another.
    /// Why: an acting official is the official, a stand-in is not; the row must be one of the two.
    /// Wrong: `"capacity": "plt"` beside `"represents": [...]`.
    /// Right: `"capacity": "representing"` beside `"represents": [...]`.
    CapacityContradiction = "attendance.capacity_contradiction", Error,
        "`{capacity}` tidak dapat disertai pihak yang diwakili",
        "`{capacity}` cannot go with somebody who is represented";

    /// A sector outside the list has no name.
    /// Why: "other" alone says nothing.
    /// Wrong: `{"sector": "other"}`.
    /// Right: `{"sector": "other", "sector_name": "Perhutani"}`.
    SectorNameMissing = "attendance.sector_name_missing", Error,
        "sektor `other` perlu nama di `sector_name`",
        "sector `other` needs a name in `sector_name`";

    /// Somebody who is represented is on the list in person too.
    /// Why: either nobody was represented, or one of the rows is wrong.
    /// Wrong: a row `Camat` and a row that represents the `Camat`.
    /// Right: one of the two.
    PrincipalAndStandIn = "attendance.principal_and_stand_in", Warning,
        "`{office}` tercatat hadir dan juga diwakili",
        "`{office}` is on the list and is represented as well";

    /// Evidence is called held and has no reference.
    /// Why: only what can be shown counts; without a reference it counts as mentioned.
    /// Wrong: `{"state": "held"}`.
    /// Right: `{"state": "held", "reference": "arsip 12/2025"}`.
    EvidenceReferenceMissing = "evidence.reference_missing", Warning,
        "bukti yang ada perlu rujukan tempat menemukannya; tanpa itu tidak dihitung",
        "evidence that is held needs a reference to where it is; without one it does not count";

    /// More villages are listed than are said to be meant.
    /// Why: one of the two is wrong.
    /// Wrong: `{"codes": ["33.02.01.2001", "33.02.01.2002"], "count": 1}`.
    /// Right: `{"codes": ["33.02.01.2001", "33.02.01.2002"], "count": 2}`.
    VillageCount = "forum.village_count", Error,
        "{listed} desa disebut, padahal jumlahnya {count}",
        "{listed} villages are listed, but {count} are meant";

    /// A code that should be a village's is of another level.
    /// Why: a subdistrict or district is not one village.
    /// Wrong: `"33.02.01"`.
    /// Right: `"33.02.01.2007"`.
    NotAVillage = "region.not_a_village", Error,
        "`{code}` bukan kode desa/kelurahan",
        "`{code}` is not the code of a village";

    /// A requirement on the attendance names no sector.
    /// Why: it can never be met.
    /// Wrong: `{"any_of": []}`.
    /// Right: `{"any_of": ["TNI", "POLRI"]}`.
    RequirementEmpty = "coverage.requirement_empty", Error,
        "sebutkan sekurang-kurangnya satu sektor",
        "name at least one sector";

    // --- region ---

    /// A text is not a region code with dots: 2 digits, and then `.` and 2, 2 and 4 digits as deep as the region lies.
    /// Why: codes are compared as they are written; a code that lost a zero or a dot is another region or none.
    /// Wrong: `15.4.2`, `15 04 02`.
    /// Right: `15.04.02`.
    RegionFormat = "region.format", Error,
        "`{found}` bukan kode wilayah Kemendagri, misalnya `15.04.02.2003`",
        "`{found}` is not a Kemendagri region code, such as `15.04.02.2003`";

    /// A part of a region code is zero, or the village part does not begin with 1, 2 or 3.
    /// Why: there are no such regions, so a digit is wrong or the code is of another system.
    /// Wrong: `15.00.02`, `15.04.02.0003`.
    /// Right: `15.04.02`, `15.04.02.2003`.
    RegionPartRange = "region.part_range", Error,
        "kode wilayah `{found}` memuat bagian nol, atau bagian desanya tidak diawali 1, 2 atau 3",
        "region code `{found}` has a part that is zero, or a village part that does not begin with 1, 2 or 3";

    /// A code is one of the statistics office (BPS).
    /// Why: a BPS code is not a Kemendagri code without dots; only a table of both says which region it is.
    /// Wrong: `1504030` (seven digits are a BPS subdistrict).
    /// Right: `15.04.02`.
    RegionBps = "region.bps", Error,
        "`{found}` adalah kode BPS: pakai tabel padanan untuk mendapatkan kode Kemendagri",
        "`{found}` is a BPS code: use a table of both codes to get the Kemendagri code";

    /// A code of 4 or 10 digits without dots may be one of Kemendagri or of BPS, and nobody said which.
    /// Why: `1403` is Bengkalis in one system and Indragiri Hilir in the other.
    /// Wrong: `1504022003` without `system`.
    /// Right: `15.04.02.2003`, or `1504022003` with `"system": "kemendagri"`.
    RegionSystemUnknown = "region.system_unknown", Warning,
        "`{found}` bisa kode Kemendagri atau BPS; dibaca sebagai Kemendagri `{read_as}`",
        "`{found}` may be a Kemendagri or a BPS code; it is read as Kemendagri `{read_as}`";

    // --- indicator ---

    /// A text is not the code of an indicator: capital letters, digits and single hyphens, at most 16 characters.
    /// Why: codes are compared as they are written.
    /// Wrong: `k6`, `SKDN_DS`.
    /// Right: `K6`, `SKDN-DS`.
    IndicatorCodeFormat = "indicator.code_format", Error,
        "`{found}` bukan kode indikator, misalnya `SKDN-DS`: huruf besar, angka dan tanda hubung, paling banyak 16",
        "`{found}` is not an indicator code, such as `SKDN-DS`: capital letters, digits and hyphens, at most 16";

    /// The word `IBL` was used for an indicator.
    /// Why: some mean complete infant immunisation by it, others the boosters of the second year.
    /// Wrong: `IBL`.
    /// Right: `IBYL` (imunisasi bayi lengkap) or `IBDL` (imunisasi baduta lengkap).
    IndicatorAmbiguousIbl = "indicator.ambiguous_ibl", Error,
        "`{found}` punya dua arti: `IBYL` (imunisasi bayi lengkap) atau `IBDL` (imunisasi baduta lengkap); sebutkan yang mana",
        "`{found}` has two meanings: `IBYL` (complete infant immunisation) or `IBDL` (second-year boosters); say which one";

    /// The catalogue has no indicator of that code or name.
    /// Why: a figure of an unknown indicator cannot be judged, and a near name may be another indicator.
    /// Wrong: `K7`.
    /// Right: `K6`, or `K7` defined in a catalogue of one's own.
    IndicatorUnknown = "indicator.unknown", Error,
        "tidak ada indikator `{found}`",
        "there is no indicator `{found}`";

    /// The multiplier is not 1 or a power of ten.
    /// Why: a rate is per 100, per 1,000 or per 100,000; any other number is a slip.
    /// Wrong: `{"multiplier": 50}`.
    /// Right: `{"multiplier": 100}`.
    IndicatorMultiplier = "indicator.multiplier", Error,
        "pengali {found} bukan 1 atau 10 pangkat sampai 1.000.000",
        "the multiplier {found} is not 1 or a power of ten up to 1,000,000";

    /// The attributes of a definition contradict each other.
    /// Why: the rules of assessment would give a figure without meaning.
    /// Wrong: `"target_profile": "pro_rata"` beside `"denominator": "sum"`.
    /// Right: `"target_profile": "full"` beside `"denominator": "sum"`.
    IndicatorAttributes = "indicator.attributes", Error,
        "`{name}` `{found}` tidak dapat disertai `{other}` `{other_found}`",
        "`{name}` `{found}` cannot go with `{other}` `{other_found}`";

    /// Two indicators of a catalogue have the same code, alias or name.
    /// Why: a word must mean one indicator.
    /// Wrong: the alias `D/S` for two indicators.
    /// Right: the alias `D/S` for `SKDN-DS` alone.
    IndicatorNameTaken = "indicator.name_taken", Error,
        "`{found}` sudah dipakai oleh `{code}`",
        "`{found}` is already taken by `{code}`";

    /// A catalogue of one's own gives a code or a word of the catalogue below it a new meaning.
    /// Why: one's own definition counts from here on; whoever reads the figures should know.
    /// Wrong: nothing is wrong when it is meant.
    /// Right: another code, when another indicator is meant.
    IndicatorOverridden = "indicator.overridden", Warning,
        "definisi sendiri `{code}` menggantikan arti `{found}` di katalog di bawahnya",
        "the own definition `{code}` replaces what `{found}` means in the catalogue below it";

    // --- target ---

    /// A target says none of, or more than one of: rate, count, no increase, none.
    /// Why: a target is one thing.
    /// Wrong: `{"indicator": "K6", "rate": 100, "count": 0}`.
    /// Right: `{"indicator": "K6", "rate": 100}`.
    TargetKind = "target.kind", Error,
        "isi tepat satu dari {expected}; yang terisi {count}",
        "give exactly one of {expected}; {count} are given";

    /// A rate is below zero.
    /// Why: no share of people is.
    /// Wrong: `{"rate": -5}`.
    /// Right: `{"rate": 5}`.
    TargetNegative = "target.negative", Error,
        "target {found} kurang dari nol",
        "the target {found} is below zero";

    /// Two entries give the same indicator, area and year different targets.
    /// Why: nobody can say which one counts.
    /// Wrong: `K6` in `15.04` for 2025 with 90 and with 100.
    /// Right: one of the two.
    TargetContradiction = "target.contradiction", Error,
        "`{indicator}` sudah punya target lain untuk wilayah dan tahun yang sama",
        "`{indicator}` already has another target for the same area and year";

    /// A number with a dot and three digits may be a decimal or a count of thousands.
    /// Why: `2.254` is two and a bit in one country and two thousand in another.
    /// Wrong: `2.254` in a CSV.
    /// Right: `2254`, or `2,254` for the decimal.
    NumberAmbiguous = "number.ambiguous", Error,
        "`{found}` bisa berarti ribuan atau desimal: tulis tanpa titik, atau desimal dengan koma",
        "`{found}` may be thousands or a decimal: write it without the dot, or the decimal with a comma";

    /// The target is less sure than "recalled, quite sure".
    /// Why: a number that nobody can vouch for judges no village; it is shown only.
    /// Wrong: the built-in 80 per cent for `K6` in 2023, taken as it is.
    /// Right: the district's own target, or the policy `accept_unsure`.
    TargetUnsure = "target.unsure", Warning,
        "target `{indicator}` tahun {year} belum pasti: dipakai menilai hanya bila diterima",
        "the target of `{indicator}` for {year} is not sure: it judges only where that is accepted";

    /// The target was made for survey figures and the indicator is of routine figures, or the other way round.
    /// Why: a survey counts other people in another way; a routine figure that misses its target may be fine.
    /// Wrong: 14 per cent of SSGI for the stunting of e-PPGBM.
    /// Right: `STUNT-SSGI`, or the policy `accept_survey`.
    TargetSurveyBasis = "target.survey_basis", Warning,
        "target `{indicator}` tahun {year} dibuat untuk jenis angka lain (survei atau laporan rutin): dipakai menilai hanya bila diterima",
        "the target of `{indicator}` for {year} was made for other figures (survey or routine): it judges only where that is accepted";

    /// There is no target for the year, and that of an earlier year was taken.
    /// Why: who reads the verdict should know that the target is an old one.
    /// Wrong: the target of 2024 for a figure of 2025.
    /// Right: a target for 2025.
    TargetCarriedForward = "target.carried_forward", Warning,
        "target `{indicator}` tahun {year} tidak ada: dipakai target tahun {from}",
        "there is no target of `{indicator}` for {year}: that of {from} is used";

    /// A text is neither a region code nor a Puskesmas.
    /// Why: a target of an area that does not exist judges nobody.
    /// Wrong: `{"area": "Muara Tembesi"}`.
    /// Right: `{"area": "15.04.02"}`, `{"area": "puskesmas:1011442"}`.
    TargetAreaFormat = "target.area_format", Error,
        "`{found}` bukan kode wilayah atau `puskesmas:` dan kodenya",
        "`{found}` is neither a region code nor `puskesmas:` and its code";

    // --- assess ---

    /// A view has none of, or more than one of: year to date, quarter, month.
    /// Why: "TW II" is January to June in one report and April to June in another; the view must say which.
    /// Wrong: `{"quarter": "2025Q2", "month": "2025-06"}`.
    /// Right: `{"year_to_date": "2025-06"}`.
    ViewChoice = "assess.view_choice", Error,
        "isi tepat satu dari `year_to_date`, `quarter` atau `month`",
        "give exactly one of `year_to_date`, `quarter` or `month`";

    /// The edge of the middle band lies above that of the best band.
    /// Why: no figure could fall into the middle band.
    /// Wrong: `{"complete_good": "70", "complete_fair": "85"}`.
    /// Right: `{"complete_good": "85", "complete_fair": "70"}`.
    PolicyBands = "assess.policy_bands", Error,
        "batas tengah {fair} lebih tinggi daripada batas atas {good}",
        "the edge {fair} of the middle band is above the edge {good} of the best one";

    /// A month has two different figures.
    /// Why: nobody can say which is right, so none counts and the month is missing.
    /// Wrong: March with 4 and March with 5.
    /// Right: one of the two, or `"duplicates": "sum"` where both are parts of one.
    SeriesDuplicate = "series.duplicate_month", Warning,
        "{month} punya lebih dari satu angka yang berbeda; tidak ada yang dihitung",
        "{month} has more than one figure and they differ; none is counted";

    /// A figure is below zero.
    /// Why: it is no number of people but a mark for "unknown" (-99) or a slip; it is not counted.
    /// Wrong: `{"month": "2025-03", "numerator": -99}`.
    /// Right: `{"month": "2025-03"}`.
    SeriesNegative = "series.negative", Warning,
        "{month} punya angka di bawah nol; angka itu tidak dihitung",
        "{month} has a figure below zero; it is not counted";

    /// A figure is of a month that does not count for the indicator.
    /// Why: weighing and vitamin A have their months; a figure of another month belongs somewhere else.
    /// Wrong: vitamin A in July.
    /// Right: vitamin A in August.
    SeriesOutsideSchedule = "series.outside_schedule", Warning,
        "{month} bukan bulan untuk indikator ini; angkanya tidak dihitung",
        "{month} is not a month of this indicator; its figure is not counted";

    /// The denominator of the year is not the same in all months.
    /// Why: the same people are then more or less of the target population; the figure of the month assessed counts.
    /// Wrong: 57 until March and 60 from April.
    /// Right: one target population for the year.
    SeriesDenominatorChanged = "series.denominator_changed", Warning,
        "sasaran berubah dari {old} menjadi {new} pada {month}; yang dipakai adalah sasaran bulan yang dinilai",
        "the denominator changes from {old} to {new} in {month}; that of the month assessed is used";

    /// The last figure "up to this month" is older than the month asked for.
    /// Why: what happened since is not in it.
    /// Wrong: the snapshot of July for an assessment of September.
    /// Right: the snapshot of September.
    SeriesStale = "series.stale_snapshot", Warning,
        "angka terakhir adalah {month}, padahal yang dinilai sampai {asked}",
        "the last figure is of {month}, while {asked} is assessed";

    /// A figure "up to this month" is below that of an earlier month.
    /// Why: what was counted once stays counted; one of the figures is wrong, or they are not cumulative.
    /// Wrong: 30 up to May, 28 up to June.
    /// Right: 30 up to May, 31 up to June.
    SeriesFalling = "series.falling", Warning,
        "angka s.d. {month} turun dari {old} menjadi {new}",
        "the figure up to {month} falls from {old} to {new}";

    /// Monthly figures look as if they were added up already.
    /// Why: adding them again counts people several times; nothing is converted, because a real rise looks the same.
    /// Wrong: 10, 22, 35 where the months brought 10, 12, 13.
    /// Right: 10, 12, 13; or `"reported_as": "to_date"`.
    SeriesLooksCumulative = "series.looks_cumulative", Warning,
        "angka bulanan ini tampak sudah kumulatif; bila benar, isi `reported_as` dengan `to_date`",
        "these monthly figures look cumulative already; if they are, set `reported_as` to `to_date`";

    /// Areas of a roll-up have not reported.
    /// Why: their people stay in a yearly denominator, so the value of the parent is lower than that of those who reported.
    /// Wrong: a village with a target population and no figure.
    /// Right: the figure of every village, 0 where nothing was done.
    RollUpSilent = "rollup.silent", Warning,
        "belum lapor: {areas}",
        "not reported: {areas}";

    /// Areas of a roll-up have no denominator.
    /// Why: their numerators alone would inflate the value, so neither part counts.
    /// Wrong: a village with 4 reached and no target population.
    /// Right: the target population of every village.
    RollUpLeftOut = "rollup.denominator_missing", Warning,
        "sasaran belum diketahui, tidak dihitung: {areas}",
        "no denominator, left out: {areas}";

    /// Areas of a roll-up have a denominator of zero.
    /// Why: nobody to be reached may be true, or a figure that was never filled in.
    /// Wrong: a target population of 0 in a village of 300 people.
    /// Right: the target population, or nothing where it is not known.
    RollUpZeroDenominator = "rollup.zero_denominator", Warning,
        "sasaran nol: {areas}",
        "a denominator of zero: {areas}";

    /// The figure given for a parent differs from the sum of its areas.
    /// Why: one of the two misses somebody; the one given wins only at the level of the indicator.
    /// Wrong: 120 for the Puskesmas and 113 in its villages.
    /// Right: the same in both, or people from outside the working area named as such.
    RollUpDiffers = "rollup.differs_from_sum", Warning,
        "`{name}` yang diisi {given}, sedangkan jumlah wilayahnya {sum}",
        "`{name}` is given as {given}, while its areas add up to {sum}";

    /// A numerator is above its denominator.
    /// Why: more people were reached than there are; people from elsewhere, a target population too small, or a slip. The
    /// value is never cut at 100 %.
    /// Wrong: 109 of 107.
    /// Right: 109 of a target population that has them, or people from elsewhere counted apart.
    QualityOverDenominator = "quality.over_denominator", Warning,
        "capaian {numerator} lebih besar daripada sasaran {denominator}",
        "the numerator {numerator} is above the denominator {denominator}";

    /// Somebody was reached where there is nobody.
    /// Why: there is no percentage of nobody.
    /// Wrong: 3 of 0.
    /// Right: 3 of the target population.
    QualityZeroDenominator = "quality.zero_denominator", Warning,
        "capaian {numerator} padahal sasarannya nol",
        "a numerator of {numerator} over a denominator of zero";

    /// An indicator is above another one that it should not exceed.
    /// Why: a fourth visit comes after a first one; across two years an excess is legal.
    /// Wrong: K4 146 and K1 139 within one year.
    /// Right: K4 at most K1.
    QualityPair = "quality.pair", Warning,
        "`{lower}` {lower_count} melebihi `{upper}` {upper_count}",
        "`{lower}` {lower_count} exceeds `{upper}` {upper_count}";

    /// A value stands far from those of the other areas.
    /// Why: a slip of one digit looks like this; so does a real difference.
    /// Wrong: 900 where the neighbours have about 90.
    /// Right: 90, or 900 after a look at the register.
    QualityOutlier = "quality.outlier", Warning,
        "nilai `{value}` jauh dari nilai wilayah lain",
        "the value `{value}` stands far from those of the other areas";

    /// A printed percentage is not that of its figures.
    /// Why: it was made with other figures; the printed one is kept and the right one stands beside it.
    /// Wrong: 864 of 981 printed as `53.30`.
    /// Right: `88.07`.
    QualityPublished = "quality.published", Warning,
        "tercetak `{published}`, hasil hitung ulang `{recomputed}`",
        "printed as `{published}`, recomputed it is `{recomputed}`";

    /// A PKP sub-variable has no score.
    /// Why: its target is zero, or lower is better and no source gives a formula; the means leave it out.
    /// Wrong: `{"target": "0"}`, or `{"direction": "lower"}` without `pkp_lower_is_better` in the policy.
    /// Right: a target above zero, or the formula that the district uses.
    ScoreNone = "score.none", Warning,
        "subvariabel ini tidak punya nilai dan tidak ikut dirata-rata",
        "this sub-variable has no score and is left out of the means";

    /// N + T + O + B is not D.
    /// Why: every child weighed is one of the four; in real reports a quarter of the rows differ.
    /// Wrong: 90 + 30 + 10 + 10 of D 150.
    /// Right: 90 + 30 + 20 + 10 of D 150.
    ScoreSkdnSum = "score.skdn_sum", Warning,
        "N + T + O + B berjumlah {sum}, sedangkan D {d}",
        "N + T + O + B add up to {sum}, while D is {d}";

    /// More children have the last dose than the first.
    /// Why: some came from elsewhere, or got the first dose last year; the drop-out is then below zero.
    /// Wrong: 110 with the first and 114 with the last.
    /// Right: nothing is wrong when it is so.
    ScoreDropOutNegative = "score.drop_out_negative", Warning,
        "dosis terakhir {last} lebih banyak daripada dosis pertama {first}",
        "the last dose {last} has more children than the first {first}";

    /// One small count is hidden and nothing else can be hidden with it.
    /// Why: the total of the table tells it.
    /// Wrong: the total beside cells 3, 0 and 0.
    /// Right: the table without its total.
    SuppressAlone = "suppress.alone", Warning,
        "hanya sel ini yang disembunyikan; jangan terbitkan jumlahnya",
        "this is the only cell hidden; do not publish the total";
    /// A code is not in the list of regions that it is checked against.
    /// Why: a digit is wrong, the region got another code in another edition, or the list does not cover it.
    /// Wrong: `91.09` with the list of 2025, which has this district (Mimika) as `94.04`.
    /// Right: a code of the edition that the list is of.
    RegionUnknownCode = "region.unknown_code", Warning,
        "kode wilayah `{found}` tidak ada dalam daftar",
        "region code `{found}` is not in the list";

    /// A list has the same code twice.
    /// Why: one of the two names, or of the two changes, would be lost.
    /// Wrong: two rows with `15.04.02.2003`.
    /// Right: one row with `15.04.02.2003`.
    RegionDuplicateCode = "region.duplicate_code", Error,
        "kode wilayah `{found}` muncul lebih dari sekali",
        "region code `{found}` occurs more than once";

    /// The `tingkat` or `jenis` of a row is not what its code says.
    /// Why: the code has lost or gained digits, or the row belongs to another region.
    /// Wrong: `15.04,Jebak,desa_kelurahan,desa`.
    /// Right: `15.04.02.2003,Jebak,desa_kelurahan,desa`.
    RegionKindMismatch = "region.kind_mismatch", Error,
        "`{found}` tidak cocok dengan kode wilayahnya, yang berarti `{expected}`",
        "`{found}` does not fit the region code, which says `{expected}`";

    /// No region of the list has the name.
    /// Why: a near name may be another village; only a person can say that it is the same.
    /// Wrong: `Cirahap` inside `33.02.01`.
    /// Right: `Cirahab` inside `33.02.01`.
    RegionNameUnknown = "region.name_unknown", Error,
        "tidak ada wilayah bernama `{found}`",
        "there is no region named `{found}`";

    /// Several regions of the list have the name.
    /// Why: names repeat, in 16 pairs even inside one subdistrict; the code is the key.
    /// Wrong: `Terusan` inside `15.04.08`, which is a kelurahan and a desa.
    /// Right: `Desa Terusan` inside `15.04.08`, or the code `15.04.08.2006`.
    RegionNameAmbiguous = "region.name_ambiguous", Error,
        "ada {count} wilayah bernama `{found}`: {candidates}",
        "{count} regions are named `{found}`: {candidates}";

    /// The table of changes does not know an edition.
    /// Why: between unknown editions nothing is known to have changed, which is not the same as no change.
    /// Wrong: from edition 2019 with a table of 2018, 2022, 2023 and 2025.
    /// Right: from edition 2018.
    RegionEditionUnknown = "region.edition_unknown", Error,
        "terbitan {found} tidak ada dalam tabel perubahan, yang memuat {known}",
        "edition {found} is not in the table of changes, which has {known}";

    /// Two editions do not follow one another: the later one stands first, or no single chain of changes joins them.
    /// Why: codes are followed from an edition to the next one, forward only.
    /// Wrong: from 2025 to 2018; rows from 2018 to 2022 beside rows from 2018 to 2023.
    /// Right: from 2018 to 2025; rows from 2018 to 2022 and from 2022 to 2023.
    RegionEditionOrder = "region.edition_order", Error,
        "tidak ada urutan perubahan dari terbitan {from} ke {to}",
        "there is no chain of changes from edition {from} to {to}";

    // --- working area ---

    /// A code that should be a subdistrict's is of another level.
    /// Why: a working area is said by its subdistricts and its villages.
    /// Wrong: `{"subdistricts": ["33.02"]}`.
    /// Right: `{"subdistricts": ["33.02.01"]}`.
    NotASubdistrict = "region.not_a_subdistrict", Error,
        "`{code}` bukan kode kecamatan",
        "`{code}` is not the code of a subdistrict";

    /// A village of a working area lies outside the subdistricts that the area names.
    /// Why: one of the codes is probably wrong.
    /// Wrong: `15.04.03.2001` beside `"subdistricts": ["15.04.02"]`.
    /// Right: `15.04.02.2001`, or both subdistricts.
    WorkingAreaOutside = "working_area.outside_subdistricts", Warning,
        "desa `{code}` di luar kecamatan yang disebut: {subdistricts}",
        "village `{code}` lies outside the subdistricts that are named: {subdistricts}";

    /// Two villages of a working area have the same name or alias.
    /// Why: a row that carries only this name cannot be given to either.
    /// Wrong: the alias `Karya Jaya` at two villages.
    /// Right: the alias at one of them, or rows that carry codes.
    WorkingAreaNameAmbiguous = "working_area.name_ambiguous", Warning,
        "nama `{found}` dipakai desa {candidates}",
        "the name `{found}` is that of the villages {candidates}";

    /// A target population is that of a village outside the working area.
    /// Why: it would be lost, or counted where it does not belong.
    /// Wrong: `{"village": "33.02.02.2001", "indicator": "K6", "count": 40}` in the area of Lumbir.
    /// Right: the village's code as the area lists it.
    WorkingAreaTargetOutside = "working_area.target_outside", Error,
        "sasaran untuk `{code}`, yang bukan desa wilayah kerja ini",
        "a target population of `{code}`, which is no village of this working area";

    /// No village of the working area has the name.
    /// Why: a near name may be another village; once a person has confirmed it, it belongs among the aliases.
    /// Wrong: `Tanjung Simpang` where the area has only `Tanjungsimpang`.
    /// Right: the same with the alias `Tanjung Simpang`.
    WorkingAreaVillageUnknown = "working_area.village_unknown", Error,
        "tidak ada desa bernama `{found}` di wilayah kerja {area}",
        "no village of the working area of {area} is named `{found}`";

    // --- lists in CSV ---

    /// A CSV text has no column of a needed name.
    /// Why: nothing in it can be read without.
    /// Wrong: a first line `code,name`.
    /// Right: a first line `kode,nama`.
    CsvMissingColumn = "csv.missing_column", Error,
        "kolom `{name}` tidak ada",
        "there is no column `{name}`";

    /// A cell of a CSV text has a line break in it.
    /// Why: names and codes have none; a quotation mark that was not closed has swallowed the rows after it.
    /// Wrong: `15.04.02.2003,"Jebak`.
    /// Right: `15.04.02.2003,"Jebak"`.
    CsvLineBreak = "csv.line_break", Error,
        "sel memuat ganti baris: barangkali tanda kutip tidak ditutup",
        "the cell has a line break in it: perhaps a quotation mark is not closed";

    /// A text has digits or numerals of another script, such as full-width ones.
    /// Why: they look like 0 to 9, but tables, searches and other programs do not take them as such.
    /// Wrong: `３/７/２０２５`, `TW Ⅲ 2025`.
    /// Right: `3/7/2025`, `TW III 2025`.
    ForeignDigits = "text.foreign_digits", Error,
        "`{found}` memuat angka yang bukan 0 sampai 9",
        "`{found}` has digits other than 0 to 9";

    // --- calendar: quarter labels ---

    /// A text names no quarter.
    /// Why: an ordinal alone counts meetings, not quarters.
    /// Wrong: `pelaksanaan ketiga`.
    /// Right: `Triwulan III 2025`.
    QuarterNotUnderstood = "quarter.not_understood", Error,
        "`{found}` tidak menyebut triwulan, misalnya `Triwulan III 2025`",
        "`{found}` does not name a quarter, such as `Triwulan III 2025`";

    /// A label has a number that no quarter has.
    /// Why: a year has four quarters.
    /// Wrong: `TW V 2025`, `TW 0 2025`.
    /// Right: `TW IV 2025`.
    QuarterNumber = "quarter.number", Error,
        "`{found}`: triwulan hanya I sampai IV",
        "`{found}`: quarters are I to IV";

    /// A label has no year, and neither a year nor a date was given with it.
    /// Why: the same label comes back every year.
    /// Wrong: `Tribulan IV`.
    /// Right: `Tribulan IV 2025`.
    QuarterYearMissing = "quarter.year_missing", Error,
        "`{found}` tanpa tahun: sebutkan tahunnya",
        "`{found}` has no year: say which one";

    /// The year of a label has fewer than four digits.
    /// Why: two digits can be a year, a day or a count.
    /// Wrong: `TW III 25`.
    /// Right: `TW III 2025`.
    QuarterYearShort = "quarter.year_short", Error,
        "tahun pada `{found}` harus ditulis dengan empat angka",
        "the year in `{found}` must be written with four digits";

    /// A text names more than one quarter.
    /// Why: only whoever wrote it knows which one is meant.
    /// Wrong: `TW II (Juli-September 2025)`.
    /// Right: `TW III (Juli-September 2025)`.
    QuarterSeveral = "quarter.several", Error,
        "lebih dari satu triwulan disebut: {labels}",
        "more than one quarter is named: {labels}";

    // --- calendar: dates ---

    /// A text has no date.
    /// Why: a date that is not understood cannot be placed in a quarter.
    /// Wrong: `Kamis`, `2025/07/03`.
    /// Right: `Kamis, 3 Juli 2025`, `2025-07-03`.
    DateNotUnderstood = "date.not_understood", Error,
        "`{found}` tidak memuat tanggal, misalnya `3 Juli 2025` atau `3/7/2025`",
        "`{found}` has no date, such as `3 Juli 2025` or `3/7/2025`";

    /// The weekday that is written is not that of the date.
    /// Why: one of the two is wrong, and only whoever wrote it knows which.
    /// Wrong: `Kamis (5/12/2025)`.
    /// Right: `Jumat (5/12/2025)`.
    DateWeekdayMismatch = "date.weekday_mismatch", Warning,
        "tertulis `{weekday}`, padahal {date} hari {actual}",
        "`{weekday}` is written beside {date}, which is a {actual}";

    /// A date has no year, and none was given with it.
    /// Why: the same day comes back every year.
    /// Wrong: `Sabtu (4/11)`.
    /// Right: `Sabtu (4/11/2023)`.
    DateYearMissing = "date.year_missing", Error,
        "tanggal `{found}` tanpa tahun: sebutkan tahunnya",
        "the date `{found}` has no year: say which one";

    /// The year of a date has fewer than four digits.
    /// Why: two digits can be a year, a day or a month.
    /// Wrong: `3/7/25`.
    /// Right: `3/7/2025`.
    DateYearShort = "date.year_short", Error,
        "tahun pada `{found}` harus ditulis dengan empat angka",
        "the year in `{found}` must be written with four digits";

    /// A date has a month above 12, or 0.
    /// Why: days come first in Indonesia; a date with the month first is never read, only pointed out.
    /// Wrong: `7/13/2025`.
    /// Right: `13/7/2025`.
    DateMonthRange = "date.month_range", Error,
        "bulan {month} pada `{found}` tidak ada: hari ditulis dulu, lalu bulan 1 sampai 12",
        "there is no month {month} in `{found}`: the day comes first, then the month, 1 to 12";

    /// The name of a month is not known.
    /// Why: a month that is guessed puts the forum into a wrong quarter.
    /// Wrong: `3 Jully 2025`.
    /// Right: `3 Juli 2025`.
    DateMonthUnknown = "date.month_unknown", Error,
        "`{found}` bukan nama bulan",
        "`{found}` is not the name of a month";

    /// A text has two different dates.
    /// Why: only whoever wrote it knows which one is meant.
    /// Wrong: `3 Juli 2025 (4/7/2025)`.
    /// Right: `3 Juli 2025 (3/7/2025)`.
    DateSeveral = "date.several", Error,
        "tanggal yang disebut berbeda: {dates}",
        "different dates are named: {dates}";

    // --- cadence ---

    /// The due months are not one in each quarter of the year.
    /// Why: a quarter without a due month could never be in time, and one with two would be due twice.
    /// Wrong: `{"due_months": [2, 3, 8, 11]}`.
    /// Right: `{"due_months": [2, 5, 8, 11]}`.
    CadenceDueMonths = "cadence.due_months", Error,
        "bulan jadwal harus tepat satu bulan pada tiap triwulan, bukan {found}",
        "due months must be exactly one in each quarter, found {found}";

    /// A line of the yearly schedule names neither a month nor a date, or both.
    /// Why: a quarter is due in one month or on one day.
    /// Wrong: `{"quarter": "2025Q3"}`.
    /// Right: `{"quarter": "2025Q3", "month": "2025-09"}`.
    CadenceScheduleEntry = "cadence.schedule_entry", Error,
        "jadwal {quarter} harus menyebut satu bulan atau satu tanggal, tidak keduanya",
        "the schedule of {quarter} must name a month or a date, and not both";

    /// The yearly schedule has two lines for one quarter.
    /// Why: a quarter has one forum, so that nobody can say which of the two holds.
    /// Wrong: two lines with `"quarter": "2025Q3"`.
    /// Right: one line with `"quarter": "2025Q3"`.
    CadenceScheduleRepeated = "cadence.schedule_repeated", Error,
        "jadwal {quarter} tertulis lebih dari sekali",
        "the schedule has {quarter} more than once";

    /// The yearly schedule puts a forum outside the quarter in which it is to be held.
    /// Why: it would be off schedule from the start; where labels name the quarter reviewed, say so by `label_convention`.
    /// Wrong: `{"quarter": "2025Q2", "month": "2025-07"}`.
    /// Right: `{"quarter": "2025Q2", "month": "2025-06"}`.
    CadenceScheduleOutside = "cadence.schedule_outside_quarter", Error,
        "forum {quarter} dijadwalkan {month}, di luar {held_in}",
        "the forum of {quarter} is scheduled for {month}, outside {held_in}";

    /// A label names no quarter that can be read, so that the forum is placed by its date.
    /// Why: what the invitation says comes before the date, and here it says nothing certain.
    /// Wrong: `{"label": "Triwulan ini", "held_on": "2025-07-03"}`.
    /// Right: `{"label": "Triwulan III 2025", "held_on": "2025-07-03"}`.
    CadenceLabelUnread = "cadence.label_unread", Warning,
        "triwulan tidak terbaca dari label `{label}`; tanggal forum yang dipakai",
        "no quarter can be read from the label `{label}`; the date of the forum is used";

    /// A forum has neither a date nor a quarter.
    /// Why: it is kept, and counts nowhere.
    /// Wrong: `{"id": "f1", "kind": "quarterly"}` without `held_on`, `label` and `counts_for`.
    /// Right: `{"id": "f1", "kind": "quarterly", "held_on": "2025-07-03"}`.
    CadenceUndated = "cadence.undated", Warning,
        "forum ini tidak bertanggal dan tidak menyebut triwulan, sehingga tidak dihitung",
        "the forum has neither a date nor a quarter, so it counts nowhere";

    /// A forum with only a date, in the first 31 days of a quarter, could be that of the quarter before, which has none.
    /// Why: it may be the late forum of the quarter before; `counts_for` or a label settles it.
    /// Wrong: `{"held_on": "2025-07-03"}` with no forum in the second quarter.
    /// Right: `{"held_on": "2025-07-03", "counts_for": "2025Q3"}`.
    CadenceQuarterAmbiguous = "cadence.quarter_ambiguous", Warning,
        "forum {date} dihitung untuk {quarter}, tetapi bisa juga forum {other} yang terlambat {days} hari",
        "the forum of {date} counts for {quarter}, but could also be that of {other}, {days} days late";

    /// Two records tell of forums of one Puskesmas on one day; they are taken as one forum.
    /// Why: counting both would hide a missing quarter.
    /// Wrong: two records of 3 July 2025.
    /// Right: one record of 3 July 2025.
    CadenceRecordedTwice = "cadence.recorded_twice", Warning,
        "forum {date} tercatat dua kali; yang dipakai catatan `{kept}`",
        "the forum of {date} is recorded twice; the record `{kept}` is used";

    /// A quarter has an earlier forum already, and that one counts.
    /// Why: a second forum cannot fill another quarter unless its record says so by `counts_for`.
    /// Wrong: forums on 5 and 20 August 2025, the second meant for the fourth quarter.
    /// Right: the second one with `"counts_for": "2025Q4"`.
    CadenceDuplicate = "cadence.duplicate", Warning,
        "{quarter} sudah terisi oleh forum `{counted}`",
        "{quarter} has the forum `{counted}` already";

    /// A forum states another place in its year than the records give it.
    /// Why: a forum is missing from the records, or the number is wrong.
    /// Wrong: `{"ordinal": 1}` for the second forum of the year.
    /// Right: `{"ordinal": 2}`.
    CadenceOrdinal = "cadence.ordinal_mismatch", Warning,
        "forum ini disebut yang ke-{stated} dalam tahunnya, padahal menurut catatan yang ke-{place}",
        "the forum is called number {stated} of its year, but by the records it is number {place}";

    /// A due month has no day left on which a forum can be held.
    /// Why: the schedule needs another day; allow one of the days passed over.
    /// Wrong: `{"schedule": {"earliest_day": 31}}` with a due month of 30 days.
    /// Right: `{"schedule": {"earliest_day": 10}}`.
    CadenceNoFreeDay = "cadence.no_free_day", Warning,
        "tidak ada hari yang bisa dipakai sejak tanggal {day} pada {month}",
        "there is no day to use from day {day} of {month}";

    /// The yearly schedule names a day on which the Puskesmas does not hold forums.
    /// Why: nobody may come; the day is kept, because somebody has decided it.
    /// Wrong: `{"quarter": "2025Q2", "date": "2025-05-12"}`, which is Waisak.
    /// Right: `{"quarter": "2025Q2", "date": "2025-05-14"}`.
    CadenceScheduledOnClosedDay = "cadence.scheduled_on_closed_day", Warning,
        "jadwal {quarter} jatuh pada {date}, padahal hari itu tidak bisa dipakai ({reason})",
        "the schedule of {quarter} falls on {date}, which cannot be used ({reason})";

    /// Columns that belong together differ in length.
    /// Why: the rows can no longer be told apart.
    /// Wrong: three Puskesmas and two dates.
    /// Right: three Puskesmas and three dates, `null` where there is none.
    CadenceColumnLength = "cadence.column_length", Error,
        "kolom `{name}` berisi {found} baris, bukan {expected}",
        "column `{name}` has {found} rows, expected {expected}";

    // --- calendar: times ---

    /// A time is not written `HH:MM`.
    /// Why: documents carry times in one form only.
    /// Wrong: `{"starts_at": "8.30"}`.
    /// Right: `{"starts_at": "08:30"}`.
    TimeFormat = "time.format", Error,
        "`{found}` bukan jam yang ditulis `JJ:MM`, misalnya `08:30`",
        "`{found}` is not a time written `HH:MM`, such as `08:30`";

    /// A text has no time.
    /// Why: a bare number can be anything.
    /// Wrong: `10`, `setelah zuhur`.
    /// Right: `pukul 10.00 WIB`.
    TimeNotUnderstood = "time.not_understood", Error,
        "`{found}` tidak memuat jam, misalnya `pukul 10.00 WIB`",
        "`{found}` has no time, such as `pukul 10.00 WIB`";

    /// The clock has no such time.
    /// Why: one of its numbers is wrong.
    /// Wrong: `25.00 WIB`, `10.60 WIB`.
    /// Right: `10.00 WIB`.
    TimeImpossible = "time.impossible", Error,
        "jam `{found}` tidak ada: jam 00.00 sampai 23.59",
        "there is no time `{found}`: times are 00.00 to 23.59";

    /// The hour does not lie in the part of the day that is written beside it.
    /// Why: one of the two is wrong, or, as with `12 malam`, the day is not certain.
    /// Wrong: `14.00 pagi`, `jam 12 malam`.
    /// Right: `14.00`, `pukul 23.59`.
    TimePartOfDay = "time.part_of_day", Error,
        "`{found}`: jam itu tidak pasti pada bagian hari yang ditulis",
        "`{found}`: the hour has no certain place in that part of the day";

    /// A time ends before it begins, or when it begins.
    /// Why: a meeting does not last over midnight.
    /// Wrong: `12.00 s.d. 08.30`.
    /// Right: `08.30 s.d. 12.00`.
    TimeOrder = "time.order", Error,
        "`{found}`: selesai tidak sesudah mulai",
        "`{found}`: the end is not after the start";

    /// A text has two different times, or one in two time zones.
    /// Why: only whoever wrote it knows which one is meant.
    /// Wrong: `08.00 WIB atau 09.00 WIB`.
    /// Right: `08.00 WIB`.
    TimeSeveral = "time.several", Error,
        "jam yang disebut berbeda: {times}",
        "different times are named: {times}";

    // --- calendar: spans ---

    /// A text names no months, quarter, year or day that a span could be.
    /// Why: what was reviewed is then not known, which is not the same as nothing.
    /// Wrong: `beberapa waktu terakhir`.
    /// Right: `tiga bulan terakhir`, `Juli-September 2025`.
    SpanNotUnderstood = "span.not_understood", Error,
        "`{found}` tidak menyebut kurun waktu, misalnya `Juli-September 2025`",
        "`{found}` does not name a span, such as `Juli-September 2025`";

    /// A span is the quarter after the one reviewed, and that one is not known.
    /// Why: "triwulan selanjutnya" has no meaning of its own.
    /// Wrong: `triwulan selanjutnya`, without the quarter reviewed.
    /// Right: `triwulan selanjutnya`, with the quarter reviewed.
    SpanReviewedMissing = "span.reviewed_missing", Error,
        "`{found}`: triwulan yang dievaluasi belum diketahui",
        "`{found}`: the quarter that was reviewed is not known";

    /// A span ends before it begins.
    /// Why: one of the two months is wrong.
    /// Wrong: `{"from": "2025-09", "to": "2025-07"}`.
    /// Right: `{"from": "2025-07", "to": "2025-09"}`.
    SpanOrder = "span.order", Error,
        "kurun waktu berakhir ({to}) sebelum dimulai ({from})",
        "the span ends ({to}) before it begins ({from})";

    /// A text names two different spans.
    /// Why: only whoever wrote it knows which one is meant.
    /// Wrong: `Juli-September 2025, per hari ini`.
    /// Right: `Juli-September 2025`.
    SpanSeveral = "span.several", Error,
        "kurun waktu yang disebut berbeda: {spans}",
        "different spans are named: {spans}";

    /// A span is neither months from and to, nor a day, nor words alone.
    /// Why: half a span, or two at once, cannot be used.
    /// Wrong: `{"from": "2025-07"}`, `{"from": "2025-07", "to": "2025-09", "as_of": "2025-09-30"}`, `{}`.
    /// Right: `{"from": "2025-07", "to": "2025-09"}`, `{"as_of": "2025-09-30"}`, `{"text": "sampai sekarang"}`.
    SpanShape = "span.shape", Error,
        "isi `from` dan `to`, atau `as_of` saja, atau `text` saja",
        "give `from` and `to`, or `as_of` alone, or `text` alone";

    // --- calendar: holidays ---

    /// The weekday in a table of holidays is not that of the date beside it.
    /// Why: the date was probably mistyped, and a wrong holiday moves a forum.
    /// Wrong: `2025-08-17,Senin,libur_nasional,...`.
    /// Right: `2025-08-17,Minggu,libur_nasional,...`.
    HolidayWeekday = "holiday.weekday", Error,
        "tertulis `{weekday}`, padahal {date} hari {actual}",
        "`{weekday}` is written beside {date}, which is a {actual}";

    /// There are no holidays for a year.
    /// Why: without data no day is known to be free, or not to be.
    /// Wrong: the schedule of 2027 with holidays up to 2026.
    /// Right: the schedule of 2027 with the holidays of 2027.
    HolidayYearMissing = "holiday.year_missing", Warning,
        "tidak ada data hari libur untuk tahun {year}",
        "there are no holidays for {year}";

    // --- sectors ---

    /// No office, institution or group is known in a text.
    /// Why: the attendance counts for no sector, and a sector is never guessed from a word that is only near.
    /// Wrong: `Babinkamtibmaz Cidora`.
    /// Right: `Bhabinkamtibmas Cidora`, or the wording added to the aliases.
    SectorUnknown = "sector.unknown", Warning,
        "sektor dari `{found}` tidak dikenal",
        "the sector of `{found}` is not known";

    /// "Ibu" stands before an office whose holder's wife is addressed in the same way.
    /// Why: "Ibu Camat" is a woman who is the Camat, or the Camat's wife, who leads the TP PKK. It is read as the office.
    /// Wrong: `Ibu Camat Lumbir`.
    /// Right: `Camat Lumbir`, or `Ketua TP PKK Kecamatan Lumbir`.
    SectorHonorificAmbiguous = "sector.honorific_ambiguous", Warning,
        "`{found}` dibaca sebagai {office}, tetapi dapat juga berarti istri {office}",
        "`{found}` is read as {office}, but can also mean the wife of the {office}";

    /// An alias stands for offices of several sectors, and the text does not say which.
    /// Why: the usual one was taken; in this text it may be another.
    /// Wrong: `Ka UPTD`.
    /// Right: `Kepala UPTD Puskesmas Pelangiran`.
    SectorAssumed = "sector.assumed", Warning,
        "`{found}` tidak menyebut sektornya; dianggap {sector}",
        "`{found}` does not say its sector; {sector} is assumed";

    /// A text speaks of representing, but not clearly of whom.
    /// Why: a stand-in counts for the sector of the one represented.
    /// Wrong: `Camat atau yang mewakili`.
    /// Right: `Sekcam Diyati mewakili Camat`.
    SectorPrincipalUnclear = "sector.principal_unclear", Warning,
        "tidak jelas siapa yang diwakili dalam `{found}`",
        "it is not clear who is represented in `{found}`";

    /// A row of added aliases has not four to six columns, or its alias has no letter or more than 80.
    /// Why: the row cannot be read as an alias and what it stands for.
    /// Wrong: `Kelihan Banjar,DESA`.
    /// Right: `Kelihan Banjar,DESA,Kelihan Banjar,office`.
    SectorAliasRow = "sector.alias_row", Error,
        "baris {line}: perlu empat sampai enam kolom dan alias dengan 1 sampai 80 huruf atau angka",
        "line {line}: four to six columns and an alias of 1 to 80 letters or digits are needed";

    /// Two added aliases are equal but for case, spaces and signs, and stand for different things.
    /// Why: only one of the two can be meant.
    /// Wrong: `PSM,SOS,...` and `P.S.M.,ORMAS,...`.
    /// Right: one of the two.
    SectorAliasConflict = "sector.alias_conflict", Error,
        "alias `{alias}` sudah ada sebagai `{other}` dengan arti lain",
        "the alias `{alias}` is already there as `{other}` with another meaning";
}

impl fmt::Display for ProblemCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl serde::Serialize for ProblemCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_well_formed() {
        let mut seen = std::collections::BTreeSet::new();
        for code in ProblemCode::ALL {
            let text = code.as_str();
            assert!(seen.insert(text), "{text} is declared twice");
            let (area, rule) = text.split_once('.').expect("area.rule");
            for part in [area, rule] {
                assert!(!part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{text}");
            }
        }
    }

    #[test]
    fn every_code_has_four_parts_of_documentation() {
        for code in ProblemCode::ALL {
            let lines: Vec<&str> = code.documentation().lines().map(str::trim).collect();
            assert!(lines.first().is_some_and(|line| line.ends_with('.')), "{code}: meaning");
            for part in ["Why: ", "Wrong: ", "Right: "] {
                assert!(lines.iter().any(|line| line.starts_with(part)), "{code}: {part}");
            }
        }
    }

    #[test]
    fn both_messages_name_the_same_parameters_and_keep_the_form() {
        let names = |text: &str| {
            let mut names: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|part| part.split_once('}'))
                .map(|(name, _)| name.to_owned())
                .collect();
            names.sort();
            names.dedup();
            names
        };
        for code in ProblemCode::ALL {
            let (id, en) = (code.template(Lang::Id), code.template(Lang::En));
            assert_eq!(names(id), names(en), "{code}");
            assert_ne!(id, en, "{code} is not translated");
            for text in [id, en] {
                assert!(!text.ends_with('.') && !text.contains('\n'), "{code}: {text}");
                assert!(
                    text.chars().next().is_some_and(|c| !c.is_uppercase() || text.starts_with("JSON")),
                    "{code}: {text}"
                );
            }
        }
    }
}
