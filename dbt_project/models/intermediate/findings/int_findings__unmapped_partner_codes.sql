with

nominals as (

    select * from {{ ref('stg_niche__nominals') }}

),

pupils as (

    select * from {{ ref('stg_school_census__pupilonroll') }}

),

looked_after_children as (

    select * from {{ ref('stg_ssda903__header') }}

),

patients as (

    select * from {{ ref('stg_systmone__patients') }}

),

sexes as (

    select
        supplier,
        source_code,
        'sex' as code_list
    from {{ ref('partner_sex_codes') }}

),

ethnicities as (

    select
        supplier,
        source_code,
        'ethnicity' as code_list
    from {{ ref('partner_ethnicity_codes') }}

),

known_codes as (

    select * from sexes
    union all
    select * from ethnicities

),

codes_sent as (

    select
        'niche' as supplier,
        'nominals' as entity,
        niche_nominal_id as unit_id,
        unnest(['sex', 'ethnicity']) as code_list,
        unnest(['SEX', 'SELF_DEFINED_ETHNICITY']) as column_name,
        unnest([sex_source_code, self_defined_ethnicity_code]) as source_code,
        _file_sha256 as file_sha256,
        _row_number as row_number
    from nominals
    union all
    select
        'school_census' as supplier,
        'pupilonroll' as entity,
        school_id || '|' || pupil_table_id as unit_id,
        'sex' as code_list,
        'sex' as column_name,
        sex_source_code as source_code,
        _file_sha256 as file_sha256,
        _row_number as row_number
    from pupils
    union all
    select
        'ssda903' as supplier,
        'header' as entity,
        ssda903_child_id as unit_id,
        unnest(['sex', 'ethnicity']) as code_list,
        unnest(['SEX', 'ETHNIC']) as column_name,
        unnest([sex_source_code, ethnicity_source_code]) as source_code,
        _file_sha256 as file_sha256,
        _row_number as row_number
    from looked_after_children
    union all
    select
        'systmone' as supplier,
        'patients' as entity,
        systmone_patient_id as unit_id,
        'sex' as code_list,
        'Gender' as column_name,
        sex_source_code as source_code,
        _file_sha256 as file_sha256,
        _row_number as row_number
    from patients

),

unmapped as (

    select
        codes_sent.supplier,
        codes_sent.entity,
        codes_sent.unit_id,
        codes_sent.file_sha256,
        codes_sent.row_number,
        codes_sent.column_name
    from codes_sent
    anti join known_codes
        on
            codes_sent.supplier = known_codes.supplier
            and codes_sent.code_list = known_codes.code_list
            and codes_sent.source_code = known_codes.source_code
    where codes_sent.source_code is not null

)

select * from unmapped
