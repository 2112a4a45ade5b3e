with

records as (

    select * from {{ ref('int_identity__records') }}

),

pupils as (

    select * from {{ ref('int_education__pupils') }}

),

accommodations as (

    select * from {{ ref('stg_case_system__accommodations') }}

),

-- partners hear of a move at different times: where a child lived before counts too
former_postcodes as (

    select
        'school_census' as supplier,
        supplier_person_id,
        {{ postcode_key('postcode') }} as postcode_key
    from pupils
    union
    select
        _supplier as supplier,
        system_person_id as supplier_person_id,
        {{ postcode_key('postcode') }} as postcode_key
    from accommodations

),

postcodes as (

    select
        record_number,
        postcode_key
    from records
    union
    select
        records.record_number,
        former_postcodes.postcode_key
    from former_postcodes
    inner join records
        on
            former_postcodes.supplier = records.supplier
            and former_postcodes.supplier_person_id = records.supplier_person_id

),

known_postcodes as (

    select *
    from postcodes
    where postcode_key is not null

)

select * from known_postcodes
