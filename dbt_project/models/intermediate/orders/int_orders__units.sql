with

persons as (

    select * from {{ ref('int_case__persons') }}

),

-- both readings of cfg.duplicates: calculations pick theirs by is_merged
merged as (

    select
        true as is_merged,
        service,
        ypid,
        min(ypid) over (
            partition by
                service,
                case
                    when is_originating_id_usable and birth_date is not null
                        then 'O' || originating_yot_person_id
                    else 'Y' || ypid
                end,
                birth_date
        ) as unit_id,
        birth_date,
        sex_code,
        gender_code,
        ethnicity_code
    from persons

),

apart as (

    select
        false as is_merged,
        service,
        ypid,
        ypid as unit_id,
        birth_date,
        sex_code,
        gender_code,
        ethnicity_code
    from persons

),

units as (

    select * from merged
    union all
    select * from apart

)

select * from units
