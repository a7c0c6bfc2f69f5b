//! Columns about single people, which no table may have.
//!
//! Found by the header, or because 5 % or more of the cells below it are valid NIK. What a cell says is never told.
//!
//! A NIK has sixteen digits: six of the place of registration, the day (plus 40 for women), month and year of birth, and
//! four in order (Perpres 26/2009 and its successors, recalled, quite sure).

use super::cell::{Cell, Grid, column_letters, whole};
use super::header::Header;
use super::words::fold_header;
use crate::problem::{Location, Problem, ProblemCode};

/// Words of a header that say that somebody is counted, not named.
const COUNTED: &[&str] = &["jumlah", "jml", "%", "persen", "persentase", "punya", "memiliki", "cakupan", "σ"];

/// Whom a name, an address or a number is of.
const PEOPLE: &[&str] = &[
    "anak",
    "balita",
    "bayi",
    "ibu",
    "ayah",
    "bapak",
    "ortu",
    "orang",
    "pasien",
    "suami",
    "istri",
    "lengkap",
    "keluarga",
    "kk",
    "bumil",
    "peserta",
    "penderita",
    "wus",
    "pus",
    "lansia",
    "remaja",
    "siswa",
    "warga",
    "penduduk",
    "responden",
    "rumah",
    "domisili",
    "ktp",
    "wali",
    "patient",
    "child",
    "mother",
];

/// What else has names and addresses and is no person.
const PLACES: &[&str] = &[
    "posyandu",
    "desa",
    "kelurahan",
    "puskesmas",
    "pukesmas",
    "faskes",
    "kecamatan",
    "kabupaten",
    "sekolah",
    "dusun",
    "fasilitas",
    "klinik",
    "kantor",
    "pustu",
    "sakit",
];

/// Returns what kind of personal data a header announces.
pub(super) fn personal_header(header: &str) -> Option<&'static str> {
    let folded = fold_header(header);
    let words: Vec<&str> = folded.split(' ').take(40).collect();
    let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
    if has(COUNTED) {
        return None;
    }
    let number = has(&["no", "nomor", "nomer", "number"]);
    if has(&["nik"]) || folded.contains("nomor induk kependudukan") {
        return Some("NIK");
    }
    if has(&["nokk", "kk"]) && (number || has(&["nokk"])) || folded.contains("nomor kartu keluarga") {
        return Some("No KK");
    }
    if number && has(&["hp", "telp", "tlp", "telpon", "telepon", "handphone", "wa", "whatsapp", "ponsel"])
        || has(&["nohp", "notelp"])
        || words.as_slice() == ["hp"]
    {
        return Some("No HP");
    }
    if has(&["rekam", "rm", "bpjs", "jkn"]) && number {
        return Some("No pasien");
    }
    let birth = has(&["lahir", "birth"]) && has(&["tgl", "tanggal", "tempat", "date"]);
    if birth || folded == "ttl" || folded == "dob" || folded == "tgllahir" {
        return Some("tanggal lahir");
    }
    let named = has(&["nama", "name"]) && has(PEOPLE);
    if named && (!has(PLACES) || has(&["lengkap", "pasien", "anak", "ibu", "ayah"])) {
        return Some("nama orang");
    }
    let lives = words.first() == Some(&"alamat") && (words.len() == 1 || (has(PEOPLE) && !has(PLACES)));
    lives.then_some("alamat orang")
}

/// Returns whether a cell has a valid NIK in it.
pub(super) fn has_nik(cell: &Cell) -> bool {
    let number = match cell {
        Cell::Integer(number) => Some(*number),
        Cell::Number(number) => whole(*number),
        Cell::Text(text) => return text.len() >= 16 && has_nik_in_text(text),
        _ => None,
    };
    number.is_some_and(|number| number >= 1_000_000_000_000_000 && has_nik_in_text(&number.to_string()))
}

/// Looks for a run of exactly sixteen digits; spaces, dots and hyphens between four of them are left out.
fn has_nik_in_text(text: &str) -> bool {
    let mut run = [0_u8; 16];
    let mut length = 0_usize;
    // The mark after the last digit ends a run as any other does.
    for c in text.chars().chain(std::iter::once('\n')) {
        if let Some(digit) = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok()) {
            if let Some(place) = run.get_mut(length) {
                *place = digit;
            }
            length = (length + 1).min(17);
        } else if !(matches!(c, ' ' | '.' | '-' | '\u{a0}') && length.is_multiple_of(2) && length < 16 && length > 0) {
            if length == 16 && is_nik(&run) {
                return true;
            }
            length = 0;
        }
    }
    false
}

