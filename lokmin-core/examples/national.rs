//! Assesses a table of figures in an Arrow file, and says how long it took.
//!
//! `cargo run --release -p lokmin-core --features arrow,parallel --example national -- FILE [rank|plain|few] [THREADS]`
//!
//! `rank` ranks villages in their subdistricts, `plain` leaves that out, and `few` answers with value and status alone.
//!
//! The file has the columns `area`, `indicator`, `month`, `numerator` and `denominator`; indicators that the catalogue does not
//! know are assessed with a target of 90 to 94 %. `benches/national/run` runs it beside other tools.

use std::error::Error;
use std::fs::File;
use std::io::Write as _;
use std::time::Instant;

use lokmin_core::assess::columns::{Column, ColumnNames, Engine, Parents};
use lokmin_core::indicator::{Catalogue, Targets};
use lokmin_core::region::Level;

#[expect(clippy::disallowed_methods, reason = "a run is timed")]
fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("which file?")?;
    let (parents, columns): (_, &[Column]) = match arguments.next().as_deref() {
        Some("plain") => (Parents::None, Column::ALL),
        Some("few") => (Parents::None, &[Column::Value, Column::Status]),
        _ => (Parents::Region(Level::Subdistrict), Column::ALL),
    };
    let threads = match arguments.next() {
        Some(threads) => threads.parse()?,
        None => std::thread::available_parallelism()?.get(),
    };
    let batches = arrow_ipc::reader::FileReader::try_new(File::open(path)?, None)?.collect::<Result<Vec<_>, _>>()?;
    let rows: usize = batches.iter().map(arrow_array::RecordBatch::num_rows).sum();
    let mut rates = Vec::new();
    for number in 0..24 {
        rates.push((format!("IND{number:02}").parse()?, format!("{}", 90 + number % 5).parse()?));
    }
    let targets = Targets::from_rates(rates);
    let catalogue = Catalogue::built_in();

    let began = Instant::now();
    let engine = Engine::new(catalogue).with_targets(&targets).with_parents(parents).with_columns(columns);
    let engine = engine.with_threads(threads);
    let answer = engine.assess_batches(&batches, &ColumnNames::default())?;
    let answer = answer.into_batches()?;
    let seconds = began.elapsed().as_secs_f64();

    let rows_out: usize = answer.iter().map(arrow_array::RecordBatch::num_rows).sum();
    let peak_mb = peak_mb().map_or_else(|| "null".to_owned(), |peak| peak.to_string());
    writeln!(
        std::io::stdout(),
        r#"{{"rows": {rows}, "rows_out": {rows_out}, "seconds": {seconds:.4}, "peak_mb": {peak_mb}}}"#
    )?;
    Ok(())
}

/// The most memory that the process had, where the system tells (Linux).
fn peak_mb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok()? / 1024)
}
