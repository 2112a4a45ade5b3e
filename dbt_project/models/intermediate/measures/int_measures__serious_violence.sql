with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

proven as (

    select * from {{ ref('int_orders__proven_offences') }}

),

serious_offences as (

    select * from {{ ref('int_orders__offence_scores') }}

),

-- the YJB's code counts an offence id once, whoever's offences have it
shared as (

    select
        proven.calculation_id,
        proven.service,
        proven.quarter,
        proven.offence_id,
        min(proven.ypid) as counted_ypid
    from proven
    inner join calculations
        on proven.calculation_id = calculations.calculation_id
    where {{ behaves_as_code('calculations', 'shared_offence_ids') }}
    group by all

),

offences as (

    select
        proven.calculation_id,
        proven.service,
        proven.quarter,
        proven.ypid || '|' || proven.offence_id as unit_id,
        proven.order_type,
        serious_offences.offence_category_code,
        serious_offences.seriousness_score,
        serious_offences.is_serious_violence
    from proven
    inner join serious_offences
        on
            proven.calculation_id = serious_offences.calculation_id
            and proven.service = serious_offences.service
            and proven.ypid = serious_offences.ypid
            and proven.offence_id = serious_offences.offence_id
    left join shared
        on
            proven.calculation_id = shared.calculation_id
            and proven.service = shared.service
            and proven.quarter = shared.quarter
            and proven.offence_id = shared.offence_id
    where coalesce(shared.counted_ypid, proven.ypid) = proven.ypid

),

serious as (

    select * from offences
    where is_serious_violence

),

members as (

    {{ members('kpi9', "'{}'", 'unit_id', 'true', 'serious') }}
    union all
    {{ members('kpi9a', "'{}'", 'unit_id', 'is_serious_violence', 'offences') }}
    union all
    select
        serious.calculation_id,
        serious.service,
        serious.quarter,
        'kpi9c' as measure,
        {{ breakdown({'category': 'categories.category'}) }} as breakdown,
        serious.unit_id,
        serious.offence_category_code = categories.category as in_numerator
    from serious
    cross join (
        select unnest(['DRUGS', 'ROBBERY', 'VIOLENCE_AGAINST_THE_PERSON']) as category
    ) as categories
    union all
    select
        serious.calculation_id,
        serious.service,
        serious.quarter,
        'kpi9d' as measure,
        '{"score":' || scores.score || '}' as breakdown,
        serious.unit_id,
        serious.seriousness_score = scores.score as in_numerator
    from serious
    cross join (select unnest([5, 6, 7, 8]) as score) as scores
    union all
    {{ members(
        'kpi9e', breakdown({'order_type': 'order_type'}), 'unit_id',
        'is_serious_violence', 'offences', 'order_type is not null'
    ) }}

)

select * from members
