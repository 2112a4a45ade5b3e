"""The invented world holds the cases that the counting rules speak of."""

import pandas as pd
import pytest

from simulation.days import ages_on


def age_at(world, rows, column):
    birth = world.children.set_index("child")["birth_date"].loc[rows["child"]]
    return ages_on(birth.to_numpy(), rows[column].to_numpy())


def test_homes_are_many_at_once_unknown_always_unsuitable_or_none(world):
    homes = world.residences
    still_open = homes[homes["end_date"].isna()]
    assert still_open["child"].duplicated().any()
    assert (homes["suitability_code"] == "UNKNOWN").any()
    assert homes["start_date"].isna().any()
    assert not world.children["child"].isin(homes["child"]).all()
    never = homes["accommodation_type_code"].isin(("NO_FIXED_ABODE", "UNKNOWN"))
    assert (homes.loc[never, "suitability_code"] == "SUITABLE").any()
    assert not homes["is_primary"].all()


def test_orders_end_twice_in_a_quarter_run_on_and_start_at_18(world):
    programmes = world.programmes
    ended = programmes[programmes["end_date"].notna()]
    quarter = ended["end_date"].dt.to_period("Q")
    assert ended.assign(q=quarter).duplicated(["child", "q"]).any()
    assert programmes["end_date"].isna().any()
    assert (age_at(world, programmes, "start_date") == 18).any()
    turned = (age_at(world, ended, "end_date") == 18) & (
        age_at(world, ended, "start_date") == 17
    )
    assert turned.any()


def test_custody_has_two_parts_or_one(world):
    kinds = set(world.programmes["disposal_type_code"])
    parts = {"DTO_CUSTODY", "DTO_LICENCE", "SECTION_250_CUSTODY", "SECTION_250_LICENCE"}
    assert parts | {"SECTION_250"} <= kinds
    assert {"PREVENTION", "TURNAROUND", "COURT_FINE_SUPPORT"} <= kinds
    assert {"REPRIMAND", "DRUG_TREATMENT_AND_TESTING_ORDER"} <= kinds


@pytest.mark.parametrize(
    ("column", "values"),
    [
        (
            "legal_outcome_code",
            {
                "REPRIMAND", "DRUG_TREATMENT_AND_TESTING_ORDER", "BIND_OVER", "FINE",
                "SECTION_90_91_DETENTION", "BREACH_PROVED_ORDER_CONTINUES",
                "BREACH_OF_SUPERVISION_RETURN_TO_CUSTODY", "COSTS", "WITHDRAWN",
                "COMMUNITY_RESOLUTION_WITH_YOT_INTERVENTION", "NOT_GUILTY",
            },
        ),
        ("main_or_other_code", {"MAIN", "OTHER", "TIC"}),
        ("residence_status_code", {"LOCAL", "OTHER"}),
        (
            "appeal_status",
            {
                "", "Changed on appeal", "Result of appeal successful",
                "Result of appeal unsuccessful",
            },
        ),
        ("cms_legal_outcome", {"Outcome 22", "~Outcome 22", "Outcome 23"}),
    ],
)  # fmt: skip
def test_outcomes_of_every_kind_occur(world, column, values):
    assert values <= set(world.outcomes[column])


def test_interim_codes_come_only_from_april_2025(world):
    outcomes = world.outcomes
    interim = outcomes["legal_outcome_code"].isin(
        ("REPRIMAND", "DRUG_TREATMENT_AND_TESTING_ORDER")
    )
    assert outcomes.loc[interim, "outcome_date"].min() >= pd.Timestamp("2025-04-01")


def test_some_are_first_heard_at_18_and_some_sentenced_at_18_but_heard_at_17(world):
    offences = world.offences
    assert (offences["age_on_first_hearing"] == 18).any()
    rows = world.outcomes.merge(
        offences[["offence_id", "age_on_first_hearing"]], on="offence_id"
    )
    grown = age_at(world, rows, "outcome_date") == 18
    assert (grown & (rows["age_on_first_hearing"] == 17)).any()


def test_an_offence_can_be_sentenced_again_after_a_breach(world):
    outcomes = world.outcomes
    main = outcomes[outcomes["main_or_other_code"] == "MAIN"]
    again = main.duplicated(["offence_id"])
    assert again.any()
    assert (world.offences["offence_category_code"] == "BREACH_OF_BAIL").any()


def test_transfers_out_fall_on_the_last_day_of_a_programme(world):
    transfers = world.transfers
    out = transfers[transfers["transfer_code"] == "TRANSFER_OUT"]
    ends = world.programmes.set_index("programme_id")["end_date"]
    assert len(out) > 0
    assert (ends.loc[out["transfer_id"]].to_numpy() == out["transfer_date"]).all()


def test_orders_have_terms_in_the_units_of_the_court_and_fines_have_none(world):
    outcomes = world.outcomes.set_index("legal_outcome_code")
    parts = outcomes[["term_days", "term_weeks", "term_months", "term_years"]]
    split = parts[(parts["term_years"] > 0) & (parts["term_months"] > 0)]
    assert len(split)
    assert parts.loc["DETENTION_AND_TRAINING_ORDER", "term_months"].between(4, 24).all()
    assert (parts.loc["YOUTH_CONDITIONAL_CAUTION", "term_weeks"] > 0).all()
    assert (parts.loc["FINE"] == 0).all(axis=None)
