with

persons as (

    select * from {{ ref('int_case__persons') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

ethnicities as (

    select * from {{ ref('dim_ethnicities') }}

),

-- a child recorded twice is described by the record that says most
described as (

    select
        case_children.child_id,
        persons.*
    from persons
    inner join case_children
        on
            persons.service = case_children.service
            and persons.ypid = case_children.ypid
    qualify
        row_number() over (
            partition by case_children.child_id
            order by
                persons.birth_date is null asc,
                coalesce(persons.sex_code, '0') in ('0', '9') asc,
                persons.service asc,
                persons.ypid asc
        ) = 1

),

aged as (

    select
        described.*,
        {{ completed_years('described.birth_date', 'run_dates.run_date') }} as age
    from described
    cross join run_dates

),

children as (

    select
        -- ids
        aged.child_id,

        -- codes
        aged.service,
        aged.sex_code,
        aged.sex_recorded,
        case aged.sex_code
            when '1' then 'Male'
            when '2' then 'Female'
            when '9' then 'Not specified'
            else 'Not known'
        end as sex_name,
        aged.ethnicity_code,
        aged.ethnicity_recorded,
        coalesce(ethnicities.ethnicity_name, 'Not known') as ethnicity_name,
        coalesce(ethnicities.ethnicity_group, 'Information not obtainable')
            as ethnicity_group,

        -- measures: a year and a band, never a birth date
        cast(year(aged.birth_date) as integer) as birth_year,
        case
            when aged.age is null then 'Not known'
            when aged.age < 10 then 'Under 10'
            when aged.age < 15 then '10 to 14'
            when aged.age < 18 then '15 to 17'
            else '18 and over'
        end as age_band
    from aged
    left join ethnicities on aged.ethnicity_code = ethnicities.ethnicity_code

)

select * from children
