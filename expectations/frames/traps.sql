-- Grain: one row per trap of section 8 of the counting rules that the quarter is in.
with

headlines as (

    select *
    from fct_measures
    where
        breakdown = '{}'
        and starts_with(measure, 'kpi')
        and quarter = $quarter
        and rule_version = $rules
        and service = $service

)

select
    'T-EXPERIMENTAL' as rule_code,
    quarter as record_id
from headlines
where is_experimental
group by quarter
union all
select
    'T-LOW-BASE' as rule_code,
    measure as record_id
from headlines
where is_low_base
union all
select
    'T-BREAK' as rule_code,
    measure as record_id
from headlines
where is_series_break
union all
select
    'T-COVERAGE' as rule_code,
    supplier || ' ' || code_list as record_id
from fct_mapping_coverage
where unmapped_texts_count > 0
