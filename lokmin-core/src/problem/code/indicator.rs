//! Codes of indicators and targets. What an entry is made of stands in the parent module.

macro_rules! indicator_codes {
    ([$($next:ident)*] $($entries:tt)*) => {
        collect_codes! { [$($next)*] $($entries)*

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

            /// Two indicators of one request are never to be mixed.
            /// Why: they sound alike and count other people or other services, one takes the place of the other, or one is a survey
            /// and the other routine; side by side they invite a comparison that means nothing. Each alone is sound.
            /// Wrong: `STUNT` (e-PPGBM) beside `STUNT-SSGI` (survey), or `K4` beside `K6`, in one table.
            /// Right: a table for each of them.
            IndicatorNotMixed = "indicator.not_to_be_mixed", Warning,
                "`{indicator}` dan `{other}` tidak menghitung hal yang sama dengan cara yang sama; jangan dijumlahkan, dibandingkan, diperingkat bersama atau saling menggantikan",
                "`{indicator}` and `{other}` do not count the same thing in the same way; never add, compare or rank them together, or put one for the other";

            /// An area stands more than once in a request, with different figures.
            /// Why: nobody can say which is right, so none counts; rows that say the same count once.
            /// Wrong: village A with 4 of 57 and village A with 6 of 57.
            /// Right: one of the two, or the policy `duplicates` `sum` where both are parts of one.
            AreaDuplicate = "assess.duplicate_area", Warning,
                "wilayah ini tertulis lebih dari sekali dengan angka yang berbeda; tidak ada yang dihitung",
                "this area stands here more than once with different figures; none is counted";

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
        }
    };
}
pub(super) use indicator_codes;
