with

proven as (

    select * from {{ ref('int_orders__proven_offences') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

offences as (

    select * from {{ ref('int_orders__serious_offences') }}

),

gravity_scores as (

    select * from {{ ref('gravity_scores') }}

),

-- the working table as on the one day that a calculation may name
dated_scores as (

    select
        calculations.calculation_id,
        gravity_scores.cjs_code,
        max(gravity_scores.score) as score
    from calculations
    inner join gravity_scores
        on
            try_cast(calculations.gravity_vintage as date)
            between coalesce(gravity_scores.valid_from, date '0001-01-01')
            and coalesce(gravity_scores.valid_to, date '9999-12-31')
    where gravity_scores.cjs_code is not null
    group by all

),

scored as (

    select
        proven.calculation_id,
        proven.service,
        proven.ypid,
        proven.offence_id,
        offences.offence_category_code,
        offences.is_serious_violence_category
        and (
            offences.is_category_as_listed
            or not {{ behaves_as_code('calculations', 'exact_text') }}
        ) as is_serious_violence_category,
        coalesce(
            offences.recorded_score,
            case calculations.gravity_vintage
                when 'offence_date' then offences.score_on_offence_date
                else dated_scores.score
            end
        ) as seriousness_score
    from proven
    inner join calculations
        on proven.calculation_id = calculations.calculation_id
    inner join offences
        on
            proven.service = offences.service
            and proven.ypid = offences.ypid
            and proven.offence_id = offences.offence_id
    left join dated_scores
        on
            proven.calculation_id = dated_scores.calculation_id
            and offences.cjs_code = dated_scores.cjs_code

),

offence_scores as (

    select
        -- ids
        calculation_id,
        service,
        ypid,
        offence_id,

        -- codes
        offence_category_code,

        -- measures
        seriousness_score,

        -- flags
        coalesce(
            is_serious_violence_category and seriousness_score between 5 and 8, false
        ) as is_serious_violence
    from scored

)

select * from offence_scores
