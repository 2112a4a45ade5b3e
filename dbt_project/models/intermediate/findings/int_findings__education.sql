with

ete_statuses as (

    select
        ete_statuses.*,
        provision_types.code is not null as is_known_type,
        coalesce(ete_statuses.provision_type_code = 'NONE', false) as is_none
    from {{ ref('int_case__ete_statuses') }} as ete_statuses
    left join {{ ref('ete_provision_types') }} as provision_types
        on ete_statuses.provision_type_code = provision_types.code

),

findings as (

    {{ finding(
        'DQ-ETE-CODE', 'ypid', 'provision type', 'ete_statuses', 'not is_known_type'
    ) }}
    union all
    {{ finding(
        'DQ-ETE-SUITABILITY-NULL', 'ypid', 'education suitability', 'ete_statuses',
        "coalesce(suitability_code, '') = ''"
    ) }}
    union all
    {{ finding(
        'DQ-ETE-SUITABILITY-CODE', 'ypid', 'education suitability', 'ete_statuses',
        "suitability_code not in ('SUITABLE', 'UNSUITABLE', 'UNKNOWN', '')"
    ) }}
    union all
    {{ finding(
        'DQ-ETE-HOURS-NULL', 'ypid', 'hours offered', 'ete_statuses',
        'hours_offered is null and not is_none'
    ) }}
    union all
    -- a week has 168 hours
    {{ finding(
        'DQ-ETE-HOURS-RANGE', 'ypid', 'hours', 'ete_statuses',
        'hours_offered not between 0 and 168 or hours_attended not between 0 and 168'
    ) }}
    union all
    {{ finding(
        'DQ-ETE-HOURS-OVER', 'ypid', 'hours attended', 'ete_statuses',
        'hours_attended > hours_offered'
    ) }}
    union all
    {{ finding(
        'DQ-ETE-NONE-HOURS', 'ypid', 'hours', 'ete_statuses',
        'is_none and (hours_offered > 0 or hours_attended > 0)'
    ) }}
    union all
    {{ finding(
        'DQ-ETE-ZERO-HOURS', 'ypid', 'hours offered', 'ete_statuses',
        'hours_offered = 0 and is_known_type and not is_none'
    ) }}

)

select * from findings
