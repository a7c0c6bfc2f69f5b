//! The figures that were shown at a forum, beside those of today.

use super::terms::FigureComparison;
use crate::assess::{Ratio, View};
use crate::calendar::StatedSpan;
use crate::indicator::IndicatorCode;
use crate::json::Text;
use crate::number::Decimal;
use crate::region::RegionCode;

/// A figure that was shown at the forum, beside that of today for the same time.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct PresentedReview {
    /// The indicator as the record has it.
    pub indicator: Text,
    /// Its code, where it is one of the indicators handed in.
    pub code: Option<IndicatorCode>,
    /// The village that the figure is about; absent: the working area.
    pub area: Option<RegionCode>,
    /// The name of the village in the working area.
    pub area_name: Option<Text>,
    /// The time that the figure is about, as the record has it.
    pub span: Option<StatedSpan>,
    /// The months that both figures are about; absent where they cannot be compared.
    pub view: Option<View>,
    /// What was said of it where no number is known.
    pub text: Option<Text>,
    /// What was shown.
    pub shown: ShownFigure<Decimal>,
    /// What is known today, exact.
    pub now: Option<ShownFigure<Ratio>>,
    /// How the two stand to each other.
    pub comparison: FigureComparison,
}

/// A figure: numerator, denominator, and the value in the unit of the indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct ShownFigure<T> {
    /// The numerator (*capaian*).
    pub numerator: Option<i64>,
    /// The denominator (*sasaran*).
    pub denominator: Option<i64>,
    /// The value in the unit of the indicator (per cent for most).
    pub value: Option<T>,
}
