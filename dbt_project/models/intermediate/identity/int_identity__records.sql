with

persons as (

    select * from {{ ref('int_identity__persons') }}

),

records as (

    select
        -- ids
        row_number() over (order by supplier, supplier_person_id) as record_number,
        supplier,
        supplier_person_id,
        case_person_id,
        previous_person_id,
        nullif(originating_yot_person_id, '') as originating_yot_person_id,
        {{ valid_nhs_number('nhs_number') }} as nhs_number,
        {{ valid_upn('upn') }} as upn,
        -- an export may write whole numbers as 142.0; nobody is number 0
        nullif(
            ltrim(regexp_replace(education_number, '\.0*$', ''), '0'), ''
        ) as education_number,
        {{ valid_pnc_number('pnc_number') }} as pnc_number,

        -- people
        {{ name_key('surname') }} as surname_key,
        {{ name_key('forename') }} as forename_key,
        {{ postcode_key('postcode') }} as postcode_key,
        birth_date,
        known_on,

        -- flags
        coalesce(is_birth_date_unreadable, false) as is_birth_date_unreadable,

        -- lineage
        _entity,
        _file_sha256,
        _row_number
    from persons

)

select * from records
