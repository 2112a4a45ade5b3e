with

run_date as (

    select * from {{ ref('int_case__run_date') }}

),

programmes as (

    select * from {{ ref('int_case__programmes') }}

),

-- an order keeps a case open from its first day to its last; a status left open, such
-- as an address, does not: it would bring back every child that was ever known
programme_days as (

    select
        programmes.service,
        programmes.ypid,
        programmes.start_date as first_day,
        coalesce(programmes.end_date, run_date.run_date) as last_day
    from programmes
    cross join run_date

),

event_days as (
    {% for model, columns in {
        'programmes': ['start_date', 'end_date'],
        'offences': ['offence_date', 'arrest_date'],
        'legal_outcomes': ['outcome_date'],
        'hearings': ['hearing_date'],
        'residences': ['start_date', 'end_date'],
        'ete_statuses': ['start_date', 'end_date'],
        'send_statuses': ['start_date', 'end_date'],
        'care_statuses': ['start_date', 'end_date'],
        'transfers': ['transfer_date'],
        'mental_health': [
            'screened_date', 'referred_date', 'offered_date',
            'attended_start_date', 'attended_end_date'
        ],
        'substance_misuse': [
            'screened_date', 'referred_date', 'offered_date',
            'attended_start_date', 'attended_end_date'
        ],
        'victim_interventions': [
            'contact_date', 'progress_requested_date', 'progress_provided_date',
            'engaged_rj_start_date', 'engaged_rj_end_date'
        ],
        'assessments': ['assessment_date'],
    }.items() %}
        select
            service,
            ypid,
            unnest([{{ columns | join(', ') }}]) as first_day
        from {{ ref('int_case__' ~ model) }}
        {% if not loop.last %}union all{% endif %}
    {%- endfor %}

),

active_days as (

    select
        service,
        ypid,
        first_day,
        last_day
    from programme_days
    where first_day <= last_day
    union
    select
        service,
        ypid,
        first_day,
        first_day as last_day
    from event_days
    where first_day is not null

)

select * from active_days
