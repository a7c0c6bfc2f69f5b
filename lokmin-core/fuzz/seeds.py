"""Writes the inputs of the conformance cases as first inputs for fuzzing: seeds.py FOLDER.

Each target has its folder below FOLDER; a file is named after what it holds, so that writing again changes nothing.
"""

import hashlib
import json
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]

# The operations of the target `names`, and of `table` with the argument that is the table and those before it.
NAMES = {"parse_region", "expand_place", "recognise_sector", "resolve_indicator"}
TABLES = {
    "holidays": ("csv", []),
    "holidays_of_year": ("csv", []),
    "check_region": ("csv", ["code"]),
    "find_region": ("csv", ["name", "within", "level"]),
    "map_region_code": ("changes_csv", ["code", "from", "to"]),
    "recognise_sector": ("aliases_csv", ["text"]),
    "read_catalogue_csv": ("text", []),
    "read_targets_csv": ("text", []),
}
SAME_TABLE = {"holidays_of_year": "holidays", "check_region": "find_region"}


def loaded(value):
    """Return a value, or the file of the project that stands in its place."""
    if isinstance(value, dict) and list(value) == ["file"]:
        return json.loads((TOP / value["file"]).read_text("utf-8"))
    return value


def text_of(value):
    """Return a document as text."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def seeds(room, operation, given):
    """Yield the target and the text of every input that a case makes."""
    if room == "calendar":
        yield from (("calendar", value) for value in given.values() if isinstance(value, str))
    if operation in NAMES and isinstance(given.get("text"), str):
        yield "names", given["text"]
    table, arguments = TABLES.get(operation, ("", []))
    if table in given:
        line = "\t".join([SAME_TABLE.get(operation, operation), *(str(given.get(name) or "") for name in arguments)])
        mapping = f"\n\n{given['mapping']}" if given.get("mapping") else ""
        yield "table", f"{line}\n{given[table]}{mapping}"
    elif operation == "validate":
        yield "document", f"{given['kind']}\n{text_of(given.get('text', given.get('document')))}"
    elif room in {"assess", "cadence", "exchange", "forum", "indicator"}:
        question = given.get("request", {name: value for name, value in given.items() if name != "lang"})
        yield "question", f"{operation}\n{text_of(question)}"


def main(folder):
    """Write every seed below a folder."""
    count = 0
    for file in sorted((TOP / "tests" / "cases").glob("*/*.json")):
        suite = json.loads(file.read_text("utf-8"))
        for case in suite["cases"]:
            given = {name: loaded(value) for name, value in case["input"].items()}
            for target, text in seeds(file.parent.name, suite["operation"], given):
                content = text.encode("utf-8", "surrogatepass")
                place = folder / target / hashlib.sha256(content).hexdigest()[:16]
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)
                count += 1
    print(f"{count} seeds in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
