//! Region codes of the Ministry of Home Affairs (*Kemendagri*): the code, lists of codes with names, and how codes
//! changed between editions.
//!
//! | level | in Indonesian | digits | example |
//! | :-- | :-- | :-- | :-- |
//! | province | provinsi | 2 | `15` |
//! | district | kabupaten, kota | 4 | `15.04` |
//! | subdistrict | kecamatan | 6 | `15.04.02` |
//! | village | kelurahan, desa, desa adat | 10 | `15.04.02.2003` |
//!
//! The statistics office (*BPS*) has codes of its own with 2, 4, 7 and 10 digits. A BPS code is not a Kemendagri code
//! without dots: the district Indragiri Hilir is `14.04` here and `1403` there.
//!
//! Source: Kepmendagri 300.2.2-2430/2025 and the editions before it (certain).

mod answer;
mod change;
mod code;
mod index;
mod name;
mod place;

pub use answer::{Basis, Candidate, CodeAnswer, NameChange, Unresolved};
pub use change::CodeChanges;
pub(crate) use change::check_village;
pub use code::{Level, RegionCode, System, VillageKind, parse_region};
pub use index::RegionIndex;
pub(crate) use index::ambiguous;
pub(crate) use name::{Wanted, fold, folded, keep_kind, nearest_name};
pub use place::expand_place;
