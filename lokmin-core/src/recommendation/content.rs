//! What a recommendation says: what to do about what, for whom, with whose help, and how urgent it is.

use super::id::{Id, OneOrMore, Score};
use super::terms::{BudgetSource, Cause, PlanningKind};
use crate::calendar::Quarter;
use crate::forum::{Party, Villages};
use crate::indicator::IndicatorCode;
use crate::json::{Count, Reader, Text, Year, record};
use crate::problem::{Location, Param, Problem, ProblemCode};
use crate::sector::Sector;

record! {
    /// Urgency, seriousness and growth of the problem behind a recommendation, each 1 to 5 (USG).
    ///
    /// They are summed, 3 to 15, highest first; equal sums share a rank.
    pub struct Usg {
        /// How soon it has to be dealt with.
        pub urgency: Score,
        /// How much harm it does.
        pub seriousness: Score,
        /// How fast it gets worse when nothing is done.
        pub growth: Score,
    }
}

record! {
    /// A sector that owns a recommendation.
    pub struct Owner {
        /// The sector.
        pub sector: Sector,
        /// The institution as written; needed to tell sectors apart that have no code of their own.
        pub name: Option<Text>,
        /// The office in charge.
        pub office: Option<Text>,
        /// The person in charge.
        pub person: Option<Text>,
    }
}

record! {
    /// Support that a recommendation needs from a sector.
    pub struct Support {
        /// The sector asked.
        pub sector: Sector,
        /// What it is asked to do or give.
        pub text: Text,
    }
}

record! {
    /// A plan or planning meeting that a recommendation goes into.
    pub struct PlanningLink {
        /// Which plan or meeting.
        pub kind: PlanningKind,
        /// The year that is planned.
        pub year: Option<Year>,
        /// Where it stands there, such as a number.
        pub reference: Option<Text>,
    }
}

record! {
    /// In how many villages a recommendation is carried out already.
    pub struct VillageProgress {
        /// In how many it is done.
        pub done: Count,
        /// Out of how many.
        pub of: Count,
    }
    check = check_progress;
}

record! {
    /// What a recommendation says.
    pub struct Content {
        /// What is to be done.
        pub action: Text,
        /// The Puskesmas that it binds: code or name, as in the forum records.
        pub puskesmas: OneOrMore<Id>,
        /// The id of the forum that it comes from.
        pub forum: Option<Id>,
        /// The quarter that the forum counts for; absent: that of the day on which it was proposed.
        pub quarter: Option<Quarter>,
        /// Who asked for it.
        pub askers: Vec<Party>,
        /// The id of the obstacle that it is meant to remove, in the record of the forum.
        pub obstacle: Option<Id>,
        /// The problem in words.
        pub problem: Option<Text>,
        /// The indicators that it is meant to better.
        pub indicators: Vec<IndicatorCode>,
        /// The villages meant.
        pub villages: Option<Villages>,
        /// What kind of cause lies behind the problem.
        pub causes: Vec<Cause>,
        /// What is asked of each sector.
        pub support: Vec<Support>,
        /// Where the money comes from.
        pub budget: Vec<BudgetSource>,
        /// By what one will see that it worked.
        pub measure: Option<Text>,
        /// How urgent it is.
        pub usg: Option<Usg>,
        /// The plans and meetings that it goes into.
        pub planning: Vec<PlanningLink>,
        /// Where it was reported, where there are no minutes.
        pub source: Option<Text>,
    }
}

impl Usg {
    /// Returns the sum, 3 to 15.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::{Score, Usg};
    /// let score = |number| Score::new(number).unwrap();
    /// assert_eq!(Usg::new(score(4), score(5), score(3)).total(), 12);
    /// ```
    #[must_use]
    pub const fn total(&self) -> u8 {
        self.urgency.get() + self.seriousness.get() + self.growth.get()
    }

    /// Makes the three scores one.
    #[must_use]
    pub const fn new(urgency: Score, seriousness: Score, growth: Score) -> Self {
        Self { urgency, seriousness, growth }
    }
}

impl Owner {
    /// Returns whether it is known who in the sector is in charge.
    #[must_use]
    pub const fn is_somebody(&self) -> bool {
        self.office.is_some() || self.person.is_some()
    }
}

fn check_progress(progress: &VillageProgress, at: &Location<'_>, reader: &mut Reader) {
    if progress.done > progress.of {
        let count = |count: Count| Param::Count(count.get().cast_signed());
        let problem = Problem::new(ProblemCode::NumberRange)
            .with("found", count(progress.done))
            .with("min", Param::Count(0))
            .with("max", count(progress.of));
        reader.report(&at.key("done"), problem);
    }
}
