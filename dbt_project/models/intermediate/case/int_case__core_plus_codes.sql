with

codes as (

    select * from {{ ref('core_plus_codes') }}

),

core_plus_codes as (

    select
        code_list,
        upper(trim(source_text)) as source_key,
        -- the one empty code is the appeal status "no appeal"
        coalesce(national_code, '') as national_code,
        is_interim,
        coalesce(valid_from, date '0001-01-01') as valid_from,
        coalesce(valid_to, date '9999-12-31') as valid_to
    from codes

)

select * from core_plus_codes
