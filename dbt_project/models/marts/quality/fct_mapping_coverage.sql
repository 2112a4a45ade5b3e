with

texts as (

    select * from {{ ref('int_case__system_texts') }}

),

mapping_coverage as (

    select
        -- ids
        supplier,
        code_list,

        -- measures
        count(*) as rows_count,
        count(national_code) as mapped_rows_count,
        count(distinct case when national_code is null then source_key end)
            as unmapped_texts_count,
        count(*) filter (where is_interim) as interim_rows_count,
        count(*) filter (where is_known_false) as known_false_rows_count,
        cast(100 * count(national_code) / count(*) as double) as mapped_percent
    from texts
    group by supplier, code_list

)

select * from mapping_coverage
