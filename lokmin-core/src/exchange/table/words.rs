//! The words of headers and of rows that are no rows of a place.

use super::request::{ColumnRole, Sex};

/// Returns a header for comparing: small letters, every other mark but `%`, `+`, `<` and `>` as a single space.
///
/// White space around a `+` is left out, so that `L + P` is `l+p`.
pub(super) fn fold_header(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut is_waiting = false;
    for c in text.chars().flat_map(char::to_lowercase) {
        let counts = c.is_alphanumeric() || matches!(c, '%' | '+' | '<' | '>');
        if !counts {
            is_waiting = !folded.is_empty();
            continue;
        }
        if is_waiting && c != '+' && !folded.ends_with('+') {
            folded.push(' ');
        }
        is_waiting = false;
        folded.push(c);
    }
    folded
}

/// The words that name places, times and what is not needed. Misspellings stand in real exports (`KECMATAN`, `Pukesmas`).
const PLACES: &[(&str, ColumnRole)] = &[
    ("no", ColumnRole::RowNumber),
    ("nomor", ColumnRole::RowNumber),
    ("no urut", ColumnRole::RowNumber),
    ("nomor urut", ColumnRole::RowNumber),
    ("id", ColumnRole::RowNumber),
    ("desa", ColumnRole::Village),
    ("kelurahan", ColumnRole::Village),
    ("kalurahan", ColumnRole::Village),
    ("desa kelurahan", ColumnRole::Village),
    ("kelurahan desa", ColumnRole::Village),
    ("desa kel", ColumnRole::Village),
    ("kel desa", ColumnRole::Village),
    ("nama desa", ColumnRole::Village),
    ("nama kelurahan", ColumnRole::Village),
    ("nama desa kelurahan", ColumnRole::Village),
    ("nama kelurahan desa", ColumnRole::Village),
    ("kemendagri nama desa kelurahan", ColumnRole::Village),
    ("nagari", ColumnRole::Village),
    ("gampong", ColumnRole::Village),
    ("village", ColumnRole::Village),
    ("kode desa", ColumnRole::VillageCode),
    ("kode kelurahan", ColumnRole::VillageCode),
    ("kode desa kelurahan", ColumnRole::VillageCode),
    ("kode wilayah", ColumnRole::VillageCode),
    ("kode kemendagri", ColumnRole::VillageCode),
    ("kemendagri kode desa kelurahan", ColumnRole::VillageCode),
    ("posyandu", ColumnRole::Posyandu),
    ("nama posyandu", ColumnRole::Posyandu),
    ("puskesmas", ColumnRole::Puskesmas),
    ("nama puskesmas", ColumnRole::Puskesmas),
    ("pukesmas", ColumnRole::Puskesmas),
    ("nama pukesmas", ColumnRole::Puskesmas),
    ("puskemas", ColumnRole::Puskesmas),
    ("pkm", ColumnRole::Puskesmas),
    ("kecamatan", ColumnRole::Subdistrict),
    ("nama kecamatan", ColumnRole::Subdistrict),
    ("kecmatan", ColumnRole::Subdistrict),
    ("kemendagri nama kecamatan", ColumnRole::Subdistrict),
    ("kabupaten", ColumnRole::District),
    ("kab kota", ColumnRole::District),
    ("kabupaten kota", ColumnRole::District),
    ("nama kabupaten kota", ColumnRole::District),
    ("kemendagri nama kabupaten kota", ColumnRole::District),
    ("bulan", ColumnRole::Period),
    ("bln", ColumnRole::Period),
    ("bulan penimbangan", ColumnRole::Period),
    ("bulan laporan", ColumnRole::Period),
    ("bulan pelaporan", ColumnRole::Period),
    ("periode", ColumnRole::Period),
    ("triwulan", ColumnRole::Period),
    ("tribulan", ColumnRole::Period),
    ("month", ColumnRole::Period),
    ("tahun", ColumnRole::Year),
    ("thn", ColumnRole::Year),
    ("year", ColumnRole::Year),
    ("kode provinsi", ColumnRole::Ignored),
    ("nama provinsi", ColumnRole::Ignored),
    ("provinsi", ColumnRole::Ignored),
    ("kode kecamatan", ColumnRole::Ignored),
    ("kemendagri kode kecamatan", ColumnRole::Ignored),
    ("kode puskesmas", ColumnRole::Ignored),
    ("kode kabupaten kota", ColumnRole::Ignored),
    ("bps kode kabupaten kota", ColumnRole::Ignored),
    ("bps nama kabupaten kota", ColumnRole::Ignored),
    ("bps kode kecamatan", ColumnRole::Ignored),
    ("bps nama kecamatan", ColumnRole::Ignored),
    ("bps kode desa kelurahan", ColumnRole::Ignored),
    ("bps nama desa kelurahan", ColumnRole::Ignored),
    ("alamat posyandu", ColumnRole::Ignored),
    ("alamat puskesmas", ColumnRole::Ignored),
    ("satuan", ColumnRole::Ignored),
    ("keterangan", ColumnRole::Ignored),
    ("ket", ColumnRole::Ignored),
    ("waktu input", ColumnRole::Ignored),
    ("dusun", ColumnRole::Ignored),
    ("rt", ColumnRole::Ignored),
    ("rw", ColumnRole::Ignored),
];

/// Returns what a column is whose folded header is a word for a place, a time or what is not needed.
pub(super) fn place_word(folded: &str) -> Option<ColumnRole> {
    PLACES.iter().find(|(word, _)| *word == folded).map(|(_, role)| *role)
}

