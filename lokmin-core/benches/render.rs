//! The pages of the review of a real-size quarter.

use criterion::Criterion;
use lokmin_core::Lang;
use lokmin_core::render::Format;
use lokmin_core::review::review;

use crate::review::request;

pub(crate) fn bench(c: &mut Criterion) {
    let mut group = c.benchmark_group("render");
    let Some(quarter) = review(&request()).into_parts().0 else { return };
    for format in Format::ALL {
        group.bench_function(format!("review, {}", format.as_str()), |b| {
            b.iter(|| quarter.page(Lang::Id).files(*format));
        });
    }
    group.bench_function("village reports, html", |b| b.iter(|| quarter.village_reports(Lang::Id).files(Format::Html)));
    group.bench_function("matrix, html", |b| b.iter(|| quarter.follow_up_matrix(Lang::Id).files(Format::Html)));
    group.finish();
}
