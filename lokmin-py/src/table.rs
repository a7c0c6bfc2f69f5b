//! Tables of figures by the column: anything with `__arrow_c_stream__` or a dictionary of lists in, a table out.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Float64Type, Int8Type, Int32Type, Int64Type, UInt8Type, UInt32Type};
use arrow_array::{Array, ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray, StructArray};
use arrow_schema::{ArrowError, DataType, Field, SchemaRef};
use chrono::{NaiveDate, TimeDelta};
use lokmin_core::Lang;
use lokmin_core::assess::columns::{ColumnNames, ColumnsError, Engine, Findings, TableQuestion};
use lokmin_core::assess::{FigurePair, Flags};
use pyo3::exceptions::{PyRuntimeError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyCapsule, PyDateTime, PyDict, PyFloat, PyList};
use pyo3_arrow::PyRecordBatchReader;
use pyo3_arrow::ffi::{ArrayIterator, to_stream_pycapsule};

use crate::document::answer_document;
use crate::period::PandasPeriod;
use crate::problem::{LokminError, ValidationError, language, plain, settle, views};

/// How often a call that takes long looks whether it is to stop.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// Record batches for Python; the class ``Table`` of the package is made of it.
#[pyclass(name = "_Batches", module = "lokmin._lokmin", frozen)]
pub(crate) struct PyBatches {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl PyBatches {
    fn of(batches: Vec<RecordBatch>, schema: SchemaRef) -> Self {
        Self { schema, batches }
    }
}

#[pymethods]
impl PyBatches {
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let field = Field::new_struct("", self.schema.fields().clone(), false);
        let array = |batch: RecordBatch| Ok(Arc::new(StructArray::from(batch)) as ArrayRef);
        let arrays = ArrayIterator::new(self.batches.clone().into_iter().map(array), field.into());
        Ok(to_stream_pycapsule(py, Box::new(arrays), requested_schema)?)
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// Return the names of the columns.
    fn names(&self) -> Vec<String> {
        self.schema.fields().iter().map(|field| field.name().clone()).collect()
    }

    /// Return a column as a list; ``limit`` is how many rows at most.
    #[pyo3(signature = (name, limit = None))]
    fn column<'py>(&self, py: Python<'py>, name: &str, limit: Option<usize>) -> PyResult<Bound<'py, PyList>> {
        let list = PyList::empty(py);
        let mut left = limit.unwrap_or(usize::MAX);
        for batch in &self.batches {
            let column = batch.column_by_name(name).ok_or_else(|| no_column(name, &self.schema))?;
            for row in 0..column.len().min(left) {
                list.append(item(py, column, row)?)?;
            }
            left = left.saturating_sub(column.len());
        }
        Ok(list)
    }
}

fn no_column(name: &str, schema: &SchemaRef) -> PyErr {
    let known = schema.fields().iter().map(|field| field.name().clone()).collect();
    misuse(ColumnsError::Absent { column: name.to_owned(), known })
}

fn misuse(error: ColumnsError) -> PyErr {
    LokminError::new_err((error.to_string(), error.code()))
}

fn unreadable(error: ArrowError) -> ColumnsError {
    ColumnsError::Read { message: error.to_string() }
}

/// One value of a column that the core has written.
fn item<'py>(py: Python<'py>, column: &ArrayRef, row: usize) -> PyResult<Bound<'py, PyAny>> {
    let text = |key: Option<usize>, texts: &ArrayRef| {
        key.filter(|key| *key < texts.len()).map(|key| texts.as_string::<i32>().value(key).to_owned())
    };
    if column.is_null(row) {
        return Ok(py.None().into_bound(py));
    }
    macro_rules! number {
        ($kind:ty) => {
            column.as_primitive::<$kind>().value(row).into_pyobject(py)?.into_any()
        };
    }
    Ok(match column.data_type() {
        DataType::Int8 => number!(Int8Type),
        DataType::Int64 => number!(Int64Type),
        DataType::UInt8 => number!(UInt8Type),
        DataType::UInt32 => number!(UInt32Type),
        DataType::Float64 => number!(Float64Type),
        DataType::Boolean => PyBool::new(py, column.as_boolean().value(row)).to_owned().into_any(),
        DataType::Date32 => {
            let day = TimeDelta::days(column.as_primitive::<Date32Type>().value(row).into());
            NaiveDate::default().checked_add_signed(day).into_pyobject(py)?.into_any()
        }
        DataType::Dictionary(keys, _) if **keys == DataType::Int8 => {
            let keys = column.as_dictionary::<Int8Type>();
            text(keys.key(row), keys.values()).into_pyobject(py)?.into_any()
        }
        DataType::Dictionary(..) => {
            let keys = column.as_dictionary::<Int32Type>();
            text(keys.key(row), keys.values()).into_pyobject(py)?.into_any()
        }
        DataType::Utf8 => column.as_string::<i32>().value(row).into_pyobject(py)?.into_any(),
        other => return Err(PyTypeError::new_err(format!("no value of type {other}"))),
    })
}

