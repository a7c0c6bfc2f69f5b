//! The columnar engine inside `DataFusion`: `assess(table)` is a table in SQL.
//!
//! ```text
//! cargo run --release --manifest-path lokmin-core/examples/datafusion/Cargo.toml [-- FILE.csv]
//! ```
//!
//! The file has the columns `area`, `indicator`, `month`, `numerator` and `denominator`; without one, three villages are made
//! up. Only the columns that a query uses are made: `SELECT area, status ...` costs less than `SELECT *`.

use std::num::NonZero;
use std::sync::{Arc, LazyLock};

use async_trait::async_trait;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::catalog::{Session, TableFunctionArgs, TableFunctionImpl, TableProvider};
use datafusion::common::{ScalarValue, plan_err};
use datafusion::datasource::MemTable;
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::{Expr, TableType};
use datafusion::physical_plan::ExecutionPlan;
use datafusion::prelude::{CsvReadOptions, SessionContext};
use lokmin_core::assess::columns::{Column, ColumnNames, Engine};
use lokmin_core::indicator::{Catalogue, Targets};

/// `assess('figures')`: what the engine says of a table.
struct Assess {
    context: SessionContext,
}

impl std::fmt::Debug for Assess {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Assess")
    }
}

impl TableFunctionImpl for Assess {
    fn call_with_args(&self, args: TableFunctionArgs<'_, '_>) -> Result<Arc<dyn TableProvider>> {
        let [Expr::Literal(ScalarValue::Utf8(Some(table)), _)] = args.exprs() else {
            return plan_err!("assess takes the name of a table as a text");
        };
        Ok(Arc::new(Assessed { context: self.context.clone(), table: table.clone() }))
    }
}

/// The table that comes out; nothing is done until it is read.
struct Assessed {
    context: SessionContext,
    table: String,
}

impl std::fmt::Debug for Assessed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Assessed").field("table", &self.table).finish_non_exhaustive()
    }
}

/// The targets of the district: made up.
static TARGETS: LazyLock<Targets> = LazyLock::new(|| {
    let rates = [("K6", "88"), ("IDL", "90")];
    Targets::from_rates(rates.into_iter().filter_map(|(code, rate)| Some((code.parse().ok()?, rate.parse().ok()?))))
});

/// Years to date, ranks in the subdistrict, and every core.
fn engine() -> Engine<'static> {
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    Engine::new(Catalogue::built_in()).with_targets(&TARGETS).with_threads(threads)
}

#[async_trait]
impl TableProvider for Assessed {
    fn schema(&self) -> SchemaRef {
        engine().arrow_schema()
    }

    fn table_type(&self) -> TableType {
        TableType::Temporary
    }

    async fn scan(
        &self,
        state: &dyn Session,
        projection: Option<&Vec<usize>>,
        filters: &[Expr],
        limit: Option<usize>,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let schema = self.schema();
        let asked: Vec<&str> = match projection {
            Some(places) => places.iter().map(|place| schema.field(*place).name().as_str()).collect(),
            None => schema.fields().iter().map(|field| field.name().as_str()).collect(),
        };
        let columns: Vec<Column> = Column::ALL.iter().copied().filter(|column| asked.contains(&column.as_str())).collect();
        let figures = self.context.table(&self.table).await?.collect().await?;
        let engine = engine().with_columns(&columns);
        let misuse = |error| DataFusionError::External(Box::new(error));
        let answer = engine.assess_batches(&figures, &ColumnNames::default()).map_err(misuse)?;
        let batches = answer.into_batches()?;
        let made = engine.arrow_schema();
        let places = asked.iter().map(|name| made.index_of(name)).collect::<std::result::Result<Vec<_>, _>>()?;
        MemTable::try_new(made, vec![batches])?.scan(state, Some(&places), filters, limit).await
    }
}

/// Half a year of three villages: made up.
const FIGURES: &str = "
    SELECT area, 'K6' AS indicator, to_date('2025-0' || month || '-01') AS month, numerator, denominator FROM (VALUES
    ('15.04.02.2003', 1, 4, 56), ('15.04.02.2003', 2, 5, 56), ('15.04.02.2003', 3, 6, 56),
    ('15.04.02.2004', 1, 9, 88), ('15.04.02.2004', 2, 8, 88), ('15.04.02.2004', 3, 7, 88),
    ('15.04.02.2005', 1, 2, 41), ('15.04.02.2005', 2, 4, 41), ('15.04.02.2005', 3, 3, 41)
    ) AS figures (area, month, numerator, denominator)";

