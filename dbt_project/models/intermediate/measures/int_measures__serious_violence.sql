with

proven as (

    select * from {{ ref('int_orders__proven_offences') }}

),

serious_offences as (

    select * from {{ ref('int_orders__offence_scores') }}

),

ethnicities as (

    select * from {{ ref('ethnicity_codes') }}

),

offences as (

    select
        proven.calculation_id,
        proven.service,
        proven.quarter,
        proven.unit_id,
        proven.ypid || '|' || proven.offence_id as offence_unit_id,
        proven.order_type,
        serious_offences.offence_category_code,
        serious_offences.seriousness_score,
        serious_offences.is_serious_violence,
        {{ age_band('proven.age', 'proven.kpi9_age_bands') }} as age_band,
        {{ sex_name('proven') }} as sex_name,
        coalesce(
            ethnicities.group_5_plus_1, 'Information not obtainable'
        ) as ethnicity_group
    from proven
    inner join serious_offences
        on
            proven.calculation_id = serious_offences.calculation_id
            and proven.service = serious_offences.service
            and proven.ypid = serious_offences.ypid
            and proven.offence_id = serious_offences.offence_id
    left join ethnicities
        on
            proven.ethnicity_code = ethnicities.code
            and ethnicities.code != 'OTHER_CHINESE_2001'

),

serious as (

    select * from offences
    where is_serious_violence

),

children as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        bool_or(is_serious_violence) as has_serious_violence,
        -- with serious violence at ages of two bands: in both
        list_distinct(list(age_band) filter (where is_serious_violence)) as age_bands,
        min(sex_name) as sex_name,
        min(ethnicity_group) as ethnicity_group
    from offences
    group by all

),

characteristics as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        unnest(
            list_transform(age_bands, lambda band: '{"age":"' || band || '"}')
            || [{{ breakdown({'sex': 'sex_name'}) }}]
            || [{{ breakdown({'ethnicity': 'ethnicity_group'}) }}]
        ) as breakdown
    from children
    where has_serious_violence

),

members as (

    {{ members('kpi9', "'{}'", 'offence_unit_id', 'true', 'serious') }}
    union all
    {{ members('kpi9a', "'{}'", 'offence_unit_id', 'is_serious_violence', 'offences') }}
    union all
    {{ members('kpi9b', "'{}'", 'unit_id', 'has_serious_violence', 'children') }}
    union all
    select
        serious.calculation_id,
        serious.service,
        serious.quarter,
        'kpi9c' as measure,
        {{ breakdown({'category': 'categories.category'}) }} as breakdown,
        serious.offence_unit_id as unit_id,
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
        serious.offence_unit_id as unit_id,
        serious.seriousness_score = scores.score as in_numerator
    from serious
    cross join (select unnest([5, 6, 7, 8]) as score) as scores
    union all
    {{ members(
        'kpi9e', breakdown({'order_type': 'order_type'}), 'offence_unit_id',
        'is_serious_violence', 'offences', 'order_type is not null'
    ) }}
    union all
    select
        answers.calculation_id,
        answers.service,
        answers.quarter,
        'kpi9f' as measure,
        answers.breakdown,
        children.unit_id,
        bool_or(children.unit_id = answers.unit_id) as in_numerator
    from characteristics as answers
    inner join children
        on
            answers.calculation_id = children.calculation_id
            and answers.service = children.service
            and answers.quarter = children.quarter
    where children.has_serious_violence
    group by all

)

select * from members
