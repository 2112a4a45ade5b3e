with

codes as (

    select * from {{ ref('stg_control__codes') }}

),

-- a system may send the code, the text, or either
keyed as (

    select
        *,
        unnest(
            list_distinct(
                list_filter(
                    [upper(trim(source_code)), upper(trim(source_text))],
                    lambda source_key: source_key != ''
                )
            )
        ) as source_key
    from codes

),

system_codes as (

    select
        supplier,
        code_list,
        source_key,
        -- the one empty code is the appeal status "no appeal"
        coalesce(national_code, '') as national_code,
        coalesce(flag = 'interim', false) as is_interim,
        coalesce(flag = 'known_false', false) as is_known_false,
        coalesce(valid_from, date '0001-01-01') as valid_from,
        coalesce(valid_to, date '9999-12-31') as valid_to
    from keyed

)

select * from system_codes
