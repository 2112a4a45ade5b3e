with

residences as (

    select
        residences.*,
        accommodation_types.code is not null as is_known_type
    from {{ ref('int_case__residences') }} as residences
    left join {{ ref('accommodation_types') }} as accommodation_types
        on residences.accommodation_type_code = accommodation_types.code

),

care_statuses as (

    select
        statuses.*,
        reference_statuses.code is not null as is_known_status
    from {{ ref('int_case__care_statuses') }} as statuses
    left join {{ ref('care_statuses') }} as reference_statuses
        on upper(trim(statuses.status_text)) = upper(reference_statuses.status_text)

),

send_statuses as (

    select * from {{ ref('int_case__send_statuses') }}

),

findings as (

    {{ finding(
        'DQ-ACC-CODE', 'ypid', 'accommodation type', 'residences', 'not is_known_type'
    ) }}
    union all
    {{ finding(
        'DQ-ACC-SUITABILITY-NULL', 'ypid', 'accommodation suitability',
        'residences', "coalesce(suitability_code, '') = ''"
    ) }}
    union all
    {{ finding(
        'DQ-ACC-SUITABILITY-CODE', 'ypid', 'accommodation suitability', 'residences',
        "suitability_code not in ('SUITABLE', 'UNSUITABLE', 'UNKNOWN', '')"
    ) }}
    union all
    {{ finding(
        'DQ-ACC-PRIMARY-NULL', 'ypid', 'primary residence',
        'residences', 'is_primary is null'
    ) }}
    union all
    {{ finding(
        'DQ-CARE-CODE', 'ypid', 'care status', 'care_statuses', 'not is_known_status'
    ) }}
    union all
    {{ finding(
        'DQ-SEND-NEED-NULL', 'ypid', 'identified need', 'send_statuses',
        "coalesce(identified_code, '') = ''"
    ) }}
    union all
    {{ finding(
        'DQ-SEND-PLAN-NULL', 'ypid', 'formal plan', 'send_statuses',
        "identified_code = 'YES' and coalesce(formal_plan_code, '') = ''"
    ) }}
    union all
    {{ finding(
        'DQ-SEND-CODE', 'ypid', 'identified need', 'send_statuses',
        "identified_code not in ('YES', 'NO', 'UNKNOWN', '')"
    ) }}
    union all
    {{ finding(
        'DQ-SEND-CODE', 'ypid', 'formal plan', 'send_statuses',
        "formal_plan_code not in ('YES', 'NO', 'UNKNOWN', '')"
    ) }}

)

select * from findings