/// What the columns of the caller are called, and what is asked of them.
struct Asked {
    question: TableQuestion,
    names: ColumnNames,
}

impl Asked {
    fn read(question: &Bound<'_, PyAny>, names: &Bound<'_, PyDict>, lang: &str) -> PyResult<Self> {
        let mut question = answer_document(question, lang, TableQuestion::from_json)?;
        if question.threads.is_none() {
            let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
            question.threads = u64::try_from(threads).ok().and_then(lokmin_core::Count::new);
        }
        let mut columns = ColumnNames::default();
        for (member, slot) in [
            ("area", &mut columns.area),
            ("indicator", &mut columns.indicator),
            ("period", &mut columns.period),
            ("numerator", &mut columns.numerator),
            ("denominator", &mut columns.denominator),
        ] {
            if let Some(name) = names.get_item(member)? {
                *slot = name.extract()?;
            }
        }
        columns.are_quarters =
            names.get_item("quarters")?.is_some_and(|are_quarters| are_quarters.is_truthy().unwrap_or(false));
        Ok(Self { question, names: columns })
    }
}

/// Reads a table and asks an engine of it, without the interpreter.
fn ask_table<T: Send + 'static>(
    table: &Bound<'_, PyAny>,
    asked: Asked,
    lang: Lang,
    ask: impl FnOnce(Engine<'_>, &[RecordBatch], &ColumnNames) -> Result<T, ColumnsError> + Send + 'static,
) -> PyResult<T> {
    let py = table.py();
    let source = Source::of(table, &asked.names)?;
    let outcome = work(py, move || {
        let batches = source.read()?;
        Ok(asked.question.ask(|engine| ask(engine, &batches, &asked.names)))
    })?;
    settle(py, lang, outcome.map_err(misuse)?)?.map_err(misuse)
}

/// Assess a table; returns the answer, how complete the reports are, and what was found.
#[pyfunction]
#[pyo3(signature = (table, question, names, /, *, strict, lang))]
pub(crate) fn _assess_table<'py>(
    table: &Bound<'py, PyAny>,
    question: &Bound<'py, PyAny>,
    names: &Bound<'py, PyDict>,
    strict: bool,
    lang: &str,
) -> PyResult<(PyBatches, PyBatches, Bound<'py, PyDict>)> {
    let (asked, lang) = (Asked::read(question, names, lang)?, language(lang)?);
    let answer = ask_table(table, asked, lang, |engine, batches, names| {
        let schema = engine.arrow_schema();
        let assessed = engine.assess_batches(batches, names)?;
        let (completeness, findings) = (assessed.completeness_batch().map_err(unreadable)?, assessed.findings.clone());
        Ok((assessed.into_batches().map_err(unreadable)?, schema, completeness, findings))
    })?;
    let (batches, schema, completeness, findings) = answer;
    let found = found(table.py(), &findings, lang, strict)?;
    let completeness_schema = completeness.schema();
    Ok((PyBatches::of(batches, schema), PyBatches::of(vec![completeness], completeness_schema), found))
}

/// Add the areas of a table up; returns the answer and what was found.
#[pyfunction]
#[pyo3(signature = (table, question, names, /, *, strict, lang))]
pub(crate) fn _roll_up_table<'py>(
    table: &Bound<'py, PyAny>,
    question: &Bound<'py, PyAny>,
    names: &Bound<'py, PyDict>,
    strict: bool,
    lang: &str,
) -> PyResult<(PyBatches, Bound<'py, PyDict>)> {
    let (asked, lang) = (Asked::read(question, names, lang)?, language(lang)?);
    let (batch, findings, lone) = ask_table(table, asked, lang, |engine, batches, names| {
        let rolled_up = engine.roll_up_batches(batches, names)?;
        let (findings, lone) = (rolled_up.findings.clone(), rolled_up.without_parent.clone());
        Ok((rolled_up.into_batch().map_err(unreadable)?, findings, lone))
    })?;
    let found = found(table.py(), &findings, lang, strict)?;
    found.set_item("without_parent", lone)?;
    let schema = batch.schema();
    Ok((PyBatches::of(vec![batch], schema), found))
}

