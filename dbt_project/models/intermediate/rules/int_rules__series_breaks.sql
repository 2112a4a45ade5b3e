with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

settings as (

    select * from {{ ref('rule_settings') }}

),

measures as (

    select * from {{ ref('measures') }}

),

-- keys that differ between a version of the series and the one before it
changes as (

    select
        later.calculation_id,
        later.default_from,
        unnest(map_keys(later.settings)) as setting_key,
        later.settings as later_settings,
        earlier.settings as earlier_settings
    from calculations as later
    inner join calculations as earlier on later.default_from = earlier.default_to

),

-- `kpi1*` means kpi1 and kpi1a, not kpi10; `reoff*` all that begins so
concerned as (

    select
        setting_key,
        regexp_replace(
            regexp_replace(
                unnest(string_split(coalesce(measures, ''), ' ')), '([a-z_])\*$', '\1.*'
            ),
            '([0-9])\*$', '\1([a-z_].*)?'
        ) as measure_pattern
    from settings

),

series_breaks as (

    select distinct
        changes.calculation_id,
        measures.measure,
        min(quarters.quarter) over (
            partition by changes.calculation_id
        ) as quarter
    from changes
    inner join concerned on changes.setting_key = concerned.setting_key
    inner join measures
        on regexp_full_match(measures.measure, concerned.measure_pattern)
    inner join quarters on changes.default_from <= quarters.start_date
    where
        changes.later_settings[changes.setting_key]
        is distinct from changes.earlier_settings[changes.setting_key]

)

select * from series_breaks
