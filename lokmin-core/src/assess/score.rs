//! Village UCI, SKDN and drop-out.

use serde::Serialize;

use crate::indicator::{Direction, MonthOfYear, Target};
use crate::json::{Count, Reader, Text, read_text, record, terms};
use crate::number::Decimal;
use crate::problem::{Location, Outcome, Param, Problem, ProblemCode};

use super::arithmetic::{Bar, Ratio};
use super::policy::{AssessPolicy, filled};

record! {
    /// Villages to be judged for UCI (universal child immunisation).
    pub struct UciRequest {
        /// The villages with complete basic immunisation from January on.
        pub villages: Vec<UciVillage>,
        /// The month up to which the figures go; 12: the year is over.
        pub month: MonthOfYear,
        /// What the district decides otherwise, `uci_threshold` above all.
        pub policy: Option<AssessPolicy>,
    }
}

record! {
    /// One village.
    pub struct UciVillage {
        /// The village: a code or a name.
        pub area: Text,
        /// Infants with complete basic immunisation, from January on.
        pub numerator: Option<Count>,
        /// Surviving infants of the year.
        pub denominator: Option<Count>,
    }
}

/// Which villages are UCI.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Uci {
    /// The threshold of the year times month / 12, per cent.
    pub threshold_to_date: Ratio,
    /// Whether the year is not over.
    pub provisional: bool,
    /// How many villages are UCI.
    pub reached: u32,
    /// How many villages could be judged.
    pub judged: u32,
    /// The villages, in the order given.
    pub villages: Vec<VillageUci>,
}

/// Whether one village is UCI.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct VillageUci {
    /// The village.
    pub area: Text,
    /// Its coverage, per cent; absent when a figure is missing or nobody is to be immunised.
    pub value: Option<Ratio>,
    /// Whether it is UCI; absent like the value.
    pub uci: Option<bool>,
}

impl UciRequest {
    /// Reads a request from JSON.
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Judges the villages: coverage against threshold x month / 12, provisional before December.
    #[must_use]
    pub fn run(&self) -> Uci {
        let threshold = filled(self.policy.as_ref()).uci_threshold;
        let month = u32::from(self.month.get());
        let bar = Bar::new(Target::Rate(threshold), 100, Direction::Higher, month);
        let villages: Vec<VillageUci> = self
            .villages
            .iter()
            .map(|village| {
                let figures = village.numerator.zip(village.denominator).filter(|(_, all)| all.get() > 0);
                let figures = figures.map(|(n, d)| (n.get().cast_signed(), d.get().cast_signed()));
                VillageUci {
                    area: village.area.clone(),
                    value: figures.and_then(|(n, d)| Ratio::new(i128::from(n) * 100, i128::from(d))),
                    uci: figures.map(|(n, d)| bar.is_met(n, d)),
                }
            })
            .collect();
        let count = |wanted: fn(&VillageUci) -> bool| {
            u32::try_from(villages.iter().filter(|village| wanted(village)).count()).unwrap_or(u32::MAX)
        };
        Uci {
            threshold_to_date: bar.level(),
            provisional: month < 12,
            reached: count(|village| village.uci == Some(true)),
            judged: count(|village| village.uci.is_some()),
            villages,
        }
    }
}

terms! {
    /// What N is divided by.
    pub enum CorrectedBasis {
        /// The corrected D as it was reported.
        Reported = "reported", "D' dilaporkan", "corrected D as reported";
        /// N + T.
        NPlusT = "n_plus_t", "N + T", "N + T";
        /// D - O - B.
        DMinusOMinusB = "d_minus_o_minus_b", "D - O - B", "D - O - B";
    }
}

record! {
    /// The counts of a posyandu month: SKDN.
    pub struct SkdnRequest {
        /// All under-fives.
        pub s: Option<Count>,
        /// Those with a card (KMS/KIA).
        pub k: Option<Count>,
        /// Those weighed.
        pub d: Option<Count>,
        /// Those who gained enough.
        pub n: Option<Count>,
        /// Those who did not.
        pub t: Option<Count>,
        /// Those not weighed last month.
        pub o: Option<Count>,
        /// Those weighed for the first time.
        pub b: Option<Count>,
        /// Those below the red line.
        pub bgm: Option<Count>,
        /// Those who did not gain twice.
        pub two_t: Option<Count>,
        /// The corrected D as reported.
        pub corrected_d: Option<Count>,
        /// What N is divided by; absent: the corrected D as reported, else N + T.
        pub basis: Option<CorrectedBasis>,
    }
}

