with

gravity_scores as (

    select * from {{ ref('gravity_scores') }}

),

categories as (

    select * from {{ ref('offence_categories') }}

),

-- an offence whose code is not in the list of scores still has a category
types as (

    select
        cjs_code as offence_type_id,
        cjs_code,
        offence as offence_name,
        category as offence_category_code,
        cast(score as integer) as gravity_score,
        valid_from,
        valid_to
    from gravity_scores
    where cjs_code is not null
    union all by name
    select
        code as offence_type_id,
        label as offence_name,
        code as offence_category_code
    from categories

),

offence_types as (

    select
        -- ids
        types.offence_type_id,

        -- codes
        types.cjs_code,
        types.offence_name,
        types.offence_category_code,
        categories.label as offence_category_name,

        -- measures
        types.gravity_score,

        -- dates
        types.valid_from,
        cast(types.valid_to + 1 as date) as valid_to,

        -- flags
        coalesce(categories.is_breach = 'YES', false) as is_breach,
        coalesce(
            categories.is_serious_violence_category = 'YES', false
        ) as is_serious_violence_category
    from types
    left join categories on types.offence_category_code = categories.code

)

select * from offence_types