/// Return what each area belongs to under a question, or None.
#[pyfunction]
#[pyo3(signature = (question, areas, /))]
pub(crate) fn _parents_of(question: &Bound<'_, PyAny>, areas: Vec<String>) -> PyResult<Vec<Option<String>>> {
    answer_document(question, "id", |text| {
        let areas: Vec<&str> = areas.iter().map(String::as_str).collect();
        TableQuestion::from_json(text).map(|question| question.parents_of(&areas))
    })
}

/// Return a value and its target as they are printed; they never contradict the verdict.
#[pyfunction]
#[pyo3(signature = (value, target, /, *, met, is_count, multiplier, lang))]
pub(crate) fn _printed(
    value: Option<f64>,
    target: Option<f64>,
    met: Option<bool>,
    is_count: bool,
    multiplier: u32,
    lang: &str,
) -> PyResult<(Option<String>, Option<String>)> {
    Ok(FigurePair { value, target, met, is_count, multiplier }.print(language(lang)?))
}

/// The problems, the totals by code, and the input rows that belong nowhere; raises them where the call is strict.
fn found<'py>(py: Python<'py>, findings: &Findings, lang: Lang, is_strict: bool) -> PyResult<Bound<'py, PyDict>> {
    let problems = views(py, findings.problems.iter(), lang)?;
    if is_strict && !findings.problems.is_empty() {
        return Err(ValidationError::new_err((problems,)));
    }
    let found = PyDict::new(py);
    found.set_item("problems", problems)?;
    found.set_item("totals", plain(py, &findings.totals)?)?;
    found.set_item("unplaced", &findings.unplaced)?;
    found.set_item("unused_targets", &findings.unused_targets)?;
    Ok(found)
}

/// Does something that may take long on a thread of its own, and looks now and then whether Ctrl-C was pressed: then the call
/// ends at once, and what was begun comes to its end unheard.
fn work<T: Send + 'static>(py: Python<'_>, job: impl FnOnce() -> T + Send + 'static) -> PyResult<T> {
    let (sender, mut receiver) = channel();
    let job = move || {
        // Nobody listens any more when the call was interrupted.
        let _ = sender.send(job());
    };
    std::thread::Builder::new().name("lokmin".to_owned()).spawn(job)?;
    loop {
        let (news, back) = py.detach(move || (receiver.recv_timeout(LOOK_EVERY), receiver));
        receiver = back;
        match news {
            Ok(result) => return Ok(result),
            Err(RecvTimeoutError::Timeout) => py.check_signals()?,
            Err(RecvTimeoutError::Disconnected) => {
                return Err(PyRuntimeError::new_err("the work ended without an answer"));
            }
        }
    }
}

/// Where the rows come from.
enum Source {
    Stream(PyRecordBatchReader),
    Batch(RecordBatch),
}

impl Source {
    fn of(table: &Bound<'_, PyAny>, names: &ColumnNames) -> PyResult<Self> {
        if let Ok(columns) = table.cast::<PyDict>() {
            return batch_of(columns, names).map(Self::Batch);
        }
        if !table.hasattr("__arrow_c_stream__")? && !table.hasattr("__arrow_c_array__")? {
            let kind = table.get_type().name()?;
            return Err(PyTypeError::new_err(format!(
                "expected a table (anything with __arrow_c_stream__) or a dict of lists, not {kind}"
            )));
        }
        table.extract().map(Self::Stream)
    }

    /// Reads every row, without the interpreter.
    fn read(self) -> Result<Vec<RecordBatch>, ColumnsError> {
        match self {
            Self::Batch(batch) => Ok(vec![batch]),
            Self::Stream(reader) => {
                let consumed = |error: PyErr| ColumnsError::Read { message: error.to_string() };
                reader.into_reader().map_err(consumed)?.collect::<Result<_, _>>().map_err(unreadable)
            }
        }
    }
}

