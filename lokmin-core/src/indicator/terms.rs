//! The words that a definition is made of.

use crate::json::terms;

terms! {
    /// How the figures of several months become one numerator.
    pub enum NumeratorKind {
        /// Events of the span: the months are added.
        Sum = "sum", "jumlah", "sum";
        /// Already "up to this month": the last figure of each area counts, months are never added.
        ToDate = "to_date", "kumulatif s.d. bulan ini", "to date";
        /// A stock: the mean of the months reported, per area, rounded half to even.
        Mean = "mean", "rata-rata bulan", "mean";
        /// A state: the latest figure counts.
        Latest = "latest", "terakhir", "latest";
        /// The outcome of a group that began about a year earlier: never added over quarters.
        Cohort = "cohort", "kohort", "cohort";
        /// A figure of a survey or an estimate, which no routine report can give.
        Survey = "survey", "survei", "survey";
    }
}

terms! {
    /// How the figures of several months become one denominator.
    pub enum DenominatorKind {
        /// One figure a year, repeated on the rows: never added, that of the month assessed counts.
        Annual = "annual", "sasaran setahun", "annual";
        /// Events of the span: the months are added.
        Sum = "sum", "jumlah", "sum";
        /// A stock: the mean of the months reported.
        Mean = "mean", "rata-rata bulan", "mean";
        /// Already "up to this month": the last figure counts.
        ToDate = "to_date", "kumulatif s.d. bulan ini", "to date";
        /// A state: the latest figure counts.
        Latest = "latest", "terakhir", "latest";
    }
}

terms! {
    /// How much of the year's target is due during the year.
    pub enum TargetProfile {
        /// A twelfth for each month: by September 9/12 of the target.
        ProRata = "pro_rata", "dibagi rata 12 bulan", "pro rata";
        /// The whole target in every month.
        Full = "full", "penuh setiap bulan", "full";
        /// No target during the year.
        None = "none", "tanpa target berjalan", "none";
    }
}

terms! {
    /// Which way is better.
    pub enum Direction {
        /// More is better, as for coverage.
        Higher = "higher", "makin tinggi makin baik", "higher is better";
        /// Less is better, as for stunting.
        Lower = "lower", "makin rendah makin baik", "lower is better";
    }
}

terms! {
    /// How sure a fact is, from the surest down.
    ///
    /// A target that is less sure than [`Certainty::RecalledHigh`] is shown and judges nobody, unless the caller accepts it.
    ///
    /// # Ordering
    ///
    /// The surest comes first.
    pub enum Certainty {
        /// Read in a source text that is named.
        Confirmed = "confirmed", "dibaca di sumber", "confirmed in a source";
        /// Read, but only in a secondary source: notes, news, code.
        ConfirmedSecondary = "confirmed_secondary", "dibaca di sumber sekunder", "confirmed in a secondary source";
        /// General knowledge without a source at hand, quite sure.
        RecalledHigh = "recalled_high", "pengetahuan umum, cukup yakin", "recalled, quite sure";
        /// General knowledge, less sure.
        RecalledMedium = "recalled_medium", "pengetahuan umum, kurang yakin", "recalled, less sure";
        /// General knowledge, not sure.
        RecalledLow = "recalled_low", "pengetahuan umum, tidak yakin", "recalled, not sure";
        /// Looked for and not found.
        Unknown = "unknown", "tidak diketahui", "unknown";
    }
}

impl Certainty {
    /// Returns whether a target of this certainty may judge without being accepted by the caller.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::indicator::Certainty;
    /// assert!(Certainty::RecalledHigh.may_judge());
    /// assert!(!Certainty::RecalledMedium.may_judge());
    /// ```
    #[must_use]
    pub const fn may_judge(self) -> bool {
        (self as u8) <= Self::RecalledHigh as u8
    }
}

terms! {
    /// What kind of figures a target was made for.
    pub enum TargetBasis {
        /// Routine reports of villages and Puskesmas.
        Routine = "routine", "laporan rutin", "routine reports";
        /// A survey, such as SSGI: its target says nothing about routine figures.
        Survey = "survey", "survei", "survey";
    }
}

terms! {
    /// The lowest level at which an indicator has a denominator, and so a percentage.
    pub enum LowestLevel {
        /// Each village has one.
        Village = "village", "Desa/kelurahan", "Village";
        /// Only a Puskesmas or more has one; a village has a count.
        Puskesmas = "puskesmas", "Puskesmas", "Puskesmas";
        /// Only a district has one; below it there are counts.
        District = "district", "Kabupaten/kota", "District";
    }
}