/// The ratios of a posyandu month, per cent; each is absent where a count is missing or nobody is to be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Skdn {
    /// D/S: participation.
    pub d_s: Option<Ratio>,
    /// K/S: card ownership.
    pub k_s: Option<Ratio>,
    /// N/D': weight gain.
    pub n_d: Option<Ratio>,
    /// What N was divided by.
    pub corrected_d: Option<i64>,
    /// How D' came about; absent when it could not be made.
    pub basis: Option<CorrectedBasis>,
    /// BGM/D: below the red line.
    pub bgm_d: Option<Ratio>,
    /// 2T/D: no gain twice.
    pub two_t_d: Option<Ratio>,
}

impl SkdnRequest {
    /// Reads a request from JSON.
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Computes the ratios.
    ///
    /// D' is N + T unless it was reported: in 265 of 265 real rows D' was N + T, and N + T + O + B was D in only 197.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::SkdnRequest;
    /// let request = SkdnRequest::from_json(r#"{"s": 200, "d": 150, "n": 90, "t": 30}"#).into_result()?;
    /// let skdn = request.run().into_result()?;
    /// assert_eq!((skdn.d_s.unwrap().to_string(), skdn.n_d.unwrap().to_string()), ("75".into(), "75".into()));
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn run(&self) -> Outcome<Skdn> {
        let mut reader = Reader::default();
        let get = |count: Option<Count>| count.map(|count| count.get().cast_signed());
        let (weighed, gained, not_gained) = (get(self.d), get(self.n), get(self.t));
        let uncounted = get(self.o).zip(get(self.b)).map(|(absent, first)| absent + first);
        if let (Some(weighed), Some(gained), Some(not_gained), Some(uncounted)) =
            (weighed, gained, not_gained, uncounted)
            && gained + not_gained + uncounted != weighed
        {
            let problem = Problem::new(ProblemCode::ScoreSkdnSum)
                .with("sum", Param::Count(gained + not_gained + uncounted))
                .with("d", Param::Count(weighed));
            reader.report(&Location::ROOT.key("d"), problem);
        }
        let basis = self.basis.unwrap_or(match self.corrected_d {
            Some(_) => CorrectedBasis::Reported,
            None => CorrectedBasis::NPlusT,
        });
        let corrected_d = match basis {
            CorrectedBasis::Reported => get(self.corrected_d),
            CorrectedBasis::NPlusT => gained.zip(not_gained).map(|(gained, not_gained)| gained + not_gained),
            CorrectedBasis::DMinusOMinusB => {
                weighed.zip(uncounted).map(|(weighed, uncounted)| weighed - uncounted).filter(|left| *left >= 0)
            }
        };
        let share = |part: Option<i64>, all: Option<i64>| {
            let (part, all) = part.zip(all)?;
            Ratio::new(i128::from(part) * 100, i128::from(all))
        };
        let skdn = Skdn {
            d_s: share(weighed, get(self.s)),
            k_s: share(get(self.k), get(self.s)),
            n_d: share(gained, corrected_d),
            corrected_d,
            basis: corrected_d.map(|_| basis),
            bgm_d: share(get(self.bgm), weighed),
            two_t_d: share(get(self.two_t), weighed),
        };
        Outcome::new(Some(skdn), reader.finish())
    }
}

record! {
    /// Two doses of a series: how many children were lost between them.
    pub struct DropOutRequest {
        /// Children with the first dose, such as DPT-HB-Hib 1.
        pub first: Count,
        /// Children with the last dose, such as MR 1.
        pub last: Count,
        /// The highest drop-out allowed, per cent; absent: no verdict.
        pub target: Option<Decimal>,
    }
}

/// The drop-out between two doses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct DropOut {
    /// How many were lost; below zero when the last dose has more.
    pub lost: i64,
    /// (first - last) / first, per cent; absent when nobody had the first dose.
    pub value: Option<Ratio>,
    /// Whether the target is kept; absent without a target or a value.
    pub met: Option<bool>,
}

impl DropOutRequest {
    /// Reads a request from JSON.
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Computes the drop-out.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::DropOutRequest;
    /// let request = DropOutRequest::from_json(r#"{"first": 120, "last": 114, "target": "5"}"#).into_result()?;
    /// let drop_out = request.run().into_result()?;
    /// // 6 of 120 is exactly 5 %.
    /// assert_eq!((drop_out.lost, drop_out.met), (6, Some(true)));
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn run(&self) -> Outcome<DropOut> {
        let mut reader = Reader::default();
        let (first, last) = (self.first.get().cast_signed(), self.last.get().cast_signed());
        let difference = first - last;
        let value = Ratio::new(i128::from(difference) * 100, i128::from(first));
        if difference < 0 {
            let problem = Problem::new(ProblemCode::ScoreDropOutNegative)
                .with("first", Param::Count(first))
                .with("last", Param::Count(last));
            reader.report(&Location::ROOT.key("last"), problem);
        }
        let met = value.zip(self.target).map(|(value, target)| value <= Ratio::of_decimal(target));
        Outcome::new(Some(DropOut { lost: difference, value, met }), reader.finish())
    }
}
