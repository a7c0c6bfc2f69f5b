//! What was recognised in a text: the offices, institutions and groups, and in what capacity.

use super::{Capacity, Sector};
use crate::json::terms;

terms! {
    /// What kind of mention names a sector.
    pub enum MatchKind {
        /// A post that a person holds: Kapolsek.
        Office = "office", "jabatan", "office";
        /// An institution: Polsek.
        Institution = "institution", "lembaga", "institution";
        /// One of the offices that one word stands for: Muspika.
        Collective = "collective", "gabungan", "collective";
        /// People without an office: tokoh masyarakat.
        PersonGroup = "person_group", "kelompok orang", "group of people";
        /// A rank alone, with no office beside it: Serma.
        Rank = "rank", "pangkat", "rank";
    }
}

/// One office, institution or group named in a text.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Match {
    /// The sector that it belongs to.
    pub sector: Sector,
    /// What kind of mention it is.
    pub kind: MatchKind,
    /// The canonical name of the office or group; none for an institution and a rank.
    pub office: Option<String>,
    /// The canonical name of the institution, where one is named.
    pub institution: Option<String>,
    /// The words it was recognised by, as they were written.
    pub written: String,
    /// The capacity in the office; never `representing`, which is said of the whole text.
    pub capacity: Capacity,
}

/// Who or what is represented by somebody else.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Principal {
    /// The words as they were written, with the place where it is certain to belong to them.
    pub written: String,
    /// The offices, institutions and groups that are represented; several when one person stands for several.
    pub sectors: Vec<Match>,
}

/// What was recognised in one line of an attendance list, or in a phrase.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Recognition {
    /// The one sector that the text counts for; none when it is unknown or there are several.
    ///
    /// A stand-in counts for the sector of the principal. Where the warning `sector.not_present` says that somebody did not
    /// come, it is still the sector that is named.
    pub code: Option<Sector>,
    /// The offices, institutions and groups present, in the order of the text; with the warning `sector.not_present`, those
    /// that did not come too.
    pub sectors: Vec<Match>,
    /// In what capacity: of the first match, or `representing`.
    pub capacity: Capacity,
    /// Who is represented, where the text says it.
    pub principal: Option<Principal>,
    /// The name of the person present, as written, where it stands apart and a title, rank or address proves it a name.
    pub name: Option<String>,
}

impl Recognition {
    /// Returns the one sector that the text counts for; none when it is unknown or there are several.
    #[must_use]
    pub const fn sector(&self) -> Option<Sector> {
        self.code
    }
}
