//! Sheets: 10,000 rows of 110 columns, as SIGIZI has them, in a grid and as JSON text.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use lokmin_core::exchange::table::{Cell, Grid, TableRequest, layouts, read_table};

const ROWS: i64 = 10_000;
const COLUMNS: usize = 110;

/// A sheet of 800 villages a month: the columns of SIGIZI, and others that nobody knows.
fn sheet(as_text: bool) -> Grid {
    let known = layouts().iter().find(|layout| layout.id.as_str() == "sigizi_balita_gizi_2025");
    let names = known.into_iter().flat_map(|layout| layout.columns.iter().map(|column| column.header.to_string()));
    let mut header: Vec<Cell> = ["No", "Puskesmas", "Kelurahan", "Bulan"].map(Cell::text).into();
    header.extend(names.map(|name| Cell::text(&name)));
    while header.len() < COLUMNS {
        header.push(Cell::text(&format!("Kolom {}", header.len())));
    }
    let number = |value: i64| if as_text { Cell::text(&value.to_string()) } else { Cell::Integer(value) };
    let row = |row: i64| {
        let village = row % 800;
        let mut cells = vec![number(row + 1), Cell::text(&format!("Puskesmas {}", village / 20))];
        cells.push(Cell::text(&format!("Desa {village}")));
        cells.push(number(row / 800 % 12 + 1));
        cells.extend((0..COLUMNS - 4).map(|column| number((row * 7 + i64::try_from(column).unwrap_or(0)) % 900)));
        cells
    };
    Grid::new(std::iter::once(header).chain((0..ROWS).map(row)).collect()).unwrap_or_default()
}

/// Measures the reading of sheets.
pub(crate) fn bench(c: &mut Criterion) {
    let mut group = c.benchmark_group("exchange");
    group.sample_size(10).throughput(Throughput::Elements(ROWS.unsigned_abs()));
    for (name, as_text) in [("numbers", false), ("texts", true)] {
        let mut request = TableRequest::new(sheet(as_text));
        request.year = lokmin_core::Year::new(2025);
        group.bench_function(format!("table/{name}"), |b| b.iter(|| black_box(&request).run()));
        let text = serde_json::to_string(&request).unwrap_or_default();
        group.bench_function(format!("table/{name}/json"), |b| b.iter(|| read_table(black_box(&text))));
    }
    group.finish();
}
