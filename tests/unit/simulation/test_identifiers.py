"""Invented identifiers are valid, unique, and equal whatever the chunking."""

import numpy as np
import pytest

from simulation import identifiers

THOUSANDS = np.arange(20_000)


def passes_upn_check(upn):
    total = sum(int(digit) * place for place, digit in enumerate(upn[1:], start=2))
    return "ABCDEFGHJKLMNPQRTUVWXYZ"[total % 23] == upn[0]


def passes_nhs_check(nhs):
    total = sum(int(digit) * (10 - place) for place, digit in enumerate(nhs[:9]))
    return (11 - total % 11) % 11 == int(nhs[9])


def passes_pnc_check(pnc):
    year, tail = pnc.split("/")
    number = int(year[-2:] + tail[:-1].zfill(7))
    return "ZABCDEFGHJKLMNPQRTUVWXY"[number % 23] == tail[-1]


def make_pncs(numbers):
    return identifiers.make_pnc_numbers(numbers, 2005 + np.asarray(numbers) % 20)


MAKERS = [identifiers.make_upns, identifiers.make_nhs_numbers, make_pncs]
CHECKS = [passes_upn_check, passes_nhs_check, passes_pnc_check]


def test_the_published_upn_example_carries_the_letter_f():
    assert passes_upn_check("F360010161153")


def test_the_known_pnc_form_of_nine_in_2020_carries_the_letter_n():
    assert passes_pnc_check("20/9N")


@pytest.mark.parametrize(("make", "passes"), list(zip(MAKERS, CHECKS, strict=True)))
def test_every_number_passes_its_check(make, passes):
    assert all(passes(number) for number in make(THOUSANDS))


@pytest.mark.parametrize("make", MAKERS)
def test_no_two_people_share_a_number(make):
    assert len(set(make(THOUSANDS))) == len(THOUSANDS)


@pytest.mark.parametrize("make", MAKERS)
def test_chunks_get_the_numbers_the_whole_would_get(make):
    chunks = np.concatenate([make(THOUSANDS[:7]), make(THOUSANDS[7:])])
    assert (chunks == make(THOUSANDS)).all()


def test_a_short_pnc_passes_the_same_check():
    short = identifiers.shorten_pnc_numbers(make_pncs(THOUSANDS))
    assert all(passes_pnc_check(pnc) for pnc in short)
    assert (np.char.str_len(short) < 13).all()


def test_blank_identifiers_stay_blank():
    assert identifiers.shorten_pnc_numbers([""]).tolist() == [""]
    assert identifiers.space_nhs_numbers([""]).tolist() == [""]


def test_spaces_change_no_digit_of_an_nhs_number():
    numbers = identifiers.make_nhs_numbers(THOUSANDS)
    spaced = identifiers.space_nhs_numbers(numbers)
    assert (np.char.replace(spaced, " ", "") == numbers).all()
    assert spaced[0][3] == " "
    assert spaced[0][7] == " "


@pytest.mark.parametrize("number", [-1, 10**9])
def test_a_running_number_out_of_range_is_refused(number):
    with pytest.raises(ValueError, match="running numbers must lie"):
        identifiers.make_upns([number])
