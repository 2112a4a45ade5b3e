with

codes as (

    select * from {{ ref('ethnicity_codes') }}

),

ethnicities as (

    select
        -- codes
        code as ethnicity_code,
        label as ethnicity_name,
        group_5_plus_1 as ethnicity_group,
        dfe_code,
        police_code,
        nhs_code,

        -- dates
        valid_from,
        cast(valid_to + 1 as date) as valid_to
    from codes

)

select * from ethnicities
