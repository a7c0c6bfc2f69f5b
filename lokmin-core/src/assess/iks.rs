//! IKS (*Indeks Keluarga Sehat*): the healthy-family index.
//!
//! IKS = met / (12 - not applicable). Above 0.800 the family is *sehat*, from 0.500 to 0.800 *pra-sehat*, below *tidak
//! sehat*. A village is judged by the share of its families that are healthy, with the same edges. Source: Permenkes
//! 39/2016 (confirmed); the edges are those of the policy, `iks_healthy` and `iks_nearly`.

use serde::Serialize;

use crate::json::{Count, Reader, read_text, record, terms};
use crate::language::Lang;
use crate::problem::{Location, Outcome};

use super::arithmetic::Ratio;
use super::policy::{AssessPolicy, Policy, filled};
use super::print::print_among;
use super::quality::report_excess;

terms! {
    /// Whether a family meets one of the twelve.
    pub enum IksAnswer {
        /// It does.
        Yes = "Y", "Ya", "Met";
        /// It does not.
        No = "T", "Tidak", "Not met";
        /// It does not concern the family.
        NotApplicable = "N", "Tidak berlaku", "Not applicable";
    }
}

terms! {
    /// The category of a family, or of the share of healthy families in an area.
    pub enum IksCategory {
        /// Above 0.800, or `iks_healthy`.
        Sehat = "sehat", "Keluarga sehat", "Healthy";
        /// From 0.500, or `iks_nearly`, to 0.800.
        PraSehat = "pra_sehat", "Pra-sehat", "Nearly healthy";
        /// Below 0.500.
        TidakSehat = "tidak_sehat", "Tidak sehat", "Not healthy";
    }
}

record! {
    /// The twelve answers of one family.
    pub struct IksRequest {
        /// Takes part in family planning.
        pub keluarga_berencana: IksAnswer,
        /// The mother gave birth in a health facility.
        pub persalinan_faskes: IksAnswer,
        /// The infant has complete basic immunisation.
        pub imunisasi_dasar: IksAnswer,
        /// The infant is exclusively breastfed.
        pub asi_eksklusif: IksAnswer,
        /// The growth of the under-five is monitored.
        pub pantau_tumbuh: IksAnswer,
        /// A person with tuberculosis is treated by the standard.
        pub tb_berobat: IksAnswer,
        /// A person with hypertension is treated regularly.
        pub hipertensi_berobat: IksAnswer,
        /// A person with a mental disorder is treated and not neglected.
        pub gangguan_jiwa_berobat: IksAnswer,
        /// Nobody smokes.
        pub tidak_merokok: IksAnswer,
        /// The family is a member of JKN.
        pub jkn: IksAnswer,
        /// The family has safe water.
        pub air_bersih: IksAnswer,
        /// The family has a proper latrine.
        pub jamban_sehat: IksAnswer,
        /// What the district decides otherwise, `iks_healthy` and `iks_nearly`.
        pub policy: Option<AssessPolicy>,
    }
}

record! {
    /// The families of an area whose index is known.
    pub struct IksAreaRequest {
        /// How many of them are healthy.
        pub healthy: Count,
        /// How many there are.
        pub families: Count,
        /// What the district decides otherwise, `iks_healthy` and `iks_nearly`.
        pub policy: Option<AssessPolicy>,
    }
}

/// The index of a family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Iks {
    /// How many of the twelve are met.
    pub met: u8,
    /// How many concern the family.
    pub applicable: u8,
    /// The index, 0 to 1; absent when none concerns it.
    pub value: Option<Ratio>,
    /// The index as it is printed, in Indonesian, three decimals or more; it never contradicts the category.
    pub printed: Option<String>,
    /// The category.
    pub category: Option<IksCategory>,
}

/// The index of an area: the share of its families that are healthy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct IksArea {
    /// How many families are healthy.
    pub healthy: u64,
    /// How many families there are.
    pub families: u64,
    /// The index, healthy / families; absent of no family.
    pub value: Option<Ratio>,
    /// The index as it is printed, in Indonesian, three decimals or more; it never contradicts the category.
    pub printed: Option<String>,
    /// The category.
    pub category: Option<IksCategory>,
}

impl IksAreaRequest {
    /// Reads a request from JSON.
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Computes the index. More healthy families than families is a warning; the index is then above 1.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::{IksAreaRequest, IksCategory};
    /// let request = IksAreaRequest::from_json(r#"{"healthy": 80, "families": 100}"#).into_result()?;
    /// // 0.800 is not above 0.800.
    /// assert_eq!(request.run().into_result()?.category, Some(IksCategory::PraSehat));
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn run(&self) -> Outcome<IksArea> {
        let mut reader = Reader::default();
        let policy = filled(self.policy.as_ref());
        let (healthy, families) = (self.healthy.get(), self.families.get());
        let whole = |count: u64| Some(count.cast_signed());
        report_excess(whole(healthy), whole(families), &Location::ROOT.key("healthy"), &mut reader);
        let value = Ratio::new(i128::from(healthy), i128::from(families));
        let area = IksArea {
            healthy,
            families,
            value,
            printed: value.map(|value| print_among(value, &edges(&policy), 3, Lang::Id)),
            category: value.map(|value| IksCategory::of(value, &policy)),
        };
        Outcome::new(Some(area), reader.finish())
    }
}

impl IksRequest {
    /// Reads a request from JSON.
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    fn answers(&self) -> [IksAnswer; 12] {
        [
            self.keluarga_berencana,
            self.persalinan_faskes,
            self.imunisasi_dasar,
            self.asi_eksklusif,
            self.pantau_tumbuh,
            self.tb_berobat,
            self.hipertensi_berobat,
            self.gangguan_jiwa_berobat,
            self.tidak_merokok,
            self.jkn,
            self.air_bersih,
            self.jamban_sehat,
        ]
    }

    /// Computes the index.
    #[must_use]
    pub fn run(&self) -> Iks {
        let policy = filled(self.policy.as_ref());
        let answers = self.answers();
        let count = |wanted: IksAnswer| answers.iter().map(|answer| u8::from(*answer == wanted)).sum::<u8>();
        let (met, applicable) = (count(IksAnswer::Yes), 12 - count(IksAnswer::NotApplicable));
        let value = Ratio::new(i128::from(met), i128::from(applicable));
        Iks {
            met,
            applicable,
            value,
            printed: value.map(|value| print_among(value, &edges(&policy), 3, Lang::Id)),
            category: value.map(|value| IksCategory::of(value, &policy)),
        }
    }
}

fn edges(policy: &Policy) -> [Ratio; 2] {
    [policy.iks_nearly, policy.iks_healthy].map(Ratio::of_decimal)
}

impl IksCategory {
    /// Returns the category of an index, 0 to 1, by the edges of the policy.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::{IksCategory, Policy, Ratio};
    /// let of = |met, applicable| IksCategory::of(Ratio::new(met, applicable).unwrap(), &Policy::default());
    /// assert_eq!(of(8, 10), IksCategory::PraSehat);
    /// assert_eq!(of(9, 11), IksCategory::Sehat);
    /// assert_eq!(of(5, 11), IksCategory::TidakSehat);
    /// ```
    #[must_use]
    pub fn of(value: Ratio, policy: &Policy) -> Self {
        let [lower, upper] = edges(policy);
        if value > upper {
            Self::Sehat
        } else if value >= lower {
            Self::PraSehat
        } else {
            Self::TidakSehat
        }
    }
}
