-- Grain: one row per figure that has members but was never written down.
select distinct
    concat_ws(
        ' ',
        members.measure,
        members.breakdown,
        members.quarter,
        members.rule_version,
        members.service
    ) as record_id
from fct_measure_members as members
anti join fct_measures as figures
    on
        members.measure = figures.measure
        and members.rule_version = figures.rule_version
        and members.service = figures.service
        and members.quarter = figures.quarter
        and members.breakdown = figures.breakdown
