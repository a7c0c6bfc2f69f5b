//! Quarters and months as Python classes.

use std::fmt;

use chrono::NaiveDate;
use lokmin_core::{Month, Quarter};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyType};

use crate::problem::{LokminError, Text, Whole, answer, in_range, out_of_range};

/// The right-hand side of a subtraction: another period, or a number of periods.
#[derive(FromPyObject)]
enum Less<P> {
    Period(P),
    Count(i64),
}

/// The answer of a subtraction: how many periods lie between, or the earlier period.
#[derive(IntoPyObject)]
enum Difference<P> {
    Count(i64),
    Period(P),
}

/// A month or calendar quarter of pandas.
pub(crate) enum PandasSpan {
    Quarter(Quarter),
    Month(Month),
}

/// A `pandas.Period`, looked at without pandas.
pub(crate) struct PandasPeriod {
    /// `None` for every frequency but calendar quarters and months, and outside the years 1 to 9999.
    pub(crate) span: Option<PandasSpan>,
    pub(crate) frequency: String,
}

impl PandasPeriod {
    /// Returns the period that a value is, where it is one.
    pub(crate) fn of(value: &Bound<'_, PyAny>) -> Option<PyResult<Self>> {
        let kind = value.get_type();
        let is_period = kind.name().is_ok_and(|name| name == "Period")
            && kind.module().is_ok_and(|module| module.to_string_lossy().starts_with("pandas"));
        is_period.then(|| Self::read(value))
    }

    fn read(period: &Bound<'_, PyAny>) -> PyResult<Self> {
        let frequency: String = period.getattr("freqstr")?.extract()?;
        let (year, quarter, month) = (period.getattr("year")?, period.getattr("quarter")?, period.getattr("month")?);
        let span = match frequency.as_str() {
            "Q-DEC" => Quarter::new(year.extract()?, quarter.extract()?).map(PandasSpan::Quarter),
            "M" => Month::new(year.extract()?, month.extract()?).map(PandasSpan::Month),
            _ => None,
        };
        Ok(Self { span, frequency })
    }

    /// Returns the period as documents have it.
    pub(crate) fn text(&self) -> Option<String> {
        self.span.as_ref().map(|span| match span {
            PandasSpan::Quarter(quarter) => quarter.to_string(),
            PandasSpan::Month(month) => month.to_string(),
        })
    }

    fn refused(&self, wanted: &str) -> PyErr {
        if self.frequency == wanted {
            return out_of_range();
        }
        let message = format!("a pandas Period of frequency {wanted} is needed, not {}", self.frequency);
        LokminError::new_err((message, "period.frequency"))
    }
}

