"""What of the truth is known on a given day belongs here.

Nothing is decided: later starts are left out, later ends are still open.
"""

from dataclasses import fields, replace

import pandas as pd

from simulation.world import World

# table: (columns that say when a row becomes known, columns blanked when still to come)
DATES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "moves": (("start_date",), ("end_date",)),
    "residences": (("start_date",), ("end_date",)),
    "ete": (("start_date",), ("end_date",)),
    "send": (("start_date",), ("end_date",)),
    "care": (("start_date",), ("end_date",)),
    "mental_health": (
        ("screened_date",),
        ("referred_date", "offered_date", "attended_start_date", "attended_end_date"),
    ),
    "substance_misuse": (
        ("screened_date",),
        ("referred_date", "offered_date", "attended_start_date", "attended_end_date"),
    ),
    "offences": (("offence_date",), ("arrest_date",)),
    "outcomes": (("outcome_date",), ()),
    "hearings": (("hearing_date",), ()),
    "programmes": (("start_date",), ("end_date",)),
    "victims": (
        (),
        (
            "contact_date",
            "progress_requested_date",
            "progress_provided_date",
            "engaged_rj_start",
            "engaged_rj_end",
        ),
    ),
    "transfers": (("transfer_date",), ()),
    "assessments": (("assessment_date",), ()),
    "lac_spells": (("start_date",), ("end_date",)),
    "schools": (("start_date",), ("end_date",)),
    "exclusions": (("start_date",), ()),
    "police_contacts": (
        ("offence_date",),
        ("outcome_date", "arrested_at", "released_at"),
    ),
    "health_referrals": (("referral_date",), ("end_date",)),
    "health_contacts": (("contact_at",), ()),
}
# table: (its id, the table in which that id must be known)
PARENTS = {
    "outcomes": (("offence_id", "offences"),),
    "hearing_offences": (("hearing_id", "hearings"), ("offence_id", "offences")),
    "programme_offences": (
        ("programme_id", "programmes"),
        ("offence_id", "offences"),
    ),
    "victims": (("victim_intervention_id", "victim_offences"),),
}


def keep_known(world: World, day: pd.Timestamp) -> World:
    """Return the world as known at the end of a day.

    A row is known from its start; a row without a start is known with its child.
    Links are known once both sides are; victims once the outcome is.
    """
    tables = {
        name: _keep_rows(getattr(world, name), day, *DATES[name]) for name in DATES
    }
    decided = tables["outcomes"]["offence_id"]
    links = world.victim_offences
    tables["victim_offences"] = links[links["offence_id"].isin(decided)]
    for name, parents in PARENTS.items():
        table = tables.get(name, getattr(world, name))
        for key, parent in parents:
            table = table[table[key].isin(tables[parent][key])]
        tables[name] = table
    tables["programmes"] = _hide_completion(tables["programmes"])
    tables["police_contacts"] = _hide_outcomes(tables["police_contacts"])
    return replace(
        world,
        **{name: table.reset_index(drop=True) for name, table in tables.items()},
    )


def keep_children(world: World, children: pd.Series) -> World:
    """Return the world of some children only."""
    tables = {
        field.name: getattr(world, field.name)
        for field in fields(world)
        if field.name != "other_children" and len(getattr(world, field.name))
    }
    return replace(
        world,
        **{
            name: table[table["child"].isin(children)] for name, table in tables.items()
        },
    )


def _keep_rows(
    table: pd.DataFrame,
    day: pd.Timestamp,
    starts: tuple[str, ...],
    later: tuple[str, ...],
) -> pd.DataFrame:
    if table.empty:
        return table
    next_day = day + pd.Timedelta(days=1)
    for column in starts:
        table = table[~(table[column] >= next_day)]
    hidden = {column: table[column].where(table[column] < next_day) for column in later}
    return table.assign(**hidden)


def _hide_completion(programmes: pd.DataFrame) -> pd.DataFrame:
    ended = programmes["end_date"].notna()
    known = programmes["is_successfully_completed"].where(ended)
    return programmes.assign(is_successfully_completed=known)


def _hide_outcomes(contacts: pd.DataFrame) -> pd.DataFrame:
    """Blank what follows from an arrest or an outcome that is still to come."""
    held = contacts["arrested_at"].notna()
    return contacts.assign(
        outcome_type=contacts["outcome_type"].where(
            contacts["outcome_date"].notna(), 0
        ),
        custody_id=contacts["custody_id"].where(held, 0),
        arrest_reason=contacts["arrest_reason"].where(held, ""),
        custody_disposal=contacts["custody_disposal"].where(held, ""),
    )
