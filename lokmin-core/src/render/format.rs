//! The formats, and the files that are handed back.

use super::page::Publication;
use crate::json::terms;

terms! {
    /// How a publication is written.
    pub enum Format {
        /// One HTML page that needs nothing else: for a screen, for paper, for a word processor.
        Html = "html", "HTML", "HTML";
        /// Markdown with tables.
        Markdown = "markdown", "Markdown", "Markdown";
        /// Plain text, short enough to be pasted into a chat.
        Text = "text", "teks", "text";
        /// Each table as a CSV file.
        Csv = "csv", "CSV", "CSV";
    }
}

/// A file, as text.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct File {
    /// Its name, of `a-z`, `0-9` and `-`, with its ending.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What stands in it.
    pub text: String,
}

impl Publication {
    /// Writes the publication: one file; as text one a page, as CSV one a table.
    #[must_use]
    pub fn files(&self, format: Format) -> Vec<File> {
        let file = |name: &str, ending: &str, media_type, text| {
            let stem = file_stem(&[&self.name, name]);
            File { name: format!("{stem}.{ending}"), media_type, text }
        };
        match format {
            Format::Html => vec![file("", "html", "text/html; charset=utf-8", self.to_html())],
            Format::Markdown => vec![file("", "md", "text/markdown; charset=utf-8", self.to_markdown())],
            Format::Text => {
                let text = self.pages.iter().map(|page| {
                    let name = if self.pages.len() > 1 { page.name.as_str() } else { "" };
                    file(name, "txt", "text/plain; charset=utf-8", page.to_text(self.lang))
                });
                unique(text.collect())
            }
            Format::Csv => unique(
                self.to_csv()
                    .into_iter()
                    .map(|(name, text)| file(&name, "csv", "text/csv; charset=utf-8; header=present", text))
                    .collect(),
            ),
        }
    }
}

/// Joins words to the stem of a file name: letters, digits and hyphens, at most 80.
pub(super) fn file_stem(parts: &[&str]) -> String {
    let mut stem = String::new();
    for character in parts.join("-").chars() {
        if character.is_ascii_alphanumeric() {
            stem.push(character.to_ascii_lowercase());
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
    }
    stem.truncate(80);
    stem.truncate(stem.trim_end_matches('-').len());
    stem
}

/// Numbers files of the same name.
fn unique(mut files: Vec<File>) -> Vec<File> {
    let mut seen = std::collections::BTreeMap::new();
    for file in &mut files {
        let times = seen.entry(file.name.clone()).or_insert(0_usize);
        *times += 1;
        if *times > 1
            && let Some((stem, ending)) = file.name.rsplit_once('.')
        {
            file.name = format!("{stem}-no-{times}.{ending}");
        }
    }
    files
}
