//! Made-up sample figures of the villages of each shipped forum.

use lokmin_core::review::ReviewRequest;
use serde_json::{Value, json};

const SAMPLES: [&str; 3] = [
    include_str!("samples/figures_pasar_muara_tembesi.json"),
    include_str!("samples/figures_pelangiran.json"),
    include_str!("samples/figures_lumbir.json"),
];

/// The sample figures of one Puskesmas.
pub(crate) struct Sample(Value);

impl Sample {
    /// Returns the sample of a Puskesmas, by its code.
    pub(crate) fn of(puskesmas: &str) -> Option<Self> {
        let samples = SAMPLES.iter().filter_map(|text| serde_json::from_str::<Value>(text).ok());
        samples.into_iter().find(|sample| member(sample, "puskesmas") == puskesmas).map(Self)
    }

    /// Adds the figures to a request.
    pub(crate) fn add_to(&self, request: &mut ReviewRequest) {
        let tables = member(&self.0, "tables").as_array().into_iter().flatten();
        let figures: Vec<Value> = tables.map(|table| self.figures(table)).collect();
        let question = json!({"quarter": request.quarter, "as_of": request.as_of.to_string(), "figures": figures});
        if let Some(read) = ReviewRequest::from_json(&question.to_string()).into_parts().0 {
            request.figures = read.figures;
        }
    }

    /// Writes a table as the figures of an indicator.
    fn figures(&self, table: &Value) -> Value {
        let months: Vec<&Value> = member(&self.0, "months").as_array().into_iter().flatten().collect();
        let village = |row: &Value| {
            let series: Vec<Value> = months
                .iter()
                .enumerate()
                .map(|(index, month)| {
                    let numerator = member(row, "numerators").get(index);
                    // One a year, or one a month.
                    let denominators = member(row, "denominators");
                    let denominator = denominators.get(index).unwrap_or(denominators);
                    json!({"month": month, "numerator": numerator, "denominator": denominator})
                })
                .collect();
            json!({"area": member(row, "area"), "series": series})
        };
        let villages: Vec<Value> = member(table, "villages").as_array().into_iter().flatten().map(village).collect();
        json!({
            "definition": member(table, "indicator"),
            "target": member(table, "target"),
            "view": {"year_to_date": months.last()},
            "children": villages,
        })
    }
}

/// Returns a member of an object, or null.
fn member<'a>(value: &'a Value, name: &str) -> &'a Value {
    value.get(name).unwrap_or(&Value::Null)
}
