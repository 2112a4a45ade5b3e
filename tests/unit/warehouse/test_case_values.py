"""Values of a case system: words for a look-up's codes, codes for words."""

import duckdb
import pytest

from sources._shared.mapping_files import Code
from warehouse.case_values import put_words, translate_codes


def code(source_code="", source_text="", national_code="X", code_list="kind"):
    return Code(
        code_list=code_list,
        source_code=source_code,
        source_text=source_text,
        national_code=national_code,
    )


CODES = [
    code("10", "Referral order", "REFERRAL_ORDER"),
    code("20", "It's a fine", "FINE"),
    code("30", "One thing"),
    code("30", "Another thing"),
    code("40"),
    code("", "Words alone", "WORDS"),
    code("50", "Of another list", code_list="other"),
]


def read(expression, said):
    return duckdb.execute(f"select {expression} from (select ? as said)", [said])


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("10", "Referral order"),
        (" 20 ", "It's a fine"),
        # two meanings at two times, no words, another list's, unknown: as it was sent
        ("30", "30"),
        ("40", "40"),
        ("50", "50"),
        ("99", "99"),
        ("Words alone", "Words alone"),
        (None, None),
    ],
)
def test_a_code_is_shown_by_its_words_and_an_unknown_one_as_sent(said, shown):
    assert read(put_words("said", "kind", CODES), said).fetchone() == (shown,)


@pytest.mark.parametrize(
    ("said", "national"),
    [
        ("10", "REFERRAL_ORDER"),
        ("referral ORDER ", "REFERRAL_ORDER"),
        ("words alone", "WORDS"),
        ("99", "99"),
        (None, None),
    ],
)
def test_a_code_or_its_words_become_the_national_code(said, national):
    assert read(translate_codes("said", "kind", CODES), said).fetchone() == (national,)


def test_a_list_that_the_system_does_not_have_changes_nothing():
    assert translate_codes("said", "no_such_list", CODES) == "said"
    assert put_words("said", "no_such_list", CODES) == "said"
