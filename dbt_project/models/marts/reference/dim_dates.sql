with

bank_holidays as (

    select * from {{ ref('bank_holidays') }}

),

all_days as (

    select cast(series.generate_series as date) as calendar_date
    from generate_series(
        timestamp '2010-01-01', timestamp '2035-12-31', interval 1 day
    ) as series

),

split_days as (

    select
        calendar_date,
        -- financial years start on 1 April, school years on 1 September
        year(calendar_date) - if(month(calendar_date) < 4, 1, 0) as financial_start,
        year(calendar_date) - if(month(calendar_date) < 9, 1, 0) as academic_start
    from all_days

),

dates as (

    select
        -- dates
        split_days.calendar_date,
        cast(date_trunc('month', split_days.calendar_date) as date) as month_start_date,
        cast(date_trunc('quarter', split_days.calendar_date) as date)
            as quarter_start_date,

        -- texts
        {{ quarter_label('split_days.calendar_date') }} as quarter,
        split_days.financial_start
        || '/'
        || right(cast(split_days.financial_start + 1 as varchar), 2) as financial_year,
        split_days.academic_start
        || '/'
        || right(cast(split_days.academic_start + 1 as varchar), 2) as academic_year,
        dayname(split_days.calendar_date) as weekday_name,
        bank_holidays.holiday_name as bank_holiday_name,

        -- measures
        cast(year(split_days.calendar_date) as integer) as calendar_year,
        cast(month(split_days.calendar_date) as integer) as month_number,

        -- flags
        isodow(split_days.calendar_date) > 5 as is_weekend,
        bank_holidays.holiday_date is not null as is_bank_holiday
    from split_days
    left join bank_holidays on split_days.calendar_date = bank_holidays.holiday_date

)

select * from dates
