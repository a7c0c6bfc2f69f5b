//! Figures assessed, added up, ranked, scored, checked and hidden: each one request in, one answer out.

use lokmin_core::Lang;
use lokmin_core::assess::{self, ExplainLang, ExplainRequest, ExplainRollUpRequest};
use pyo3::prelude::*;

use crate::document::answer_document;
use crate::problem::{language, plain};

/// Makes the Python functions that take one request: JSON text (`str` or `bytes`) or a dictionary.
macro_rules! request_functions {
    ($($(#[doc = $doc:literal])+ $name:ident => $operation:path;)+) => {$(
        $(#[doc = $doc])+
        #[pyfunction]
        #[pyo3(signature = (request, /, *, lang = "id"))]
        pub(crate) fn $name<'py>(request: &Bound<'py, PyAny>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
            plain(request.py(), &answer_document(request, lang, $operation)?)
        }
    )+};
}

request_functions! {
    /// Assess one series: value, target to date, who is short of it, trend and status.
    ///
    /// The request has ``definition`` (an indicator of the catalogue, or a definition), ``series``, ``view`` and
    /// optionally ``target``, or ``targets`` with ``area`` and ``areas``; ``catalogue``, ``level``, ``reported_as`` and
    /// ``policy``. Exact numbers in the answer are texts, such as ``'3500/57'``.
    ///
    /// >>> answer = assess_series({"definition": "K6", "view": {"month": "2025-07"}, "target": {"rate": "100"},
    /// ...     "series": [{"month": "2025-07", "numerator": 4, "denominator": 57}]})
    /// >>> answer["value"], answer["shortfall"]
    /// ('400/57', 1)
    assess_series => assess::assess_series;

    /// Compute the drop-out between the ``first`` and the ``last`` dose, in per cent of the first.
    ///
    /// >>> drop_out({"first": 120, "last": 114, "target": "5"})
    /// {'lost': 6, 'value': '5', 'met': True}
    drop_out => assess::drop_out;

    /// Compute the healthy-family index of one family from its twelve answers: ``Y``, ``T``, or ``N``: not applicable.
    ///
    /// >>> answers = dict.fromkeys(["keluarga_berencana", "persalinan_faskes", "imunisasi_dasar", "asi_eksklusif",
    /// ...     "pantau_tumbuh", "tb_berobat", "hipertensi_berobat", "gangguan_jiwa_berobat", "tidak_merokok"], "Y")
    /// >>> index = iks({**answers, "jkn": "T", "air_bersih": "T", "jamban_sehat": "N"})
    /// >>> index["value"], index["category"]
    /// ('9/11', 'sehat')
    iks => assess::iks;

    /// Judge an area by the share of its ``families`` that are ``healthy``, with the cut-offs of one family.
    ///
    /// >>> iks_area({"healthy": 80, "families": 100})["category"]
    /// 'pra_sehat'
    iks_area => assess::iks_area;

    /// Score the performance of a Puskesmas: ``programmes`` with their variables, and ``management``.
    ///
    /// >>> pkp({"programmes": [], "management": "8.4"})["management_group"]
    /// 'cukup'
    pkp => assess::pkp;

    /// Check a ``published`` percentage against its ``numerator`` and ``denominator``.
    ///
    /// >>> published_percentage({"numerator": 893, "denominator": 981, "published": "91.03"})["agrees"]
    /// True
    published_percentage => assess::published_percentage;

    /// Look at the quality of the figures of many areas: completeness, and outliers; what is found is warned of.
    ///
    /// >>> [row] = quality({"view": {"month": "2025-07"}, "indicators": [{"definition": "K6", "areas": [
    /// ...     {"area": "A", "series": [{"month": "2025-07", "numerator": 4, "denominator": 57}]}]}]})
    /// >>> row["completeness"]["percent"]
    /// '100'
    quality => assess::quality;

    /// Rank areas by one indicator: 1, 2, 2, 4; the answer is in the order given.
    ///
    /// >>> areas = [{"area": "A", "numerator": 1, "denominator": 3}, {"area": "B", "numerator": 2, "denominator": 3}]
    /// >>> rank({"definition": "K6", "areas": areas})
    /// [{'area': 'A', 'rank': 2}, {'area': 'B', 'rank': 1}]
    rank => assess::rank_areas;

    /// Add areas up to their parent, with the verdict on each of them and its rank.
    ///
    /// >>> answer = roll_up({"definition": "K6", "view": {"month": "2025-07"}, "children": [
    /// ...     {"area": "A", "series": [{"month": "2025-07", "numerator": 4, "denominator": 57}]},
    /// ...     {"area": "B", "series": [{"month": "2025-07", "numerator": 6, "denominator": 43}]}]})
    /// >>> answer["numerator"], answer["denominator"]
    /// (10, 100)
    roll_up => assess::roll_up;

    /// Compute the ratios of a posyandu month from its counts: ``s``, ``k``, ``d``, ``n``, ``t``, ``o``, ``b`` ...
    ///
    /// >>> skdn({"s": 39, "d": 27})["d_s"]
    /// '900/13'
    skdn => assess::skdn;

    /// Hide the small counts of one table that is to be published, and what they could be worked out from.
    ///
    /// >>> answer = suppress({"cells": [{"area": "A", "value": 2}, {"area": "B", "value": 3}]})
    /// >>> [cell["state"] for cell in answer["cells"]]
    /// ['hidden', 'hidden']
    suppress => assess::suppress;

    /// Say which ``villages`` have reached universal child immunisation by a ``month`` of the year, 1 to 12.
    ///
    /// >>> answer = uci({"month": 9, "villages": [{"area": "A", "numerator": 60, "denominator": 100}]})
    /// >>> answer["threshold_to_date"], answer["reached"]
    /// ('60', 1)
    uci => assess::uci;
}

/// Assess one series and say its arithmetic in words: the request of ``assess_series``.
///
/// The words are in the language ``lang``; a ``lang`` in the request goes before it.
///
/// >>> explain_series({"definition": "VITA", "view": {"month": "2025-07"}}, lang="en")
/// 'not scheduled in this span'
#[pyfunction]
#[pyo3(signature = (request, /, *, lang = "id"))]
pub(crate) fn explain_series(request: &Bound<'_, PyAny>, lang: &str) -> PyResult<String> {
    let words = words(lang)?;
    answer_document(request, lang, |text| {
        ExplainRequest::from_json(text).and_then(|mut request| {
            request.lang.get_or_insert(words);
            request.run()
        })
    })
}

/// Add areas up to their parent and say the arithmetic in words: the request of ``roll_up``.
///
/// The answer has one entry for the parent, whose ``area`` is ``None``, and one for each area. The words are in the
/// language ``lang``; a ``lang`` in the request goes before it.
///
/// >>> request = {"definition": "VITA", "view": {"month": "2025-07"}, "children": [{"area": "A"}]}
/// >>> explain_roll_up(request, lang="en")[0]
/// {'area': None, 'text': 'not scheduled in this span'}
#[pyfunction]
#[pyo3(signature = (request, /, *, lang = "id"))]
pub(crate) fn explain_roll_up<'py>(request: &Bound<'py, PyAny>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
    let words = words(lang)?;
    let explained = answer_document(request, lang, |text| {
        ExplainRollUpRequest::from_json(text).and_then(|mut request| {
            request.lang.get_or_insert(words);
            request.run()
        })
    })?;
    plain(request.py(), &explained)
}

/// The language of an explanation that names none.
fn words(lang: &str) -> PyResult<ExplainLang> {
    Ok(match language(lang)? {
        Lang::Id => ExplainLang::Id,
        Lang::En => ExplainLang::En,
    })
}

/// Return every default that an assessment uses, with its value, where it comes from and how sure it is.
///
/// >>> [default["value"] for default in assess_defaults() if default["name"] == "uci_threshold"]
/// ['80']
#[pyfunction]
pub(crate) fn assess_defaults(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    plain(py, &assess::DEFAULTS)
}