/// Makes a batch of a dictionary of lists; only the columns that are needed are looked at.
fn batch_of(columns: &Bound<'_, PyDict>, names: &ColumnNames) -> PyResult<RecordBatch> {
    let mut arrays: Vec<(&str, ArrayRef)> = Vec::new();
    for name in [&names.area, &names.indicator, &names.period] {
        if let Some(column) = columns.get_item(name)? {
            arrays.push((name, texts(&column, name)?));
        }
    }
    for name in [&names.numerator, &names.denominator] {
        if let Some(column) = columns.get_item(name)? {
            arrays.push((name, figures(&column, name)?));
        }
    }
    let mut lengths = arrays.iter().map(|(_, array)| array.len());
    let first = lengths.next();
    if lengths.any(|length| Some(length) != first) {
        let all: Vec<String> = arrays.iter().map(|(name, array)| format!("`{name}` {}", array.len())).collect();
        let message = format!("columns of one table have the same length: {}", all.join(", "));
        return Err(LokminError::new_err((message, "columns.length")));
    }
    if arrays.is_empty() {
        return Err(no_column(&names.area, &SchemaRef::new(arrow_schema::Schema::empty())));
    }
    RecordBatch::try_from_iter_with_nullable(arrays.into_iter().map(|(name, array)| (name, array, true)))
        .map_err(|error| misuse(unreadable(error)))
}

/// Whether a value stands for nothing: None, what is not equal to itself (not a number, not a time), or NA of pandas.
fn is_missing(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    let is_own = || value.is_instance_of::<PyFloat>() || value.is_instance_of::<PyDateTime>();
    Ok(value.is_none() || is_own() && value.ne(value)? || value.get_type().name()? == "NAType")
}

/// Keys and periods: each as its text.
fn texts(column: &Bound<'_, PyAny>, name: &str) -> PyResult<ArrayRef> {
    let mut texts: Vec<Option<String>> = Vec::new();
    for value in column.try_iter()? {
        let value = value?;
        if is_missing(&value)? {
            texts.push(None);
            continue;
        }
        if let Some(period) = PandasPeriod::of(&value) {
            let period = period?;
            let Some(text) = period.text() else {
                let found = format!("periods of frequency {}", period.frequency);
                let expected = "periods of frequency M or Q-DEC";
                return Err(misuse(ColumnsError::Type { column: name.to_owned(), found, expected }));
            };
            texts.push(Some(text));
            continue;
        }
        // A moment stands for its day.
        let value = if value.is_instance_of::<PyDateTime>() { value.call_method0("date")? } else { value };
        texts.push(Some(value.str()?.to_string_lossy().into_owned()));
    }
    Ok(Arc::new(StringArray::from(texts)))
}

/// Figures: whole numbers, or numbers that may turn out to be whole.
fn figures(column: &Bound<'_, PyAny>, name: &str) -> PyResult<ArrayRef> {
    let mut whole: Vec<Option<i64>> = Vec::new();
    let mut numbers: Vec<Option<f64>> = Vec::new();
    for value in column.try_iter()? {
        let value = value?;
        if is_missing(&value)? {
            whole.push(None);
            numbers.push(None);
            continue;
        }
        let number = value.cast::<PyBool>().is_err().then(|| value.extract::<f64>().ok()).flatten();
        let Some(number) = number else {
            let found = value.get_type().name()?.to_string();
            return Err(misuse(ColumnsError::Type { column: name.to_owned(), found, expected: "whole numbers" }));
        };
        numbers.push(Some(number));
        // A number beyond 64 bits is too large for any figure, and stays so.
        let is_int = value.hasattr("__index__")?;
        whole.push(is_int.then(|| value.extract::<i64>().unwrap_or(if number < 0.0 { -i64::MAX } else { i64::MAX })));
    }
    let is_whole = whole.iter().zip(&numbers).all(|(whole, number)| whole.is_some() || number.is_none());
    Ok(if is_whole { Arc::new(Int64Array::from(whole)) } else { Arc::new(Float64Array::from(numbers)) })
}

/// Return the names of the remarks in ``flags``, in the order of their bits.
///
/// >>> flag_names(0)
/// []
#[pyfunction]
#[pyo3(signature = (flags, /))]
pub(crate) fn flag_names(flags: u32) -> Vec<&'static str> {
    Flags::from_bits(flags).names().collect()
}
