-- January belongs to the quarter and financial year that began before it, and the
-- school year turns on 1 September: days on either side of each edge
with

dates as (

    select * from {{ ref('dim_dates') }}

),

judged as (

    select
        calendar_date,
        case calendar_date
            when '2024-03-31' then '2023Q4 2023/24 2023/24 false'
            when '2024-04-01' then '2024Q1 2024/25 2023/24 true'
            when '2024-08-31' then '2024Q2 2024/25 2023/24 false'
            when '2024-09-01' then '2024Q2 2024/25 2024/25 false'
            when '2025-01-01' then '2024Q4 2024/25 2024/25 true'
            when '2027-12-28' then '2027Q3 2027/28 2027/28 true'
        end as expected,
        concat_ws(' ', quarter, financial_year, academic_year, is_bank_holiday)
            as found
    from dates

)

select *
from judged
where expected != found
