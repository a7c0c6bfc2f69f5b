//! What is asked of a table of figures, as JSON: the way of the other languages to an engine.

use crate::assess::given::catalogue_of;
use crate::assess::policy::filled;
use crate::assess::{AssessPolicy, ReportedAs};
use crate::forum::WorkingArea;
use crate::indicator::{CatalogueDocument, LowestLevel, Targets, TargetsDocument};
use crate::json::{Count, Reader, Text, read_text, record, terms};
use crate::problem::Outcome;
use crate::region::Level;

use super::column::Column;
use super::engine::Engine;
use super::parents::Parents;
use super::periods::SpanKind;

terms! {
    /// The regions that areas are ranked in.
    pub enum ParentRegion {
        /// None: there is no rank.
        None = "none", "tidak ada", "none";
        /// The province.
        Province = "province", "Provinsi", "Province";
        /// The regency or city.
        District = "district", "Kabupaten/kota", "District";
        /// The subdistrict.
        Subdistrict = "subdistrict", "Kecamatan", "Subdistrict";
    }
}

record! {
    /// An area and what it belongs to.
    pub struct ParentOf {
        /// The area, as the table has it.
        pub area: Text,
        /// What it belongs to.
        pub parent: Text,
    }
}

record! {
    /// What is asked of a table of figures. What is left out is as [`Engine::new`] has it.
    pub struct TableQuestion {
        /// Which spans to answer for; absent: years to date.
        pub view: Option<SpanKind>,
        /// The regions that areas are ranked in and added up to; absent: subdistricts. `parent_of` goes before it.
        pub parents: Option<ParentRegion>,
        /// What each area belongs to, by hand; an area without an entry belongs to nothing. `working_areas` go before it.
        pub parent_of: Vec<ParentOf>,
        /// Working areas: villages are ranked in their Puskesmas.
        pub working_areas: Vec<WorkingArea>,
        /// The targets that somebody has set; the nearest area wins, and the defaults of the catalogue come last.
        pub targets: Option<TargetsDocument>,
        /// A catalogue of one's own, on top of the built-in one.
        pub catalogue: Option<CatalogueDocument>,
        /// The level of the areas; absent: one that has denominators.
        pub level: Option<LowestLevel>,
        /// The level of the parents, when areas are added up.
        pub parent_level: Option<LowestLevel>,
        /// How the figures are reported, where it is not as the indicators say.
        pub reported_as: Option<ReportedAs>,
        /// What the district decides otherwise.
        pub policy: Option<AssessPolicy>,
        /// The columns of the answer besides the keys; absent or empty: all.
        pub columns: Vec<Column>,
        /// Whether to look at the quality of the figures too.
        pub quality: bool,
        /// How many threads may work, 1 or more; absent: one.
        pub threads: Option<Count>,
    }
}

impl TableQuestion {
    /// Reads a question from JSON.
    ///
    /// # Errors
    ///
    /// The problems of the text, each with its place.
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Asks an engine that is set up as the question says; the warnings are those of the catalogue. Targets may be of
    /// indicators that the catalogue does not know: rows of these are flagged.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::columns::{FigureColumns, Keys, Periods, TableQuestion};
    ///
    /// let question = TableQuestion::from_json(r#"{"view": "month", "targets": {"rates": {"K6": "90"}}}"#).into_result()?;
    /// let march = Some("2025-03".parse()?);
    /// let figures = FigureColumns {
    ///     areas: Keys::Texts(&[Some("15.04.02.2003")]),
    ///     indicators: Keys::Texts(&[Some("K6")]),
    ///     periods: Periods::Months(&[march]),
    ///     numerators: &[5],
    ///     denominators: &[50],
    /// };
    /// let answer = question.ask(|engine| engine.assess(&[figures])).into_result()??;
    /// // March alone: 5 of 50, where 90 % / 12 = 7.5 % are due.
    /// let row = answer.rows().last().unwrap();
    /// assert_eq!((row.value, row.target_to_date, row.met), (Some(10.0), Some(7.5), Some(true)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ask<A>(&self, ask: impl FnOnce(Engine<'_>) -> A) -> Outcome<A> {
        let mut reader = Reader::default();
        let Some(catalogue) = catalogue_of(self.catalogue.as_ref(), &mut reader) else {
            return Outcome::new(None, reader.finish());
        };
        let targets = self.targets.clone().map(Targets::of).unwrap_or_default();
        let pairs = self.pairs();
        let threads = self.threads.map_or(1, |threads| usize::try_from(threads.get()).unwrap_or(usize::MAX));
        let engine = Engine::new(&catalogue)
            .with_targets(&targets)
            .with_spans(self.view.unwrap_or_default())
            .with_parents(self.parents(&pairs))
            .with_policy(filled(self.policy.as_ref()))
            .with_quality(self.quality)
            .with_columns(if self.columns.is_empty() { Column::ALL } else { &self.columns })
            .with_threads(threads);
        let engine = self.level.map_or(engine.clone(), |level| engine.with_level(level));
        let engine = self.parent_level.map_or(engine.clone(), |level| engine.with_parent_level(level));
        let engine = self.reported_as.map_or(engine.clone(), |reported_as| engine.with_reported_as(reported_as));
        Outcome::new(Some(ask(engine)), reader.finish())
    }

    /// Returns what each area belongs to under the question, as [`Parents::of`] says it. Areas of one parent have to be asked
    /// about together, where a table is shared out.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::columns::TableQuestion;
    ///
    /// let question = TableQuestion::from_json(r#"{"parents": "district"}"#).into_result()?;
    /// assert_eq!(question.parents_of(&["15.04.02.2003"]), [Some("15.04".to_owned())]);
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    #[must_use]
    pub fn parents_of(&self, areas: &[&str]) -> Vec<Option<String>> {
        self.parents(&self.pairs()).of(areas)
    }

    fn pairs(&self) -> Vec<(&str, &str)> {
        self.parent_of.iter().map(|pair| (pair.area.as_str(), pair.parent.as_str())).collect()
    }

    fn parents<'a>(&'a self, pairs: &'a [(&'a str, &'a str)]) -> Parents<'a> {
        match self.parents.unwrap_or(ParentRegion::Subdistrict) {
            _ if !self.working_areas.is_empty() => Parents::WorkingAreas(&self.working_areas),
            _ if !pairs.is_empty() => Parents::Map(pairs),
            ParentRegion::None => Parents::None,
            ParentRegion::Province => Parents::Region(Level::Province),
            ParentRegion::District => Parents::Region(Level::District),
            ParentRegion::Subdistrict => Parents::Region(Level::Subdistrict),
        }
    }
}
