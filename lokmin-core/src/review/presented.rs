//! The figures that were shown at a forum, beside those of today.

use std::collections::BTreeMap;

use chrono::Datelike as _;

use super::privacy::Publisher;
use super::request::IndicatorFigures;
use super::terms::FigureComparison;
use super::villages::Villages;
use crate::assess::{Assessment, Common, GivenDefinition, PrintedFigure, Ratio, RollUp, View};
use crate::calendar::{Month, Span, StatedSpan};
use crate::forum::PresentedFigure;
use crate::indicator::IndicatorCode;
use crate::json::{Count, Text};
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
    /// What was shown. The value has as many places as it needs: `53.30` in the record is `53.3` here.
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

/// The most pairs of indicator and time that are worked out anew; what is shown beyond them stays `unknown`.
const MOST_VIEWS: usize = 100;

/// One indicator worked out for one time.
struct Known {
    roll_up: RollUp,
    /// The places of the villages, by their codes as text; by what they were handed in as where no code is known.
    places: BTreeMap<String, usize>,
}

/// The figures of today, worked out for the times that were shown.
pub(super) struct Today<'a> {
    common: &'a Common<'a>,
    figures: BTreeMap<IndicatorCode, &'a IndicatorFigures>,
    villages: &'a Villages<'a>,
    /// By indicator and time; none where nothing can be worked out.
    known: BTreeMap<(IndicatorCode, View), Option<Known>>,
}

impl<'a> Today<'a> {
    pub(super) fn new(
        common: &'a Common<'a>,
        figures: BTreeMap<IndicatorCode, &'a IndicatorFigures>,
        villages: &'a Villages<'a>,
    ) -> Self {
        Self { common, figures, villages, known: BTreeMap::new() }
    }

    /// Puts a figure that was shown beside that of today.
    pub(super) fn beside(&mut self, shown: &PresentedFigure, hide: bool, publisher: &Publisher) -> PresentedReview {
        let given = GivenDefinition::Word(shown.indicator.as_str().to_owned());
        let definition = self.common.definition(&given);
        let hidden = hide && shown.area.is_some() && definition.is_some_and(|definition| definition.sensitive);
        let code = definition.map(|one| one.code).filter(|code| self.figures.contains_key(code));
        let view = shown.span.as_ref().and_then(StatedSpan::span).and_then(view_of);
        let assessment = code.zip(view).filter(|_| !hidden).and_then(|(code, view)| self.assess(code, view, shown));
        let now = assessment.map(|one| ShownFigure {
            numerator: one.verdict().numerator,
            denominator: one.verdict().denominator,
            value: one.value(),
        });
        let number = |count: Option<Count>| count.map(|count| count.get().cast_signed()).filter(|_| !hidden);
        let figure = ShownFigure {
            numerator: number(shown.numerator),
            denominator: number(shown.denominator),
            value: shown.value.filter(|_| !hidden),
        };
        let comparison = match (view, &now) {
            (None, _) => FigureComparison::NoSpan,
            (Some(_), None) => FigureComparison::Unknown,
            (Some(_), Some(now)) => compare(&figure, now),
        };
        PresentedReview {
            indicator: publisher.text(&shown.indicator),
            code,
            area: shown.area,
            area_name: shown.area.and_then(|area| self.villages.name(area)),
            span: shown.span.as_ref().map(|span| publisher.span(span)),
            view: view.filter(|_| now.is_some()),
            text: publisher.option(shown.text.as_ref().filter(|_| !hidden)),
            shown: figure,
            now,
            comparison,
        }
    }

    fn assess(&mut self, code: IndicatorCode, view: View, shown: &PresentedFigure) -> Option<Assessment> {
        if !self.known.contains_key(&(code, view)) {
            let is_room = self.known.len() < MOST_VIEWS;
            let request = self.figures.get(&code).filter(|_| is_room).map(|figures| figures.roll_up(view))?;
            let known = self.common.roll_up(&request).value().cloned().map(|roll_up| self.known(roll_up));
            self.known.insert((code, view), known);
        }
        let Known { roll_up, places } = self.known.get(&(code, view))?.as_ref()?;
        let Some(area) = shown.area else { return Some(roll_up.assessment.clone()) };
        let place = places.get(&area.to_string())?;
        roll_up.areas.get(*place).map(|one| one.assessment.clone())
    }

    fn known(&self, roll_up: RollUp) -> Known {
        let name = |area: &str| self.villages.find(area).map_or_else(|| area.to_owned(), |one| one.code.to_string());
        let places = roll_up.areas.iter().enumerate().map(|(place, area)| (name(&area.area), place)).collect();
        Known { roll_up, places }
    }
}

/// Returns the view that looks at exactly these months: a year to date, a quarter or a month; a day that ends a month is
/// the year to date. `None` for every other time.
fn view_of(span: Span) -> Option<View> {
    if let Some(day) = span.as_of() {
        let is_last = day.succ_opt().is_none_or(|next| next.day() == 1);
        return Month::containing(day).filter(|_| is_last).map(View::YearToDate);
    }
    let (from, to) = span.months()?;
    if from.number() == 1 && from.year() == to.year() {
        return Some(View::YearToDate(to));
    }
    let month = (from == to).then_some(View::Month(to));
    span.quarter().map(View::Quarter).or(month)
}

/// Compares what was shown with what is known, part by part; a part that one of the two lacks says nothing.
fn compare(shown: &ShownFigure<Decimal>, now: &ShownFigure<Ratio>) -> FigureComparison {
    let same = |a: Option<i64>, b: Option<i64>| Some(a? == b?);
    let value = shown.value.zip(now.value).and_then(|(shown, now)| {
        let shown: PrintedFigure = shown.to_string().parse().ok()?;
        shown.agrees_with(now)
    });
    let parts = [same(shown.numerator, now.numerator), same(shown.denominator, now.denominator), value];
    if parts.contains(&Some(false)) {
        FigureComparison::Differs
    } else if parts.contains(&Some(true)) {
        FigureComparison::Agrees
    } else {
        FigureComparison::Unknown
    }
}
