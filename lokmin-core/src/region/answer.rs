//! What became of one code between two editions.

use super::code::RegionCode;
use crate::json::{Year, terms};

terms! {
    /// What a mapped code rests on.
    pub enum Basis {
        /// No change is recorded: the same code, the same name.
        Unchanged = "unchanged", "tidak berubah", "unchanged";
        /// The same code got another name.
        Renamed = "renamed", "ganti nama", "renamed";
        /// The caller's mapping says so.
        Mapped = "mapped", "menurut padanan", "mapped";
        /// There is no sure answer.
        Unresolved = "unresolved", "belum dapat dipastikan", "unresolved";
    }
}

terms! {
    /// Why there is no sure answer.
    pub enum Unresolved {
        /// The code is not in the later edition, and the mapping does not say what became of it.
        Vanished = "vanished", "kode hilang", "the code vanished";
        /// The mapping leads to several codes: figures of the old one cannot be divided.
        Split = "split", "dipecah", "split";
        /// The code got another name, and its old name now stands at another code of the same subdistrict.
        NameMoved = "name_moved", "nama berpindah ke kode lain", "the name moved to another code";
        /// The code was not in the edition that it is said to be of.
        NotInEdition = "not_in_edition", "tidak ada dalam terbitan asal", "not in the edition it is from";
    }
}

/// A code that may be what became of another one. Somebody has to confirm it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Candidate {
    /// The code in the edition in which the answer stopped.
    pub code: RegionCode,
    /// Its name in that edition; absent where only the mapping knows the code.
    pub name: Option<String>,
}

/// A change of name on the way from one edition to another.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct NameChange {
    /// The first edition with the new name.
    pub edition: Year,
    /// The name before.
    pub old: String,
    /// The name since.
    pub new: String,
}

/// What became of one code between two editions.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct CodeAnswer {
    /// The code that was asked for, of the edition `from`.
    pub asked: RegionCode,
    /// The edition that the code is of.
    pub from: Year,
    /// The edition that a code is wanted of.
    pub to: Year,
    /// The code in the edition `to`; null when unresolved.
    pub code: Option<RegionCode>,
    /// What the code rests on; the weakest of its steps: mapped, then renamed, then unchanged.
    pub basis: Basis,
    /// Why there is no code.
    pub reason: Option<Unresolved>,
    /// The first edition in which there is no sure code.
    pub stopped_at: Option<Year>,
    /// Codes that it may have become, nearest region first, at most 20: the parts of a split, new codes of the same name.
    pub candidates: Vec<Candidate>,
    /// Other old codes that the mapping leads to the same code: figures of all of them belong together.
    pub merged_with: Vec<RegionCode>,
    /// Changes of name on the way.
    pub names: Vec<NameChange>,
}
