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

-- the working table fills gaps with the score of the day of the offence
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
        offences.cjs_code,

        -- measures
        offences.seriousness_score as recorded_score,
        scores.score as score_on_offence_date,

        -- flags
        categories.code is not null as is_known_category,
        offences.is_category_as_listed,
        coalesce(categories.is_breach = 'YES', false) as is_breach,
        coalesce(categories.is_serious_violence_category = 'YES', false)
            as is_serious_violence_category
    from offences
    left join categories on offences.offence_category_code = categories.code
    left join scores
        on
            offences.cjs_code = scores.cjs_code
            and offences.offence_date between scores.from_date and scores.to_date

)

select * from scored
