//! The pages from JSON text, for callers that have JSON.

use crate::Lang;
use crate::problem::{Outcome, Problems};
use crate::render::format::{File, Format};
use crate::render::page::Publication;
use crate::review::{Review, review};

/// Puts a review together and writes its page: `html`, `markdown`, `text` or `csv`, in one language.
///
/// The request is that of [`review`](crate::review::review). What the review warns of are warnings here, too.
///
/// # Example
///
/// ```
/// use lokmin_core::render::render_review;
/// use lokmin_core::Lang;
/// let request = r#"{"quarter": "2025Q3", "as_of": "2025-08-20", "puskesmas": "Puskesmas Lumbir"}"#;
/// let files = render_review(request, "html", Lang::Id).into_result()?;
/// assert_eq!(files[0].name, "tinjauan-puskesmas-lumbir-2025q3.html");
/// assert!(files[0].text.contains("<h1>Puskesmas Lumbir, triwulan III 2025</h1>"));
/// assert_eq!(render_review(request, "pdf", Lang::Id).problems().as_slice()[0].path().to_string(), "/format");
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
pub fn render_review(request: &str, format: &str, lang: Lang) -> Outcome<Vec<File>> {
    render(request, format, |review| review.page(lang))
}

/// Puts a review together and writes the *rapor desa*: one page a village, as text one file a village.
///
/// # Example
///
/// ```
/// use lokmin_core::render::render_village_reports;
/// use lokmin_core::Lang;
/// let request = r#"{"quarter": "2025Q3", "as_of": "2025-10-20", "figures": [{"definition": "K6", "target": {"rate": "80"},
///     "children": [{"area": "Cirahab", "series": [{"month": "2025-06", "numerator": 14, "denominator": 57}]}]}]}"#;
/// let files = render_village_reports(request, "text", Lang::Id).into_result()?;
/// assert!(files[0].text.starts_with("CIRAHAB\n"));
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
pub fn render_village_reports(request: &str, format: &str, lang: Lang) -> Outcome<Vec<File>> {
    render(request, format, |review| review.village_reports(lang))
}

/// Puts a review together and writes the *matriks RTL*, with what is asked of each sector (*tagihan RTL*).
///
/// # Example
///
/// ```
/// use lokmin_core::render::render_follow_up_matrix;
/// use lokmin_core::Lang;
/// let request = r#"{"quarter": "2025Q3", "as_of": "2025-08-20"}"#;
/// let files = render_follow_up_matrix(request, "markdown", Lang::En).into_result()?;
/// assert!(files[0].text.contains("There is no recommendation yet."));
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
pub fn render_follow_up_matrix(request: &str, format: &str, lang: Lang) -> Outcome<Vec<File>> {
    render(request, format, |review| review.follow_up_matrix(lang))
}

fn render(request: &str, format: &str, pages: impl FnOnce(&Review) -> Publication) -> Outcome<Vec<File>> {
    let format = format.parse::<Format>().map_err(|problem| problem.inside("format"));
    match format {
        Ok(format) => review(request).map(|review| pages(&review).files(format)),
        Err(problem) => Outcome::new(None, Problems::from(problem)),
    }
}
