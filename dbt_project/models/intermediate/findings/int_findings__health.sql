with

mental_health as (

    select
        records.*,
        types.code is not null as is_known_type
    from {{ ref('int_case__mental_health') }} as records
    left join {{ ref('mh_intervention_types') }} as types
        on records.intervention_type_code = types.code

),

substance_misuse as (

    select
        records.*,
        types.code is not null as is_known_type
    from {{ ref('int_case__substance_misuse') }} as records
    left join {{ ref('sm_intervention_types') }} as types
        on records.intervention_type_code = types.code

),

findings as (

    {{ finding(
        'DQ-MH-CODE', 'ypid', 'intervention type', 'mental_health',
        'intervention_type_code is not null and not is_known_type'
    ) }}
    union all
    {{ finding(
        'DQ-MH-TYPE-NULL', 'ypid', 'intervention type', 'mental_health',
        'intervention_type_code is null and offered_date is not null'
    ) }}
    union all
    {{ finding(
        'DQ-SM-CODE', 'ypid', 'intervention type', 'substance_misuse',
        'intervention_type_code is not null and not is_known_type'
    ) }}
    union all
    {{ finding(
        'DQ-SM-TYPE-NULL', 'ypid', 'intervention type', 'substance_misuse',
        'intervention_type_code is null and offered_date is not null'
    ) }}

)

select * from findings
