with

offences as (

    select * from {{ ref('int_case__offences') }}

),

categories as (

    select * from {{ ref('offence_categories') }}

),

gravity_scores as (

    select * from {{ ref('gravity_scores') }}

),

-- the score in the record counts; the working table only fills gaps
scores as (

    select
        cjs_code,
        coalesce(valid_from, date '0001-01-01') as from_date,
        coalesce(valid_to, date '9999-12-31') as to_date,
        max(score) as score
    from gravity_scores
    where cjs_code is not null
    group by all

),

scored as (

    select
        -- ids
        offences.service,
        offences.ypid,
        offences.offence_id,

        -- codes
        offences.offence_category_code,

        -- measures
        coalesce(offences.seriousness_score, scores.score) as seriousness_score,

        -- flags
        categories.code is not null as is_known_category,
        coalesce(categories.is_breach = 'YES', false) as is_breach,
        coalesce(
            categories.is_serious_violence_category = 'YES'
            and coalesce(offences.seriousness_score, scores.score) between 5 and 8,
            false
        ) as is_serious_violence
    from offences
    left join categories on offences.offence_category_code = categories.code
    left join scores
        on
            offences.cjs_code = scores.cjs_code
            and offences.offence_date between scores.from_date and scores.to_date

)

select * from scored
