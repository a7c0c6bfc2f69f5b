//! The sectors that take part in the forum, and how they are recognised in what people write.
//!
//! [`recognise_sector`] reads one line of an attendance list, or a phrase of a report, by one table of aliases (data):
//! "Plt. Camat Pelangiran, Hardinata, SP, MM" is KEC, acting. What is not in the table stays unknown; a likely
//! misspelling is suggested, never taken. A district adds its own words with [`SectorAliases::with_csv`].

mod alias;
mod capacity;
mod line;
mod mention;
mod name;
mod recognise;
mod resolve;
mod sought;
mod suggest;
mod token;
mod trie;

pub use alias::{AliasKind, SectorAliases};
pub use capacity::Capacity;
pub(crate) use line::{Line, offices_of, village_names};
pub use mention::{Match, MatchKind, Principal, Recognition};
pub use recognise::recognise_sector;
pub(crate) use sought::{SoughtOffice, may_name, may_represent};

use crate::json::terms;
pub use crate::region::expand_place;

terms! {
    /// A sector that takes part in the forum.
    ///
    /// Source: KMK HK.01.07/MENKES/2015/2023 table 2 names KEC, PKM, DINKES, DESA, PKK, POKJANAL, KADER, TNI, POLRI and
    /// DIK; the others are those seen in real invitations and reports.
    pub enum Sector {
        /// Subdistrict office: Camat, Sekcam, Kasi.
        Kec = "KEC", "Kecamatan", "Subdistrict office";
        /// Puskesmas with its Pustu and village midwives.
        Pkm = "PKM", "Puskesmas", "Community health centre";
        /// District health office.
        Dinkes = "DINKES", "Dinas Kesehatan", "District health office";
        /// Village and urban village government.
        Desa = "DESA", "Pemerintah desa/kelurahan", "Village government";
        /// Family welfare movement.
        Pkk = "PKK", "TP PKK", "Family welfare movement (PKK)";
        /// Posyandu working group; Tim Pembina Posyandu since Permendagri 13/2024 (secondary source).
        Pokjanal = "POKJANAL", "Tim Pembina (Pokjanal) Posyandu", "Posyandu steering team";
        /// Posyandu and health cadres.
        Kader = "KADER", "Kader", "Health cadres";
        /// Army: Danramil, Babinsa.
        Tni = "TNI", "TNI", "Army";
        /// Police: Kapolsek, Bhabinkamtibmas.
        Polri = "POLRI", "Polri", "Police";
        /// Education.
        Dik = "DIK", "Pendidikan", "Education";
        /// Office of religious affairs.
        Kua = "KUA", "Kantor Urusan Agama", "Religious affairs office";
        /// Family planning field office.
        Kb = "KB", "Keluarga berencana", "Family planning";
        /// Agriculture extension.
        Tani = "TANI", "Pertanian", "Agriculture";
        /// Livestock and veterinary post.
        Ternak = "TERNAK", "Peternakan", "Livestock";
        /// Social affairs.
        Sos = "SOS", "Sosial", "Social affairs";
        /// Village community empowerment institution.
        Lpm = "LPM", "Lembaga pemberdayaan masyarakat", "Community empowerment body";
        /// Village council.
        Bpd = "BPD", "Badan permusyawaratan desa", "Village council";
        /// Neighbourhood heads.
        Rtrw = "RTRW", "RT/RW", "Neighbourhood heads";
        /// Community figures.
        Toma = "TOMA", "Tokoh masyarakat", "Community figures";
        /// Religious figures.
        Toga = "TOGA", "Tokoh agama", "Religious figures";
        /// Mass and youth organisations.
        Ormas = "ORMAS", "Organisasi masyarakat", "Civil society organisations";
        /// Members of a legislature.
        Dprd = "DPRD", "DPRD", "Legislature";
        /// National health insurance.
        Bpjs = "BPJS", "BPJS Kesehatan", "National health insurance";
        /// Village facilitators.
        PendampingDesa = "PENDAMPING_DESA", "Pendamping desa", "Village facilitators";
        /// Health network of the Puskesmas: clinics, hospital, Red Cross.
        Jejaring = "JEJARING", "Jejaring pelayanan kesehatan", "Health service network";
        /// Business.
        Swasta = "SWASTA", "Swasta", "Business";
        /// A sector outside this list; it is named beside the code.
        Other = "other", "Lainnya", "Other";
    }
}
