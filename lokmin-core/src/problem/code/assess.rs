//! Codes of assessment: series, roll-up, quality, scores and suppression. What an entry is made of stands in the parent module.

macro_rules! assess_codes {
    ([$($next:ident)*] $($entries:tt)*) => {
        collect_codes! { [$($next)*] $($entries)*

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
            /// Why: it is no number of people but a mark for "unknown" (-99) or a slip; it is not counted. A numerator that may be
            /// below zero by its definition (`signed`), as in a drop-out, counts and is not reported.
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
            /// Why: the same people are then more or less of the target population; the figure of the month assessed counts. Each
            /// change is told, so that the first and the last are the old and the new figure.
            /// Wrong: 57 until March and 60 from April.
            /// Right: one target population for the year.
            SeriesDenominatorChanged = "series.denominator_changed", Warning,
                "sasaran berubah dari {old} menjadi {new} pada {month}; yang dipakai adalah sasaran bulan yang dinilai",
                "the denominator changes from {old} to {new} in {month}; that of the month assessed is used";

            /// The last figure that counts is older than the month asked for.
            /// Why: what happened since is not in it.
            /// Wrong: the snapshot of July for an assessment of September.
            /// Right: the snapshot of September.
            SeriesStale = "series.stale_snapshot", Warning,
                "angka terakhir adalah {month}, padahal yang dinilai sampai {asked}",
                "the last figure is of {month}, while {asked} is assessed";

            /// A figure "up to this month", numerator or denominator, is below that of an earlier month.
            /// Why: what was counted once stays counted; one of the figures is wrong, or they are not cumulative. What the month
            /// itself brought is then not known.
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

            /// Areas of a roll-up have figures up to this month, of which the figure of the span cannot be known.
            /// Why: the figure to date is below that of before the span, or that one is missing; the areas have reported, but what the
            /// span brought counts nowhere. Their people stay in a yearly denominator. `reason` in the answer says which.
            /// Wrong: 30 up to May and 28 up to June, where June is asked.
            /// Right: 30 up to May and 31 up to June.
            RollUpUnclear = "rollup.unclear", Warning,
                "sudah lapor, tetapi angka kumulatifnya turun atau angka sebelumnya tidak ada: {areas}",
                "reported, but the figures to date fall or the one before is missing: {areas}";

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

            /// Numerator and denominator of a span are those of a span shortly before it.
            /// Why: a report that was sent again looks like this, and so does a row of the wrong month or quarter. It is told from a
            /// denominator of `repeated_from` on; figures of nobody and of everybody repeat by chance.
            /// Wrong: 38 of 41 in May and 38 of 41 in June.
            /// Right: the figures of June; or 38 of 41 after a look at the register.
            QualityRepeated = "quality.repeated", Warning,
                "angka {month} sama persis dengan angka {other}; periksa apakah laporan lama terkirim lagi",
                "the figures of {month} are exactly those of {other}; see whether an old report was sent again";

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
                "jumlah N + T + O + B {sum}, sedangkan D {d}",
                "the sum of N + T + O + B is {sum}, while D is {d}";

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
        }
    };
}
pub(super) use assess_codes;
