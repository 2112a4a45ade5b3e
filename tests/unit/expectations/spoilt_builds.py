"""For each rule on figures, a change to a good build that breaks it, and only its kind."""

from tests.fixtures.builds.making import finding

THIS = "quarter = '2024Q2' and measure ="
KPI1 = f"update fct_measures set {{0}} where {THIS} 'kpi1' and breakdown = '{{{{}}}}'"
MEMBERS = f"delete from fct_measure_members where {THIS}"

STRUCTURE = {
    "M-DUPLICATE": ["insert into fct_measures select * from fct_measures"],
    "M-MISSING": [KPI1.format("numerator = null, source = 'CASE_LEVEL'")],
    "M-MEMBER-DUPLICATE": [
        "insert into fct_measure_members select * from fct_measure_members"
    ],
    "M-NUMERATOR": [KPI1.format("numerator = 5")],
    "M-MEMBERS-NUMERATOR": [KPI1.format("numerator = 2")],
    "M-MEMBERS-DENOMINATOR": [KPI1.format("denominator = 5")],
    "M-ORPHAN": [f"delete from fct_measures where {THIS} 'kpi1'"],
    "M-FIGURES": ["delete from fct_measures"],
    "M-OPEN-DATE": [
        "insert into fct_programmes values ('p1|r1', 'Cp1', null, '1900-01-01')"
    ],
}
RETURN = {
    "R-MEASURES": [f"delete from fct_measures where {THIS} 'kpi9'"],
    "R-CHILDREN": ["delete from fct_measure_members"],
    "R-ACCOUNTED": [f"{MEMBERS} 'kpi7' and unit_id = 'p2'"],
    "R-PARTS-NUMERATOR": [KPI1.format("numerator = 2")],
    "R-PARTS-DENOMINATOR": [KPI1.format("denominator = 5")],
    # a change that chance would hardly give needs numbers
    "R-CHANGE": [
        KPI1.format("numerator = 100, denominator = 100"),
        "update fct_measures set numerator = 20, denominator = 100"
        " where quarter = '2024Q1' and measure = 'kpi1' and breakdown = '{}'",
    ],
    "R-VOLUME": [KPI1.format("numerator = 75, denominator = 100")],
    "X-BASES": [
        f"update fct_measures set denominator = 3 where {THIS} 'kpi4a'"
        " and breakdown = '{}'"
    ],
    "X-CASE-LEVEL": ["delete from national_children where ypid = 'p2'"],
    "X-CODE": [
        "insert into fct_measures by name select * replace"
        " ('KPI-newest' as rule_version, 1 as numerator) from fct_measures"
        " where measure = 'kpi1' and breakdown = '{}'"
    ],
    "X-PUBLISHED": [
        "insert into fct_published_figures"
        " values ('Testshire', 'fte', '2024Q2', '12m', 40)"
    ],
    "T-EXPERIMENTAL": [KPI1.format("is_experimental = true")],
    "T-COVERAGE": ["insert into fct_mapping_coverage values ('core_plus', 'sex', 1)"],
    "T-BREAK": [KPI1.format("is_series_break = true")],
}
NOT_LOW = ["update fct_measures set is_low_base = false"]


def spoilt_by_a_finding(code):
    """Return the change that adds a finding of a code to the quarter."""
    return [finding(code, "warning", "2024Q2", 1)]
