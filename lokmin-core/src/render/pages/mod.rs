//! The pages of a review: the review itself, *rapor desa*, *matriks RTL*.

mod annex;
mod figures;
mod follow_up;
mod matrix;
mod names;
mod request;
mod sheet;
mod village;

pub use request::{render_follow_up_matrix, render_review, render_village_reports};

use super::page::Publication;
use crate::Lang;
use crate::review::Review;
use names::Names;

impl Review {
    /// Returns the page of the review: one sheet with what must be known in the room, and an annex with everything else.
    #[must_use]
    pub fn page(&self, lang: Lang) -> Publication {
        let names = Names::new(self, lang);
        let title = names.title("");
        let mut page = sheet::page(self, &names);
        page.annex = annex::sections(self, &names);
        page.footer = names.sources();
        Publication::new(names.file_name("tinjauan", "review"), title, lang, vec![page])
    }

    /// Returns the *rapor desa*: one sheet a village of the working area, in the order of the villages' codes.
    #[must_use]
    pub fn village_reports(&self, lang: Lang) -> Publication {
        let names = Names::new(self, lang);
        let title = names.title(lang.pick("Rapor desa", "Village reports"));
        let pages = village::pages(self, &names);
        Publication::new(names.file_name("rapor-desa", "village-reports"), title, lang, pages)
    }

    /// Returns the *matriks RTL*: every recommendation in one table, and for each sector that owns some what is asked of it
    /// (*tagihan RTL*).
    #[must_use]
    pub fn follow_up_matrix(&self, lang: Lang) -> Publication {
        let names = Names::new(self, lang);
        matrix::publication(self, &names)
    }
}
