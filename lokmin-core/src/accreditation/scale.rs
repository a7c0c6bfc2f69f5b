//! The points that the yearly performance assessment (PKP) gives for how often lokmin was held.

use crate::cadence::{Certainty, MeetingKind};
use crate::json::{Count, Reader, Text, record};
use crate::problem::{Location, Param, Problem, ProblemCode};

record! {
    /// One band of a scale: it ends where the next one begins.
    pub struct FrequencyBand {
        /// From how many forums a year.
        pub from: Count,
        /// The points that it gives.
        pub points: Count,
    }
}

record! {
    /// How many points a number of forums a year gives. Below the first band: 0.
    ///
    /// Management of the Puskesmas is scored locally; the built-in scale is that of one scoring sheet (see
    /// [`FrequencyScale::default`]).
    pub struct FrequencyScale {
        /// For quarterly forums, in rising order; absent: no points are given for them.
        pub quarterly: Vec<FrequencyBand>,
        /// For monthly forums, in rising order; absent: no points are given for them.
        pub monthly: Vec<FrequencyBand>,
        /// Where the scale comes from.
        pub source: Option<Text>,
        /// How sure that is.
        pub certainty: Option<Certainty>,
    }
    check = check_scale;
}

impl FrequencyBand {
    /// Makes a band: from how many forums a year, and the points that it gives.
    #[must_use]
    pub const fn new(from: Count, points: Count) -> Self {
        Self { from, points }
    }
}

impl Default for FrequencyScale {
    /// Returns the scale of the management sheet of one district, 2022 (secondary): quarterly none 0, fewer than 2 times
    /// 4, 2 to 3 times 7, 4 times 10; monthly none 0, fewer than 5 times 4, 5 to 8 times 7, 9 to 12 times 10.
    fn default() -> Self {
        Self {
            quarterly: bands([(1, 4), (2, 7), (4, 10)]),
            monthly: bands([(1, 4), (5, 7), (9, 10)]),
            source: Some(Text::of("penilaian manajemen Puskesmas 2022, a local scoring sheet (Jawa Timur)")),
            certainty: Some(Certainty::Secondary),
        }
    }
}

impl FrequencyScale {
    /// Returns the points for a number of forums in a year; `None` where the scale has no bands for the kind.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::{accreditation::FrequencyScale, cadence::MeetingKind};
    /// let scale = FrequencyScale::default();
    /// let points = [0, 1, 2, 3, 4, 5].map(|held| scale.points(MeetingKind::Quarterly, held).unwrap());
    /// assert_eq!(points, [0, 4, 7, 7, 10, 10]);
    /// ```
    #[must_use]
    pub fn points(&self, kind: MeetingKind, held: usize) -> Option<u64> {
        let bands = match kind {
            MeetingKind::Quarterly => &self.quarterly,
            MeetingKind::Monthly => &self.monthly,
        };
        let held = u64::try_from(held).unwrap_or(u64::MAX);
        let reached = bands.iter().take_while(|band| band.from.get() <= held).last();
        (!bands.is_empty()).then(|| reached.map_or(0, |band| band.points.get()))
    }
}

fn bands<const N: usize>(bands: [(u64, u64); N]) -> Vec<FrequencyBand> {
    let band = |(from, points)| Some(FrequencyBand::new(Count::new(from)?, Count::new(points)?));
    bands.into_iter().filter_map(band).collect()
}

fn check_scale(scale: &FrequencyScale, at: &Location<'_>, reader: &mut Reader) {
    for (name, bands) in [("quarterly", &scale.quarterly), ("monthly", &scale.monthly)] {
        let list = at.key(name);
        for (index, (previous, band)) in bands.iter().zip(bands.iter().skip(1)).enumerate() {
            if band.from <= previous.from {
                let count = |count: Count| Param::Count(count.get().cast_signed());
                let problem = Problem::new(ProblemCode::AccreditationScaleOrder)
                    .with("from", count(band.from))
                    .with("previous", count(previous.from));
                reader.report(&list.index(index + 1).key("from"), problem);
            }
        }
    }
}