fn is_nik(digits: &[u8; 16]) -> bool {
    let [p, _, _, _, _, _, d1, d2, m1, m2, ..] = *digits;
    let (day, month) = (d1 * 10 + d2, m1 * 10 + m2);
    let day = if day > 40 { day - 40 } else { day };
    let last = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    p > 0 && (1..=last).contains(&day)
}

/// Returns a problem for every column about single people; `header` is the one that was found.
pub(super) fn personal_columns(grid: &Grid, header: Option<&Header>) -> Vec<Problem> {
    let columns = grid.columns();
    // Without a header every one of the first rows may be one.
    let looked_at = header.map_or(30, |header| header.body);
    let mut kinds: Vec<Option<&'static str>> = vec![None; columns];
    for row in 0..looked_at.min(grid.rows().len()) {
        for (column, cell) in grid.filled(row) {
            if let (Some(kind), Some(text)) = (kinds.get_mut(column), cell.as_text())
                && kind.is_none()
            {
                *kind = personal_header(text);
            }
        }
    }
    if let Some(header) = header {
        for (kind, path) in kinds.iter_mut().zip(&header.paths) {
            if kind.is_none() && path.len() > 1 {
                *kind = personal_header(&path.join(" "));
            }
        }
    }
    let mut counts = vec![(0_usize, 0_usize); columns];
    for row in grid.rows().iter().skip(header.map_or(0, |header| header.body)) {
        for (cell, (filled, niks)) in row.iter().zip(&mut counts) {
            if !cell.is_empty() {
                *filled += 1;
                *niks += usize::from(has_nik(cell));
            }
        }
    }
    let row = header.map_or(0, |header| header.first);
    let at = |column: usize| Location::ROOT.key("rows").index(row).index(column).to_path();
    kinds
        .iter()
        .zip(&counts)
        .enumerate()
        .filter_map(|(column, (kind, (filled, niks)))| {
            let kind = kind.or_else(|| (*niks > 0 && niks * 20 >= *filled).then_some("NIK"))?;
            let problem = Problem::at(ProblemCode::TablePersonalData, at(column));
            Some(problem.with("column", column_letters(column)).with("kind", kind))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_people_are_known_and_those_of_places_are_not() {
        for header in [
            "NIK",
            "NIK_ANAK",
            "nik ibu",
            "NO_KK",
            "no kk",
            "Nama Anak",
            "Nama Balita",
            "NAMA_LENGKAP",
            "Nama Ibu Hamil",
            "Nama Pasien",
            "Nama Ortu",
            "nama orang tua",
            "Tgl Lahir",
            "TANGGAL_LAHIR",
            "Tempat/Tgl. Lahir",
            "No. HP",
            "no telp",
            "alamat",
            "Alamat Rumah",
            "Alamat Pasien",
            "No Rekam Medis",
            "TTL",
            "Nama KK",
        ] {
            assert!(personal_header(header).is_some(), "{header}");
        }
        for header in [
            "Alamat Posyandu",
            "Nama Desa",
            "Nama Posyandu",
            "Nama Puskesmas",
            "Jumlah balita punya NIK",
            "Puskesmas",
            "Jumlah KK",
            "Bayi Lahir Hidup",
            "No",
            "K1",
            "Jumlah Kepala Keluarga (KK)",
            "Alamat Puskesmas",
            "",
            "Jumlah_bayi_baru_lahir_bulan_ini_B",
            "Nama Kelurahan/Desa",
            "KK",
        ] {
            assert_eq!(personal_header(header), None, "{header}");
        }
    }

    #[test]
    fn a_nik_has_sixteen_digits_and_a_birthday() {
        for text in ["3302014107900001", "3302 0141 0790 0001", "'3302013112990001", "NIK: 3302014107900001 (ibu)"] {
            assert!(has_nik(&Cell::text(text)), "{text}");
        }
        assert!(has_nik(&Cell::Integer(3_302_014_107_900_001)) && has_nik(&Cell::Number(3_302_014_107_900_000.0)));
        // Day 72, month 13, 30 February, seventeen digits, a NIP of eighteen.
        for text in
            ["3302017207900001", "3302014113900001", "3302013002900001", "33020141079000011", "197001011990031001", ""]
        {
            assert!(!has_nik(&Cell::text(text)), "{text}");
        }
    }
}
