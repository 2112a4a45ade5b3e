with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

recorded as (

    select * from {{ ref('int_orders__units') }}

),

case_systems as (

    select * from {{ ref('stg_control__case_systems') }}

),

descriptions as (

    select * from {{ ref('int_switch__descriptions') }}

),

-- a quarter uses what was said by its end: once a case system, as it may be asked again
units as (

    select
        recorded.* replace (
            coalesce(genders.code, recorded.gender_code) as gender_code,
            coalesce(origins.code, recorded.ethnicity_code) as ethnicity_code
        ),
        {{ quarter_label('case_systems.valid_from') }} as first_quarter,
        {{ quarter_label("case_systems.valid_to + 1 - interval '3 months'") }}
            as last_quarter
    from recorded
    cross join case_systems
    left join descriptions as genders
        on
            genders.attribute = 'gender'
            and recorded.service = genders.service
            and recorded.ypid = genders.ypid
            and case_systems.valid_from
            between genders.valid_from and genders.valid_to
    left join descriptions as origins
        on
            origins.attribute = 'ethnicity'
            and recorded.service = origins.service
            and recorded.ypid = origins.ypid
            and case_systems.valid_from
            between origins.valid_from and origins.valid_to

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
        units.first_quarter,
        units.last_quarter,
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
        first_quarter,
        last_quarter,
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
