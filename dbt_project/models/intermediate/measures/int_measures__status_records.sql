with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

care_statuses as (

    select
        statuses.*,
        statuses.is_in_headline
        and case calculations.kpi7_point
            when 'end' then statuses.is_at_end else statuses.is_during
        end as is_in_headline_at_point,
        statuses.status_code = 'EH_REFERRAL'
        and statuses.status_start_date <= statuses.end_date as is_referral
    from {{ ref('int_orders__care_statuses') }} as statuses
    inner join calculations
        on statuses.calculation_id = calculations.calculation_id

),

residences as (

    select
        *,
        'accommodation' as topic,
        concat_ws(
            ', ',
            accommodation_type_code,
            suitability_code,
            {{ span_text('from_date', 'to_date') }}
        ) as fact,
        case when is_unsuitable then 'unsuitable' else 'suitable' end as verdict
    from {{ ref('int_orders__residences') }}

),

ete_statuses as (

    select
        *,
        'education' as topic,
        concat_ws(
            ', ',
            provision_type_code,
            suitability_code,
            printf('%g hours offered', hours_offered),
            printf('%g hours attended', hours_attended),
            {{ span_text('from_date', 'to_date') }}
        ) as fact,
        case when is_unsuitable then 'unsuitable' else 'suitable' end as verdict
    from {{ ref('int_orders__ete_statuses') }}

),

send_statuses as (

    select
        *,
        'special_needs' as topic,
        'end' as point,
        concat_ws(
            ', ', record_source, {{ span_text('start_date', 'status_end_date') }}
        ) as fact,
        case
            when is_identified and has_formal_plan then 'need identified, formal plan'
            when is_identified then 'need identified, no formal plan'
            else 'no need identified'
        end as verdict
    from {{ ref('int_orders__send_statuses') }}

),

-- headline is the point that the rule version counts; any is for referrals, which need
-- only a date
pointed_care_statuses as (

    select
        care_statuses.*,
        'care_status' as topic,
        concat_ws(
            ', ',
            care_statuses.record_source,
            'from ' || coalesce(care_statuses.status_start_date::varchar, 'unknown')
        ) as fact,
        care_statuses.status_code as verdict,
        unnest(
            list_filter(
                [
                    case when care_statuses.is_at_start then 'start' end,
                    case when care_statuses.is_at_end then 'end' end,
                    case when care_statuses.is_during then 'during' end,
                    case when care_statuses.is_in_headline_at_point then 'headline' end,
                    case when care_statuses.is_referral then 'referral' end
                ],
                lambda point: point is not null
            )
        ) as point
    from care_statuses

),

health_records as (

    select
        *,
        case kpi when 'kpi4' then 'mental_health' else 'substance_misuse' end as topic,
        '' as point,
        coalesce(intervention_type_code, 'no type') as fact,
        concat_ws(
            ', ',
            case when is_need then 'need' else 'no need' end,
            case when is_in_treatment then 'in treatment at the start' end,
            case when is_offered then 'offered' end,
            case when is_attended then 'attended' end
        ) as verdict
    from {{ ref('int_orders__health_records') }}

),

status_records as (

    {% for relation in [
        'residences', 'ete_statuses', 'send_statuses', 'pointed_care_statuses',
        'health_records',
    ] %}
        select
            calculation_id,
            service,
            quarter,
            topic,
            point,
            unit_id,
            _supplier as supplier,
            _entity as entity,
            _file_sha256 as file_sha256,
            _row_number as row_number,
            fact,
            verdict
        from {{ relation }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

)

select distinct * from status_records
