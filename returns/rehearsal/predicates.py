"""What each rule of ``rules/migration_rules`` asks of a difference, as SQL.

One condition a rule belongs here, over the columns of ``rehearsal.weighed``. What a
rule is called and what follows from it belongs to the seed; a difference that no
condition holds of is unexplained.
"""

# shorter than any return asks back: reoffending looks back two years, and a child of
# 17 who is left behind for three is of age
LEFT_BEHIND_YEARS = 3
NO_DATE = r"^\D*(1900-0?1-0?1|0?1/0?1/1900|0?1-jan-1900)\b"
# from 4 to 12 months the calendar is at most two days off months of equal length
TERM_SLACK_DAYS = 2
SHORTEST_ROUNDED_DAYS = 28  # what is shorter was never counted in months
DAYS_OF = {"days": 1, "weeks": 7, "months": 365.25 / 12, "years": 365.25}


def plain(column: str) -> str:
    """Return words without case, spaces and signs."""
    return f"regexp_replace(upper(strip_accents({column})), '[^A-Z0-9]', '', 'g')"


def days_of_term(column: str) -> str:
    """Return how many days a term such as ``1 years 6 months`` has."""
    parts = (
        f"coalesce(try_cast(regexp_extract({column}, '(\\d+) {unit}', 1) as int), 0)"
        f" * {days}"
        for unit, days in DAYS_OF.items()
    )
    return f"({' + '.join(parts)})"


PREDICATES = {
    "LEFT-BEHIND": f"""
        kind = 'child_only_old' and not has_open_work
        and last_day < line - interval {LEFT_BEHIND_YEARS} year
    """,
    "AFTER-SWITCH": """
        (kind in ('only_new', 'child_only_new') and happened_on >= line)
        or (kind = 'value' and (
            happened_on >= line
            or (old_value is null and try_cast(new_value as date) >= line)
            or (old_value is null and old_end is null and new_end >= line)
        ))
    """,
    "KEYED-LATE": """
        kind in ('only_old', 'child_only_old') and happened_on >= line
    """,
    "MERGED-PERSON": """
        kind = 'child_merged' and is_one_child
    """,
    "NEVER-HELD": """
        (kind = 'value' and old_value is null and not is_held_by_old)
        or (kind = 'only_new' and not is_held_by_old)
    """,
    "NO-PLACE": """
        (kind = 'value' and new_value is null and not is_held_by_new)
        or (kind = 'only_old' and not is_held_by_new)
    """,
    "DATED-MAPPING": """
        kind = 'value' and is_dated_mapping
    """,
    "TERM-ROUNDING": f"""
        kind = 'value' and column_name = 'term'
        and least(
            {days_of_term("old_value")}, {days_of_term("new_value")}
        ) >= {SHORTEST_ROUNDED_DAYS}
        and abs({days_of_term("old_value")} - {days_of_term("new_value")})
        <= {TERM_SLACK_DAYS}
    """,
    "RECOLLECTED": """
        kind = 'value' and entity = 'persons'
        and column_name in ('ethnicity_code', 'gender_code')
        and new_value is not null and new_updated_on >= line
    """,
    "EMPTY-DATE": f"""
        kind = 'value' and old_value is null and new_value is null
        and (old_sent = '' or regexp_matches(lower(old_sent), '{NO_DATE}'))
        and (new_sent = '' or regexp_matches(lower(new_sent), '{NO_DATE}'))
    """,
    "NUMBER-FORMAT": f"""
        kind = 'value' and form = 'number' and (
            old_number = new_number
            or {plain("old_value")} = {plain("new_value")}
        )
    """,
    "SPELLING": f"""
        kind = 'value' and form = 'words' and {plain("old_value")} != ''
        and {plain("old_value")} = {plain("new_value")}
    """,
}
