//! The review: one quarter of one Puskesmas put together, as data, on one day.
//!
//! | question | part of [`Review`] |
//! | :-- | :-- |
//! | who, when, from which record? | [`ReviewHead`] |
//! | was the forum in time, when is the next one due? | [`CadenceReview`] |
//! | which sectors and villages were there? | [`AttendanceReview`] |
//! | which indicators lack the largest share of their target, and in which villages? | [`IndicatorReview`], [`RedVillage`] |
//! | what stands in the way, and what became of it? | [`ObstacleReview`] |
//! | what became of the recommendations, and what does the next forum look at? | [`RecommendationsReview`] |
//! | which documents are still missing? | [`EvidenceReview`] |
//! | which figures shown at the forum are different today? | [`PresentedReview`] |
//!
//! A review holds no rule of another room: it asks `cadence`, `forum`, `assess` and `recommendation`, and orders what they
//! answer.

mod attendance;
mod build;
mod head;
mod indicators;
mod obstacles;
mod presented;
mod privacy;
mod recommendations;
mod red;
mod request;
mod terms;
mod villages;

#[cfg(test)]
mod review_tests;

pub use attendance::{AttendanceReview, VillageRef, VillagesReview};
pub use head::{CadenceReview, EvidenceReview, Review, ReviewForum, ReviewHead};
pub use indicators::{IndicatorReview, VillageReview};
pub use obstacles::{Continued, LinkedRecommendation, ObstacleReview, ObstaclesReview};
pub use presented::{PresentedReview, ShownFigure};
pub(crate) use privacy::{SHORTEST_NUMBER, without_numbers};
pub use recommendations::{AgendaReview, Happened, ProgressReview, RecommendationReview, RecommendationsReview};
pub use red::{RED_SHARE, RedIndicator, RedVillage};
pub use request::{FIRST, IndicatorFigures, MOST_FIRST, ReviewRequest, review};
pub use terms::{FigureComparison, ObstacleOutcome};
