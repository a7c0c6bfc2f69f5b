//! Each table as a CSV file that a spreadsheet opens with a double click: `;` between cells and a decimal comma, whatever the
//! language, because the spreadsheets of those who get the files are set to Indonesian.
//!
//! UTF-8 with a byte order mark, lines ending in CR LF, no thousands marks, days as `2025-07-03`. A text that a
//! spreadsheet would take for a formula gets an apostrophe in front.

use super::clean::clean;
use super::format::file_stem;
use super::page::{Block, Cell, Column, ColumnKind, Publication, Section, Table};
use super::words::Words;
use crate::Lang;

/// What tells a spreadsheet that a file is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

impl Publication {
    /// Writes every table as CSV, with its name; a table that is an excerpt of another one is left out.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::render::{Block, Cell, Column, Page, Publication, Row, Section, Table};
    /// use lokmin_core::Lang;
    /// let mut table = Table::new("desa", "Desa", vec![Column::name("Desa"), Column::number("Capaian (%)")]);
    /// table.rows.push(Row::new(vec![Cell::words("=1+1"), Cell::Number("1.061,4".to_owned())]));
    /// let mut page = Page::new("", "Judul");
    /// page.annex.push(Section::new("Tabel", vec![Block::Table(table)]));
    /// let files = Publication::new("contoh", "Contoh", Lang::Id, vec![page]).to_csv();
    /// assert_eq!(files, [("desa".to_owned(), "\u{feff}Desa;Capaian (%)\r\n'=1+1;1061,4\r\n".to_owned())]);
    /// ```
    #[must_use]
    pub fn to_csv(&self) -> Vec<(String, String)> {
        let mut files = Vec::new();
        for page in &self.pages {
            for table in page.sheet.iter().chain(&page.annex).flat_map(tables).filter(|table| !table.is_excerpt) {
                let name = if self.pages.len() > 1 { page.name.as_str() } else { "" };
                files.push((file_stem(&[name, &table.name]), write(table, self.lang)));
            }
        }
        files
    }
}

fn tables(section: &Section) -> impl Iterator<Item = &Table> {
    section.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

fn write(table: &Table, lang: Lang) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    let shown = |column: &&Column| column.kind != ColumnKind::Picture;
    // Writing to memory cannot fail.
    let _ = writer.write_record(table.columns.iter().filter(shown).map(|column| text(&column.heading)));
    for row in &table.rows {
        let cells = row.cells.iter().zip(&table.columns).filter(|(_, column)| shown(column));
        let _ = writer.write_record(cells.map(|(cell, _)| written(cell, lang)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push(BYTE_ORDER_MARK);
    out.push_str(&String::from_utf8_lossy(&bytes));
    out
}

fn written(cell: &Cell, lang: Lang) -> String {
    let words = |words: &Words| text(&words.plain_in(lang));
    match cell {
        Cell::Empty | Cell::Meter { .. } => String::new(),
        Cell::Words(one) => words(one),
        Cell::Lines(lines) => {
            let lines: Vec<String> = lines.iter().map(|line| clean(&line.plain_in(lang)).into_owned()).collect();
            text(&lines.join(" / "))
        }
        Cell::Count(count) => count.to_string(),
        Cell::Number(number) => {
            let digits = number.replace(lang.pick('.', ','), "").replace('.', ",");
            let unsigned = digits.strip_prefix('-').unwrap_or(&digits);
            let is_number = unsigned.starts_with(|first: char| first.is_ascii_digit())
                && unsigned.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
            if is_number { digits } else { text(number) }
        }
        Cell::Date(date) => date.to_string(),
    }
}

/// Writes a text so that no spreadsheet takes it for a formula.
fn text(text: &str) -> String {
    let cleaned = clean(text);
    let begins = cleaned.trim_start_matches(['\'', '"', '\u{200b}', '\u{feff}']).chars().next();
    match begins {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠' | '−') => format!("'{cleaned}"),
        _ => cleaned.into_owned(),
    }
}
