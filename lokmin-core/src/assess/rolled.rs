//! What a roll-up answers: the PWS table of a parent, with what is missing named.

use serde::ser::SerializeMap;

use crate::json::Text;
use crate::language::Lang;

use super::arithmetic::Ratio;
use super::assessment::Assessment;
use super::verdict::Part;

crate::json::terms! {
    /// Where the figures of a parent come from.
    pub enum RollUpBasis {
        /// The sum of its areas.
        Children = "children", "jumlah wilayah", "sum of areas";
        /// The figures given for the parent itself.
        Given = "given", "angka induk", "figures given for the parent";
    }
}

crate::json::terms! {
    /// Why the figure of a span cannot be known from figures up to a month.
    pub enum Unclear {
        /// The figure up to the end of the span is below that of before it.
        Falling = "falling", "angka kumulatif turun", "the figures to date fall";
        /// There is no figure up to the month before the span.
        BaseMissing = "base_missing", "angka kumulatif sebelumnya tidak ada", "the figure to date before it is missing";
    }
}

/// An area whose own figure of the span cannot be known.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct UnclearArea {
    /// The area.
    pub area: Text,
    /// Why its figure cannot be known.
    pub reason: Unclear,
}

/// A parent and its areas, assessed. As JSON the members of an [`Assessment`], and those of this struct.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RollUp {
    /// The parent.
    pub assessment: Assessment,
    /// Where its figures come from.
    pub basis: RollUpBasis,
    /// The sum of the areas, where something else won.
    pub sum_of_children: Option<Part>,
    /// The value of the areas that reported, alone.
    pub value_reporting: Option<Ratio>,
    /// The sum of the areas' own shortfalls; absent when none was judged.
    pub shortfall_of_children: Option<i64>,
    /// What was done for people from outside the working area.
    pub outside: i64,
    /// How many areas the trend rests on.
    pub trend_children: u32,
    /// The areas, in the order given, those outside the working area left out.
    pub areas: Vec<AreaVerdict>,
    /// Areas that have not reported.
    pub silent: Vec<Text>,
    /// Areas that have reported figures up to this month, of which the figure of the span cannot be known, and why.
    pub unclear: Vec<UnclearArea>,
    /// Areas without a denominator: neither part of theirs counts.
    pub left_out: Vec<Text>,
    /// Areas with a denominator of zero.
    pub zero_denominator: Vec<Text>,
}

/// One area of a roll-up. As JSON `area`, `rank` and the members of an [`Assessment`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AreaVerdict {
    /// The area.
    pub area: Text,
    /// Its rank among the areas, 1 the best; absent without a value.
    pub rank: Option<u32>,
    /// Its figures and verdict.
    pub assessment: Assessment,
}

/// The arithmetic of one verdict of a roll-up in words.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct ExplainedArea {
    /// The area; absent: the parent.
    pub area: Option<Text>,
    /// The arithmetic in words, as [`Assessment::explain`] says it.
    pub text: String,
}

impl RollUp {
    /// Says the arithmetic of the parent, then that of each area, in words.
    #[must_use]
    pub fn explain(&self, lang: Lang) -> Vec<ExplainedArea> {
        let parent = ExplainedArea { area: None, text: self.assessment.explain(lang) };
        let explain =
            |area: &AreaVerdict| ExplainedArea { area: Some(area.area.clone()), text: area.assessment.explain(lang) };
        std::iter::once(parent).chain(self.areas.iter().map(explain)).collect()
    }
}

impl serde::Serialize for AreaVerdict {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("area", &self.area)?;
        map.serialize_entry("rank", &self.rank)?;
        self.assessment.serialize_into(&mut map)?;
        map.end()
    }
}

impl serde::Serialize for RollUp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.assessment.serialize_into(&mut map)?;
        map.serialize_entry("basis", &self.basis)?;
        map.serialize_entry("sum_of_children", &self.sum_of_children)?;
        map.serialize_entry("value_reporting", &self.value_reporting)?;
        map.serialize_entry("shortfall_of_children", &self.shortfall_of_children)?;
        map.serialize_entry("outside", &self.outside)?;
        map.serialize_entry("trend_children", &self.trend_children)?;
        map.serialize_entry("silent", &self.silent)?;
        map.serialize_entry("unclear", &self.unclear)?;
        map.serialize_entry("left_out", &self.left_out)?;
        map.serialize_entry("zero_denominator", &self.zero_denominator)?;
        map.serialize_entry("areas", &self.areas)?;
        map.end()
    }
}
