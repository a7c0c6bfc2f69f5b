//! The elements that documents of the forums are evidence for, and how each is scored.

use crate::assess::{Ratio, print_beside_target};
use crate::cadence::{BuiltInValue, Certainty};
use crate::indicator::Direction;
use crate::json::terms;
use crate::language::Lang;

terms! {
    /// An element of a criterion, with its text in short.
    ///
    /// Source: KMK HK.01.07/MENKES/165/2023 and Kepdirjen HK.02.02/D/487/2023 (confirmed).
    pub enum ElementCode {
        /// Forums are held regularly: schedule, invitations, attendance lists, minutes, photos.
        ForumsHeld = "1.6.2.a",
            "lokakarya mini bulanan dan triwulanan dilakukan secara konsisten dan periodik",
            "monthly and quarterly forums are held consistently and periodically";
        /// Problems are discussed, and something is recommended: minutes.
        ProblemsDiscussed = "1.6.2.b",
            "masalah dan hambatan pelaksanaan kegiatan dibahas, dengan rekomendasi tindak lanjut",
            "problems and obstacles are discussed, with recommendations";
        /// Recommendations are followed up: proof of follow-up.
        FollowedUp = "1.6.2.c",
            "rekomendasi lokakarya mini ditindaklanjuti dengan perbaikan pelaksanaan kegiatan",
            "recommendations of the forums are followed up by better work";
        /// The district team follows up what is in its authority: an official answer.
        DistrictFollowedUp = "1.7.1.f",
            "TPCB menindaklanjuti hasil lokakarya mini yang menjadi kewenangannya",
            "the district team (TPCB) follows up results of the forums that are in its authority";
    }
}

terms! {
    /// Whether something that the criterion also asks for was looked at.
    pub enum Assessed {
        /// It was not.
        NotAssessed = "not_assessed", "tidak dinilai", "not assessed";
    }
}

/// From how many per cent on an element scores 10, and from how many 5.
const FULL_PERCENT: u128 = 70;
const HALF_PERCENT: u128 = 30;

const AKRED: &str = "KMK HK.01.07/MENKES/165/2023 and Kepdirjen HK.02.02/D/487/2023";

/// What is behind the scores: each rule with where it comes from and how sure it is.
pub const RULES: &[BuiltInValue] = &[
    BuiltInValue {
        name: "score",
        value: "10 from 70 %, 5 from 30 %, else 0; nothing to assess: no score (TDD)",
        source: "Kepdirjen Yankes HK.02.02/I/3991/2022",
        certainty: Certainty::Confirmed,
    },
    BuiltInValue {
        name: "documents",
        value: "yearly schedule; invitation, attendance list, minutes and photos of every forum",
        source: AKRED,
        certainty: Certainty::Confirmed,
    },
    BuiltInValue {
        name: "counting",
        value: "what is shown of what is expected, each counted once",
        source: "no source has a rule",
        certainty: Certainty::Chosen,
    },
];

/// One element: what documents show, out of what is expected, and the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct ElementScore {
    /// Which element.
    pub element: ElementCode,
    /// Its text in short, in Indonesian.
    pub id: &'static str,
    /// Its text in short, in English.
    pub en: &'static str,
    /// Where the text comes from.
    pub source: &'static str,
    /// How sure that is.
    pub certainty: Certainty,
    /// How much of it is shown: documents held, forums, recommendations or escalations.
    pub shown: usize,
    /// Out of how many.
    pub expected: usize,
    /// 10, 5 or 0; none where nothing is expected.
    pub score: Option<u8>,
}

/// Scores a share: 10 from 70 %, 5 from 30 %, else 0; `None` where nothing is expected.
///
/// Exact: 69.99 % scores 5. Source: Kepdirjen Yankes HK.02.02/I/3991/2022 (confirmed).
///
/// # Example
///
/// ```
/// use lokmin_core::accreditation::score;
/// assert_eq!(score(9, 13), Some(5)); // 69.2 %
/// assert_eq!(score(7, 10), Some(10));
/// assert_eq!(score(26, 87), Some(0)); // 29.9 %
/// assert_eq!(score(0, 0), None);
/// ```
#[must_use]
pub const fn score(shown: usize, expected: usize) -> Option<u8> {
    if expected == 0 {
        return None;
    }
    let (shown, expected) = (shown as u128 * 100, expected as u128);
    Some(if shown >= expected * FULL_PERCENT {
        10
    } else if shown >= expected * HALF_PERCENT {
        5
    } else {
        0
    })
}

impl ElementScore {
    pub(super) const fn new(element: ElementCode, shown: usize, expected: usize) -> Self {
        Self {
            element,
            id: element.label(Lang::Id),
            en: element.label(Lang::En),
            source: AKRED,
            certainty: Certainty::Confirmed,
            shown,
            expected,
            score: score(shown, expected),
        }
    }

    /// Returns the share in per cent, with as many decimals as it takes not to look like the next score; `None` where
    /// nothing is expected.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::accreditation::AccreditationRequest;
    /// use lokmin_core::Lang;
    /// let text = r#"{"puskesmas": "P1", "window": {"from": "2025-01", "to": "2025-12"}, "as_of": "2025-12-31"}"#;
    /// let answer = AccreditationRequest::from_json(text).and_then(|request| request.run()).into_result()?;
    /// assert_eq!(answer.elements[0].percent(Lang::Id).unwrap(), "0,0");
    /// assert_eq!(answer.elements[1].percent(Lang::Id), None);
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    #[must_use]
    pub fn percent(&self, lang: Lang) -> Option<String> {
        let next = match self.score? {
            0 => HALF_PERCENT,
            _ => FULL_PERCENT,
        };
        let part = |number: usize| i128::try_from(number).unwrap_or(i128::MAX);
        let share = Ratio::new(part(self.shown).checked_mul(100)?, part(self.expected))?;
        let next = Ratio::new(next.cast_signed(), 1)?;
        Some(print_beside_target(share, next, Direction::Higher, 100, lang).0)
    }
}

#[cfg(test)]
mod tests {
    use super::{ElementCode, ElementScore, score};
    use crate::language::Lang;

    #[test]
    fn scores_change_exactly_at_their_edges() {
        assert_eq!([score(692, 1000), score(700, 1000), score(299, 1000)], [Some(5), Some(10), Some(0)]);
        assert_eq!([score(300, 1000), score(699_999, 1_000_000), score(0, 1)], [Some(5), Some(5), Some(0)]);
        assert_eq!([score(usize::MAX, usize::MAX), score(usize::MAX / 2, usize::MAX)], [Some(10), Some(5)]);
        assert_eq!(score(0, 0), None);
    }

    #[test]
    fn a_printed_share_never_looks_like_the_next_score() {
        let percent = |shown, expected| ElementScore::new(ElementCode::FollowedUp, shown, expected).percent(Lang::Id);
        assert_eq!(percent(19, 27).as_deref(), Some("70,4"));
        assert_eq!(percent(6_999, 10_000).as_deref(), Some("69,99"));
        assert_eq!(percent(2_999, 10_000).as_deref(), Some("29,99"));
        assert_eq!(percent(0, 0), None);
    }
}
