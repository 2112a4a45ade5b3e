with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

catalogue as (

    select * from {{ ref('rule_settings') }}

),

parameters as (

    select * from {{ ref('rule_parameters') }}
    where rule_version = '*'

),

unnested as (

    select
        calculation_id,
        rule_version,
        unnest(map_keys(settings)) as setting_key,
        unnest(map_values(settings)) as setting_value
    from calculations

),

rule_settings as (

    select
        -- ids
        unnested.calculation_id,
        unnested.rule_version,
        unnested.setting_key,

        -- texts
        unnested.setting_value,
        parameters.setting_value as default_value,
        catalogue.meaning,
        catalogue.clause,

        -- flags
        coalesce(unnested.setting_value = parameters.setting_value, false)
            as is_default
    from unnested
    inner join catalogue on unnested.setting_key = catalogue.setting_key
    left join parameters on unnested.setting_key = parameters.setting_key

)

select * from rule_settings
