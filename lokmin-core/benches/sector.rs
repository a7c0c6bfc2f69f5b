//! Recognition of one line of an attendance list, and of a long text.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use lokmin_core::sector::recognise_sector;

/// Lines as they stand in attendance lists.
const LINES: [(&str, &str); 4] = [
    ("short", "Kades Besuki"),
    ("line", "Serda Syafwan Ansori, Babinsa Koramil 415-04/Muara Bulian"),
    ("stand_in", "Kapolsek Pelangiran turut hadir yang diwakili oleh Kanit Binmas Bripka Seftiarani"),
    ("unknown", "Bapak Budi Santoso, warga Desa Cidora"),
];

/// Measures recognition.
pub(crate) fn bench(c: &mut Criterion) {
    let mut group = c.benchmark_group("recognise_sector");
    for (name, line) in LINES {
        group.bench_function(name, |bencher| bencher.iter(|| recognise_sector(black_box(line))));
    }
    let text = "Camat, Danramil 10/Pelangiran, Kapolsek dan Kepala Desa Besuki; ".repeat(16_000);
    group.sample_size(10).throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("one_megabyte", |bencher| bencher.iter(|| recognise_sector(black_box(&text))));
    group.finish();
}