/// Declares the class of a period: what every period has, and between the last braces what only this one has.
macro_rules! period {
    (
        $(#[doc = $doc:literal])+
        class $class:ident($period:ident) is $name:literal, $noun:literal;
        numbers = $numbers:literal, number = $number:literal;
        dhis2 = $dhis2:literal, pandas = $frequency:literal;
        next = $next:literal, previous = $previous:literal;
        since = $since:ident;
        { $($own:tt)* }
    ) => {
        $(#[doc = $doc])+
        #[pyclass(name = $name, module = "lokmin", frozen, eq, ord, hash, str, from_py_object)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) struct $class(pub(crate) $period);

        #[pymethods]
        impl $class {
            #[new]
            #[pyo3(signature = (text, /, *, lang = "id"))]
            fn parse(text: &Bound<'_, PyAny>, lang: &str) -> PyResult<Self> {
                if !text.is_instance_of::<PyString>()
                    && let Some(period) = PandasPeriod::of(text)
                {
                    let period = period?;
                    return match period.span {
                        Some(PandasSpan::$period(own)) => Ok(Self(own)),
                        _ => Err(period.refused($frequency)),
                    };
                }
                let own: Text<'_> = text.extract()?;
                answer(text.py(), lang, || own.parse()).map(Self)
            }

            #[doc = concat!("Return the ", $noun, " as a ``pandas.Period`` of frequency ``", $frequency, "``.")]
            fn to_period<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                let pandas = py.import("pandas").map_err(|_| {
                    LokminError::new_err(("to_period needs pandas: pip install pandas", "missing_library"))
                })?;
                let named = PyDict::new(py);
                named.set_item("year", self.0.year())?;
                named.set_item($noun, self.0.number())?;
                named.set_item("freq", $frequency)?;
                pandas.getattr("Period")?.call((), Some(&named))
            }

            #[doc = concat!("Return the ", $noun, " with a year, 1 to 9999, and a number, ", $numbers, ".")]
            #[classmethod]
            fn new(_class: &Bound<'_, PyType>, year: Whole<i32>, number: Whole<u32>) -> PyResult<Self> {
                in_range($period::new(year.0, number.0)).map(Self)
            }

            #[doc = concat!("Return the ", $noun, " that a date lies in.")]
            #[classmethod]
            fn containing(_class: &Bound<'_, PyType>, date: NaiveDate) -> PyResult<Self> {
                in_range($period::containing(date)).map(Self)
            }

            #[doc = concat!("Read a DHIS2 ", $noun, "ly period id, such as ``", $dhis2, "``.")]
            #[classmethod]
            #[pyo3(signature = (text, /, *, lang = "id"))]
            fn from_dhis2(class: &Bound<'_, PyType>, text: Text<'_>, lang: &str) -> PyResult<Self> {
                answer(class.py(), lang, || $period::from_dhis2(&text)).map(Self)
            }

            /// The year, 1 to 9999.
            #[getter]
            fn year(&self) -> i32 {
                self.0.year()
            }

            #[doc = $number]
            #[getter]
            fn number(&self) -> u32 {
                self.0.number()
            }

            /// The first day.
            #[getter]
            fn first_day(&self) -> NaiveDate {
                self.0.first_day()
            }

            /// The last day.
            #[getter]
            fn last_day(&self) -> NaiveDate {
                self.0.last_day()
            }

            $($own)*

            #[doc = concat!("Return the ", $noun, " after this one, or None after ", $next, ".")]
            fn next(&self) -> Option<Self> {
                self.0.next().map(Self)
            }

            #[doc = concat!("Return the ", $noun, " before this one, or None before ", $previous, ".")]
            fn previous(&self) -> Option<Self> {
                self.0.previous().map(Self)
            }

            #[doc = concat!("Return the ", $noun, "s from this one to ``last``, both included; none when ``last`` lies before.")]
            #[pyo3(signature = (last, /))]
            fn through(&self, last: Self) -> Vec<Self> {
                self.0.through(last.0).map(Self).collect()
            }

            #[doc = concat!("Return the DHIS2 period id, such as ``", $dhis2, "``.")]
            fn to_dhis2(&self) -> String {
                self.0.to_dhis2()
            }

            fn __contains__(&self, date: NaiveDate) -> bool {
                self.0.contains(date)
            }

            fn __add__(&self, count: i64) -> PyResult<Self> {
                in_range(self.0.checked_add(count)).map(Self)
            }

            fn __radd__(&self, count: i64) -> PyResult<Self> {
                self.__add__(count)
            }

            fn __sub__(&self, other: Less<Self>) -> PyResult<Difference<Self>> {
                match other {
                    Less::Period(earlier) => Ok(Difference::Count(self.0.$since(earlier.0))),
                    Less::Count(count) => self.__add__(count.saturating_neg()).map(Difference::Period),
                }
            }

            fn __repr__(&self) -> String {
                format!(concat!($name, "('{}')"), self.0)
            }

            fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, (String,)) {
                (py.get_type::<Self>(), (self.0.to_string(),))
            }
        }

        impl fmt::Display for $class {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

period! {
    /// One calendar quarter, such as ``Quarter('2025Q3')``, of the years 1 to 9999.
    ///
    /// Quarters order by time. ``quarter + 1`` is the next one, ``later - earlier`` counts the quarters between, and
    /// ``date in quarter`` asks whether a date lies in it. A ``pandas.Period`` of calendar quarters is taken too.
    class PyQuarter(Quarter) is "Quarter", "quarter";
    numbers = "1 to 4", number = "The number of the quarter in its year, 1 to 4.";
    dhis2 = "2025Q3", pandas = "Q-DEC";
    next = "the last of 9999", previous = "the first of year 1";
    since = quarters_since;
    {
        /// The first month.
        #[getter]
        fn first_month(&self) -> PyMonth {
            PyMonth(self.0.first_month())
        }

        /// The last month.
        #[getter]
        fn last_month(&self) -> PyMonth {
            PyMonth(self.0.last_month())
        }

        /// The three months.
        #[getter]
        fn months(&self) -> (PyMonth, PyMonth, PyMonth) {
            self.0.months().map(PyMonth).into()
        }
    }
}

period! {
    /// One calendar month, such as ``Month('2025-07')``, of the years 1 to 9999.
    ///
    /// Months order by time. ``month + 1`` is the next one, ``later - earlier`` counts the months between, and
    /// ``date in month`` asks whether a date lies in it. A ``pandas.Period`` of months is taken too.
    class PyMonth(Month) is "Month", "month";
    numbers = "1 to 12", number = "The number of the month, 1 to 12.";
    dhis2 = "202507", pandas = "M";
    next = "December 9999", previous = "January of year 1";
    since = months_since;
    {
        /// The quarter that the month lies in.
        #[getter]
        fn quarter(&self) -> PyQuarter {
            PyQuarter(self.0.quarter())
        }
    }
}