/// Returns whether a column with such a word shows that its row is a header.
pub(super) const fn is_anchor(role: ColumnRole) -> bool {
    !matches!(role, ColumnRole::RowNumber | ColumnRole::Ignored | ColumnRole::Year)
}

/// What a part of a header says of the figures below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FigureWord {
    Role(ColumnRole),
    /// A count or a percentage: `Cakupan`, `Target`.
    Unclear,
}

/// Returns what a folded part of a header says of the figures, when it says nothing else.
pub(super) fn figure_word(folded: &str) -> Option<FigureWord> {
    Some(match folded {
        "jumlah" | "jml" | "jmlh" | "σ" | "abs" | "absolut" | "jumlah absolut" | "n" | "realisasi" | "pembilang"
        | "numerator" => FigureWord::Role(ColumnRole::Numerator),
        "sasaran" | "jumlah sasaran" | "jml sasaran" | "sasaran riil" | "penyebut" | "denominator" => {
            FigureWord::Role(ColumnRole::Denominator)
        }
        "%" | "persen" | "persentase" | "prosentase" | "percentage" => FigureWord::Role(ColumnRole::Percentage),
        "cakupan" | "capaian" | "pencapaian" | "hasil" | "target" => FigureWord::Unclear,
        _ => return None,
    })
}

/// The words before the name of an indicator that say what the column has of it.
const BEFORE: &[(&str, FigureWord)] = &[
    ("jumlah sasaran ", FigureWord::Role(ColumnRole::Denominator)),
    ("jml sasaran ", FigureWord::Role(ColumnRole::Denominator)),
    ("sasaran ", FigureWord::Role(ColumnRole::Denominator)),
    ("jumlah ", FigureWord::Role(ColumnRole::Numerator)),
    ("jml ", FigureWord::Role(ColumnRole::Numerator)),
    ("% ", FigureWord::Role(ColumnRole::Percentage)),
    ("persen ", FigureWord::Role(ColumnRole::Percentage)),
    ("persentase ", FigureWord::Role(ColumnRole::Percentage)),
    ("prosentase ", FigureWord::Role(ColumnRole::Percentage)),
    ("cakupan ", FigureWord::Unclear),
    ("capaian ", FigureWord::Unclear),
    ("target ", FigureWord::Unclear),
];

/// The words after the name of an indicator that say what the column has of it.
const AFTER: &[(&str, FigureWord)] = &[
    (" %", FigureWord::Role(ColumnRole::Percentage)),
    (" pct", FigureWord::Role(ColumnRole::Percentage)),
    (" persen", FigureWord::Role(ColumnRole::Percentage)),
    (" abs", FigureWord::Role(ColumnRole::Numerator)),
    (" jumlah", FigureWord::Role(ColumnRole::Numerator)),
    (" sasaran", FigureWord::Role(ColumnRole::Denominator)),
];

/// Returns the name without the word before or after it, and what that word says.
pub(super) fn without_figure_word(folded: &str) -> Option<(&str, FigureWord)> {
    let before = BEFORE.iter().find_map(|(word, says)| Some((folded.strip_prefix(word)?, *says)));
    before.or_else(|| AFTER.iter().find_map(|(word, says)| Some((folded.strip_suffix(word)?, *says))))
}

/// Returns whom a folded part of a header counts; `is_group` says whether L and P stand beside it.
pub(super) fn sex_word(folded: &str, is_group: bool) -> Option<Sex> {
    Some(match folded {
        "l" | "lk" | "laki laki" | "laki" | "pria" if is_group => Sex::Male,
        "p" | "pr" | "perempuan" | "wanita" if is_group => Sex::Female,
        "l+p" | "laki laki+perempuan" | "laki laki dan perempuan" => Sex::Both,
        "jumlah" | "total" | "jml" if is_group => Sex::Both,
        _ => return None,
    })
}

/// What a row is that is no row of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TotalWord {
    /// A sum of rows: `Jumlah`, `TOTAL`, `JUMLAH KAB/KOTA`.
    Sum,
    /// The name of the whole: `PUSKESMAS`, `KABUPATEN`.
    Whole,
    /// A mean, which adds up to nothing: `Rata-rata`.
    Mean,
}

/// Returns what a folded name says when it is not that of a place.
pub(super) fn total_word(folded: &str) -> Option<TotalWord> {
    let first = folded.split(' ').next().unwrap_or_default();
    match first {
        "jumlah" | "total" | "jml" | "jmlh" => return Some(TotalWord::Sum),
        "rata" | "rerata" => return Some(TotalWord::Mean),
        _ => {}
    }
    match folded {
        "grand total" | "sub total" | "subtotal" => Some(TotalWord::Sum),
        "puskesmas" | "pukesmas" | "kecamatan" | "kabupaten" | "kota" | "kab kota" | "kabupaten kota" | "provinsi" => {
            Some(TotalWord::Whole)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_folded() {
        for (text, folded) in [
            (" Desa/\nKelurahan ", "desa kelurahan"),
            ("L + P", "l+p"),
            ("L+P", "l+p"),
            ("K1 (%)", "k1 %"),
            ("Jumlah_balita_N", "jumlah balita n"),
            ("KECMATAN", "kecmatan"),
            ("", ""),
            ("...", ""),
        ] {
            assert_eq!(fold_header(text), folded, "{text}");
        }
    }

    #[test]
    fn every_word_is_written_as_it_is_compared() {
        for (word, _) in PLACES {
            assert_eq!(&fold_header(word), word);
        }
    }
}
