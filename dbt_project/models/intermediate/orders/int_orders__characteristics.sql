with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

units as (

    select * from {{ ref('int_orders__units') }}

),

ethnicities as (

    select * from {{ ref('ethnicity_codes') }}
    where code != 'OTHER_CHINESE_2001'

),

named as (

    select
        calculations.calculation_id,
        units.service,
        units.unit_id,
        units.ypid,
        {{ sex_name('calculations', 'units') }} as sex_name,
        coalesce(
            ethnicities.group_5_plus_1, 'Information not obtainable'
        ) as ethnicity_group
    from units
    inner join calculations
        on units.is_merged = calculations.is_merging_duplicates
    left join ethnicities on units.ethnicity_code = ethnicities.code

),

-- of a child recorded twice the first answer that says something
characteristics as (

    select
        calculation_id,
        service,
        unit_id,
        coalesce(
            min_by(sex_name, ypid) filter (where sex_name != 'Unknown gender'),
            'Unknown gender'
        ) as sex_name,
        coalesce(
            min_by(ethnicity_group, ypid) filter (
                where ethnicity_group != 'Information not obtainable'
            ),
            'Information not obtainable'
        ) as ethnicity_group
    from named
    group by all

)

select * from characteristics
