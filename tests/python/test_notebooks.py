"""The notebooks run from beginning to end, what they say is small, and their code passes the type checker."""

from __future__ import annotations

from pathlib import Path
import subprocess
import sys
from typing import Any

import nbformat
from nbclient import NotebookClient
import pytest

FOLDER = Path(__file__).parents[2] / "lokmin-py" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
MOST = 50_000


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def test_there_are_notebooks() -> None:
    assert len(NOTEBOOKS) == 3


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_says_what_is_committed(path: Path) -> None:
    notebook = read(path)
    committed = [texts(cell) for cell in notebook.cells]
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}).execute()
    assert [texts(cell) for cell in notebook.cells] == committed


def texts(cell: Any) -> list[str]:
    """What a cell printed, and the texts of its results; charts and tables of other libraries may look otherwise one day."""
    outputs = cell.get("outputs", [])
    printed = [output["text"] for output in outputs if output["output_type"] == "stream" and output["name"] == "stdout"]
    plain = [output["data"]["text/plain"] for output in outputs if "data" in output and "text/html" not in output["data"]]
    return ["".join(printed), *(text for text in plain if not text.startswith("alt."))]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_outputs_are_committed_and_small(path: Path) -> None:
    for cell in read(path).cells:
        assert cell.cell_type != "code" or cell.execution_count, cell.source
        for output in cell.get("outputs", []):
            assert output["output_type"] in ("stream", "execute_result", "display_data"), cell.source
            assert len(str(output)) < MOST, cell.source
            assert output.get("name") != "stderr", cell.source


def test_the_code_has_sound_types(tmp_path: Path) -> None:
    for path in NOTEBOOKS:
        code = "\n\n".join(cell.source for cell in read(path).cells if cell.cell_type == "code")
        # A notebook shows the last value of a cell; a script has no use for it.
        (tmp_path / f"notebook_{path.stem}.py").write_text(code + "\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(FOLDER.parents[1] / "target" / "mypy"), str(tmp_path)],
        capture_output=True, text=True, check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
