"""Student copies in which every exercise is solved otherwise than in the solution, and the cells that do not notice.

A cell that was given does not notice another solution when it uses none of the exercises' functions: by their names, in
its own code and in that of the items of earlier cells that it uses.
"""

import dataclasses
import re

import nbformat

# Comments, and strings and characters whose quotes and brackets are none of the code.
NOT_CODE = re.compile(
    r"""//[^\n]*|/\*.*?\*/|b?r(\#*)".*?"\1|b?"(?:\\.|[^"\\])*"|b?'(?:\\(?:u\{[^}]*\}|x..|.)|[^\\'])'""", re.DOTALL
)
ITEM = re.compile(
    r"(?:pub(?:\([a-z]+\))?\s+)?(?:unsafe\s+)?(?:const\s+(?=fn))?"
    r"(?:(?:fn|struct|enum|union|trait|const|static|type|mod|macro_rules!)\s+(\w+)|impl\b)"
)
FUNCTION = re.compile(r"\bfn\s+\w+")
# A name in a format: `{name}`, `{name:.2}`.
IN_FORMAT = re.compile(r"\{(\w+)[:}]")
OTHERWISE = " let _otherwise = 0;"


@dataclasses.dataclass
class StudentCell:
    """A code cell of a student's copy."""

    code: str
    tags: list
    is_exercise: bool
    # Whether it is what it was for whoever wrote the solution.
    is_unchanged: bool


def copy(path):
    """The code cells of a solution, with every exercise solved otherwise."""
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    changed, items, copies = set(), {}, []
    for cell in cells:
        tags = cell.metadata.get("tags", [])
        is_exercise = "exercise" in tags
        of_cell = items_of(cell.source)
        if is_exercise:
            changed |= of_cell.keys()
        else:
            items |= of_cell
        is_unchanged = not is_exercise and not reached(cell.source, items) & changed
        copies.append(
            StudentCell(otherwise(cell.source) if is_exercise else cell.source, tags, is_exercise, is_unchanged)
        )
    return copies


def otherwise(code):
    """Another program with the same result: each function begins with a statement that does nothing."""
    plain, changed, end = without_text(code), "", 0
    for function in FUNCTION.finditer(plain):
        body = body_of(plain, function.end())
        if body is not None:
            changed, end = changed + code[end:body] + OTHERWISE, body
    return changed + code[end:]


def body_of(plain, start):
    """Where the body of a function begins, behind its `{`; a function of a trait may have none."""
    depth = 0
    for place in range(start, len(plain)):
        depth += (plain[place] in "([") - (plain[place] in ")]")
        if depth == 0 and plain[place] in "{;":
            return place + 1 if plain[place] == "{" else None
    return None


def without_text(code):
    """The code with blanks in place of comments and strings, each character at its place."""
    return NOT_CODE.sub(lambda text: re.sub(r"[^\n]", " ", text[0]), code)


def words(code):
    """The names in the code that could be those of items: not the fields and methods, nor what a path leads to."""
    plain = without_text(code)
    names = {word[0] for word in re.finditer(r"\w+", plain) if begins_a_path(plain[: word.start()].rstrip())}
    texts = [text[0] for text in NOT_CODE.finditer(code) if not text[0].startswith("/")]
    return names.union(*(IN_FORMAT.findall(text) for text in texts))


def begins_a_path(before):
    """Whether a name with this before it is one of the cell's own scope."""
    if before.endswith("::"):
        return bool(re.search(r"\b(?:self|super|crate)\s*::$", before))
    return before.endswith("..") or not before.endswith(".")


def items_of(code):
    """The names of the items that a cell defines, each with the words of its code. An `impl` belongs to all names in
    its first line."""
    plain, depth, starts = without_text(code), 0, []
    for place, character in enumerate(plain):
        depth += (character in "{([") - (character in "})]")
        found = ITEM.match(plain, place) if depth == 0 and (place == 0 or plain[place - 1] in "\n;}") else None
        if found:
            starts.append((place, found[1]))
    items = {}
    for (start, name), (end, _) in zip(starts, [*starts[1:], (len(code), None)]):
        text = code[start:end]
        for owner in [name] if name else re.findall(r"\w+", plain[start:end].partition("{")[0]):
            items.setdefault(owner, set()).update(words(text))
    return items


def reached(code, items):
    """All words of a cell and of the items that it uses."""
    found, waiting = set(), words(code)
    while waiting:
        found |= waiting
        waiting = set().union(*(items.get(word, set()) for word in waiting)) - found
    return found