/// What a district office asks: the last month's ranks, and where to go first.
const QUESTION: &str = "
    SELECT rank, area, round(value, 1) AS value, target_to_date, shortfall, trend, status
    FROM assess('figures') WHERE month = (SELECT max(month) FROM figures) ORDER BY rank, area";

#[tokio::main]
async fn main() -> Result<()> {
    let context = SessionContext::new();
    match std::env::args().nth(1) {
        Some(path) => context.register_csv("figures", path, CsvReadOptions::new()).await?,
        None => {
            let figures = context.sql(FIGURES).await?.into_view();
            context.register_table("figures", figures)?;
        }
    }
    context.register_udtf("assess", Arc::new(Assess { context: context.clone() }));
    context.sql(QUESTION).await?.show().await
}

#[cfg(test)]
mod tests {
    use super::*;
    use datafusion::arrow::array::{AsArray, Float64Array, Int64Array};
    use datafusion::arrow::datatypes::{Float64Type, Int8Type, Int64Type, UInt32Type};

    async fn ask(question: &str) -> Result<Vec<datafusion::arrow::array::RecordBatch>> {
        let context = SessionContext::new();
        let figures = context.sql(FIGURES).await?.into_view();
        context.register_table("figures", figures)?;
        context.register_udtf("assess", Arc::new(Assess { context: context.clone() }));
        context.sql(question).await?.collect().await
    }

    /// By hand: 15 of 56 = 26.79 %, 24 of 88 = 27.27 %, 9 of 41 = 21.95 %; 88 % x 3/12 are 12.32, 19.36 and 9.02 people: 0, 0 and 1 short.
    #[tokio::test]
    async fn villages_are_ranked_in_sql() {
        let batches =
            ask("SELECT area, value, rank, shortfall FROM assess('figures') WHERE month = '2025-03-01' ORDER BY area")
                .await
                .expect("the question is sound");
        let [batch] = batches.as_slice() else { panic!("one batch, not {}", batches.len()) };
        let values: &Float64Array = batch.column(1).as_primitive::<Float64Type>();
        let hundredths: Vec<i64> = values.values().iter().map(|value| (value * 100.0).round() as i64).collect();
        assert_eq!(hundredths, [2679, 2727, 2195]);
        assert_eq!(batch.column(2).as_primitive::<UInt32Type>().values().to_vec(), [2, 1, 3]);
        assert_eq!(batch.column(3).as_primitive::<Int64Type>().values().to_vec(), [0, 0, 1]);
    }

    /// By hand: the figures rise by one a month in the first village (better), fall in the second (worse), and go 2, 4, 3 in
    /// the third (better, then worse); January has nothing before it.
    #[tokio::test]
    async fn other_columns_are_not_needed() {
        let batches = ask("SELECT trend, area FROM assess('figures') ORDER BY area, month").await.expect("sound");
        let trends: Vec<Option<i8>> = batches
            .iter()
            .flat_map(|batch| batch.column(0).as_primitive::<Int8Type>().iter().collect::<Vec<_>>())
            .collect();
        assert_eq!(trends, [None, Some(1), Some(1), None, Some(-1), Some(-1), None, Some(1), Some(-1)]);
    }

    /// Three villages, one indicator, three months.
    #[tokio::test]
    async fn rows_are_counted_without_any_column() {
        let batches = ask("SELECT count(*) FROM assess('figures')").await.expect("sound");
        let counts: &Int64Array = batches[0].column(0).as_primitive::<Int64Type>();
        assert_eq!(counts.value(0), 9);
    }

    #[tokio::test]
    async fn misuse_is_told() {
        let error = ask("SELECT * FROM assess('weights')").await.expect_err("there is no such table");
        assert!(error.to_string().contains("weights"), "{error}");
        let error = ask("SELECT * FROM assess(12)").await.expect_err("not a name");
        assert!(error.to_string().contains("assess takes the name of a table"), "{error}");
    }
}
