with

system_persons as (

    select *
    from {{ ref('stg_case_system__persons') }}
    where not coalesce(is_deleted, false)

),

document_persons as (

    select *
    from {{ ref('stg_case_document__persons') }}
    qualify
        row_number() over (
            partition by service, ypid
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

nominals as (

    select * from {{ ref('stg_niche__nominals') }}

),

pupils as (

    select *
    from {{ ref('int_education__pupils') }}
    qualify
        row_number() over (
            partition by supplier_person_id
            order by
                _extract_date desc,
                is_on_roll desc,
                school_id asc,
                pupil_table_id asc
        ) = 1

),

looked_after_children as (

    select * from {{ ref('stg_ssda903__header') }}

),

patients as (

    select * from {{ ref('stg_systmone__patients') }}

),

persons as (

    select
        _supplier as supplier,
        system_person_id as supplier_person_id,
        system_person_id as case_person_id,
        previous_person_id,
        originating_yot_person_id,
        nhs_number,
        upn,
        education_number,
        pnc_number,
        surname,
        forename,
        birth_date,
        postcode,
        is_birth_date_unreadable,
        _file_sha256,
        _row_number,
        _entity
    from system_persons
    union all by name
    select
        'case_document' as supplier,
        service || '|' || ypid as supplier_person_id,
        current_yot_id as case_person_id,
        originating_yot_person_id,
        pnc_number,
        birth_date,
        is_birth_date_unreadable,
        _extract_date as known_on,
        _file_sha256,
        _row_number,
        'persons' as _entity
    from document_persons
    union all by name
    select
        'niche' as supplier,
        niche_nominal_id as supplier_person_id,
        pnc_number,
        surname,
        -- the police write all forenames in one column; the first is compared
        split_part(forenames, ' ', 1) as forename,
        birth_date,
        postcode,
        is_birth_date_unreadable,
        _file_sha256,
        _row_number,
        'nominals' as _entity
    from nominals
    union all by name
    select
        'school_census' as supplier,
        supplier_person_id,
        upn,
        education_number,
        surname,
        forename,
        birth_date,
        postcode,
        is_birth_date_unreadable,
        _file_sha256,
        _row_number,
        _entity
    from pupils
    union all by name
    select
        'ssda903' as supplier,
        ssda903_child_id as supplier_person_id,
        upn,
        birth_date,
        is_birth_date_unreadable,
        _file_sha256,
        _row_number,
        'header' as _entity
    from looked_after_children
    union all by name
    select
        'systmone' as supplier,
        systmone_patient_id as supplier_person_id,
        nhs_number,
        surname,
        forename,
        birth_date,
        postcode,
        is_birth_date_unreadable,
        _file_sha256,
        _row_number,
        'patients' as _entity
    from patients

)

select * from persons
