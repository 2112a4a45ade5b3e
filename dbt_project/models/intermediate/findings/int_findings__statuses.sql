with

residences as (

    select
        residences.*,
        accommodation_types.code is not null as is_known_type
    from {{ ref('int_case__residences') }} as residences
    left join {{ ref('accommodation_types') }} as accommodation_types
        on residences.accommodation_type_code = accommodation_types.code

),

ete_statuses as (

    select
        ete_statuses.*,
        provision_types.code is not null as is_known_type
    from {{ ref('int_case__ete_statuses') }} as ete_statuses
    left join {{ ref('ete_provision_types') }} as provision_types
        on ete_statuses.provision_type_code = provision_types.code

),

care_statuses as (

    select
        statuses.*,
        reference_statuses.code is not null as is_known_status
    from {{ ref('int_case__care_statuses') }} as statuses
    left join {{ ref('care_statuses') }} as reference_statuses
        on upper(trim(statuses.status_text)) = upper(reference_statuses.status_text)

),

findings as (

    {{ finding(
        'DQ-ACC-CODE', 'warning', 'ypid', "'accommodation type'",
        "'accommodation type is not in the reference: in no group of KPI 1b'",
        'residences', 'not is_known_type'
    ) }}
    union all
    {{ finding(
        'DQ-ACC-SUITABILITY-NULL', 'warning', 'ypid', "'accommodation suitability'",
        "'suitability is blank: the row is left out, as in the YJB calculation'",
        'residences', "coalesce(suitability_code, '') = ''"
    ) }}
    union all
    {{ finding(
        'DQ-ETE-CODE', 'warning', 'ypid', "'provision type'",
        "'provision type is not in the reference'",
        'ete_statuses', 'not is_known_type'
    ) }}
    union all
    {{ finding(
        'DQ-ETE-SUITABILITY-NULL', 'warning', 'ypid', "'education suitability'",
        "'suitability is blank: the row is left out, as in the YJB calculation'",
        'ete_statuses', "coalesce(suitability_code, '') = ''"
    ) }}
    union all
    {{ finding(
        'DQ-CARE-CODE', 'warning', 'ypid', "'care status'",
        "'care status is not in the reference: never counts'",
        'care_statuses', 'not is_known_status'
    ) }}

)

select * from findings
