//! IKS (*Indeks Keluarga Sehat*): the healthy-family index.
//!
//! IKS = met / (12 - not applicable). Above 0.800 the family is *sehat*, from 0.500 to 0.800 *pra-sehat*, below *tidak
//! sehat*. Source: Permenkes 39/2016 (confirmed).

use serde::Serialize;

use crate::json::{read_text, record, terms};
use crate::language::Lang;
use crate::problem::Outcome;

use super::arithmetic::Ratio;
use super::print::print_among;

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
        /// Above 0.800.
        Sehat = "sehat", "Keluarga sehat", "Healthy";
        /// From 0.500 to 0.800.
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
        let answers = self.answers();
        let count = |wanted: IksAnswer| answers.iter().map(|answer| u8::from(*answer == wanted)).sum::<u8>();
        let (met, applicable) = (count(IksAnswer::Yes), 12 - count(IksAnswer::NotApplicable));
        let value = Ratio::new(i128::from(met), i128::from(applicable));
        Iks {
            met,
            applicable,
            value,
            printed: value.map(|value| print_among(value, &EDGES.map(edge), 3, Lang::Id)),
            category: value.map(IksCategory::of),
        }
    }
}

const EDGES: [i128; 2] = [5, 8];

fn edge(tenths: i128) -> Ratio {
    Ratio::new(tenths, 10).unwrap_or(Ratio::whole(0))
}

impl IksCategory {
    /// Returns the category of an index, 0 to 1.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::{IksCategory, Ratio};
    /// assert_eq!(IksCategory::of(Ratio::new(8, 10).unwrap()), IksCategory::PraSehat);
    /// assert_eq!(IksCategory::of(Ratio::new(9, 11).unwrap()), IksCategory::Sehat);
    /// assert_eq!(IksCategory::of(Ratio::new(5, 11).unwrap()), IksCategory::TidakSehat);
    /// ```
    #[must_use]
    pub fn of(value: Ratio) -> Self {
        let [lower, upper] = EDGES.map(edge);
        if value > upper {
            Self::Sehat
        } else if value >= lower {
            Self::PraSehat
        } else {
            Self::TidakSehat
        }
    }
}
