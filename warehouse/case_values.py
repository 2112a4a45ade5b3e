"""How one value of a case system is written in the case record, as SQL.

Days and moments in the system's own style, its words for yes and no and for national
codes belong here. Which column fills which belongs to ``conforming.py``, code lists
that keep the source's words beside the code to ``dbt_project/``.
"""

from collections.abc import Iterable

from sources._shared.contract import Contract
from sources._shared.mapping_files import Code

# what the models read by themselves, with one meaning; any other style is rewritten
DAYS_AS_THEY_ARE = {"%Y-%m-%d", "%d/%m/%Y"}
MOMENTS_AS_THEY_ARE = DAYS_AS_THEY_ARE | {"%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S"}
YES, NO = {"y", "yes", "true", "1"}, {"n", "no", "false", "0"}


def read_as_promised(contract: Contract, entity: str, column: str) -> str:
    """Return the expression of a column in a style that every model reads.

    A value that is not of the promised style stays as it was sent, so that it is found
    to be unreadable.
    """
    sent = f'"{column}"'
    kinds = {item.name: item.type for item in contract.entity(entity).columns}
    form = contract.format
    if kinds[column] == "date" and set(form.date_formats) - DAYS_AS_THEY_ARE:
        return _rewrite_moment(sent, form.date_formats, "%Y-%m-%d")
    if kinds[column] == "timestamp":
        if set(form.timestamp_formats) - MOMENTS_AS_THEY_ARE:
            return _rewrite_moment(sent, form.timestamp_formats, "%Y-%m-%d %H:%M:%S")
    elif kinds[column] == "boolean":
        yes, no = form.booleans[::2], form.booleans[1::2]
        if not (set(map(str.lower, yes)) <= YES and set(map(str.lower, no)) <= NO):
            words = dict.fromkeys(yes, "true") | dict.fromkeys(no, "false")
            return translate(sent, words.items())
    return sent


def translate_codes(said: str, code_list: str, codes: Iterable[Code]) -> str:
    """Return the expression that puts national codes for the words of one list.

    A word that the list does not know stays as it was sent.
    """
    words = {
        word: code.national_code
        for code in codes
        if code.code_list == code_list
        for word in (code.source_code, code.source_text)
        if word
    }
    return translate(said, words.items()) if words else said


def put_words(said: str, code_list: str, codes: Iterable[Code]) -> str:
    """Return the expression that puts a list's own words for a look-up's codes.

    The words are what people know, and what goes out beside a national code. A code
    without words of its own, or with two, stays as it was sent.
    """
    words: dict[str, set[str]] = {}
    for code in codes:
        if code.code_list == code_list and code.source_code and code.source_text:
            words.setdefault(code.source_code, set()).add(code.source_text)
    known = [(code, min(texts)) for code, texts in words.items() if len(texts) == 1]
    return translate(said, known) if known else said


def translate(said: str, words: Iterable[tuple[str, str]]) -> str:
    """Return a CASE over words in any case, with blanks about them or not."""
    known = " ".join(
        f"when {text(word.strip().upper())} then {text(meant)}" for word, meant in words
    )
    return f"case upper(trim({said})) {known} else {said} end"


def text(words: str) -> str:
    """Return words as a literal of SQL."""
    escaped = words.replace("'", "''")
    return f"'{escaped}'"


def _rewrite_moment(sent: str, styles: Iterable[str], style: str) -> str:
    listed = ", ".join(text(each) for each in styles)
    read = f"try_strptime(trim({sent}), [{listed}])"
    return f"coalesce(strftime({read}, {text(style)}), {sent})"
