with

persons as (

    select * from {{ ref('int_case__persons') }}

),

-- every date of a child's records that cannot lie before the child was born
dates as (

    {% for relation, id, columns in [
        ('int_case__offences', 'offence_id', ['offence_date', 'arrest_date']),
        ('int_case__legal_outcomes', 'offence_id', ['outcome_date']),
        ('int_case__hearings', 'hearing_id', ['hearing_date']),
        ('int_case__programmes', 'programme_id', ['start_date', 'end_date']),
        ('int_case__transfers', none, ['transfer_date']),
        ('int_case__residences', none, ['start_date', 'end_date']),
        ('int_case__ete_statuses', none, ['start_date', 'end_date']),
        ('int_case__send_statuses', none, ['start_date', 'end_date']),
        ('int_case__care_statuses', none, ['start_date', 'end_date']),
        ('int_case__mental_health', none, ['screened_date', 'offered_date']),
        ('int_case__substance_misuse', none, ['screened_date', 'offered_date']),
    ] %}
        select
            service,
            ypid,
            ypid{% if id %} || '|' || {{ id }}{% endif %} as unit_id,
            unnest([
                {% for column in columns %}
                    '{{ column | replace('_', ' ') }}'{% if not loop.last %},{% endif %}
                {% endfor %}
            ]) as date_name,
            unnest([{{ columns | join(', ') }}]) as given_date,
            _supplier,
            _entity,
            _file_sha256,
            _row_number
        from {{ ref(relation) }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

before_birth as (

    select dates.*
    from dates
    inner join persons
        on dates.service = persons.service and dates.ypid = persons.ypid
    where dates.given_date < persons.birth_date

),

-- the records that are open from a day to a day
spans as (

    {% for relation, from_column, to_column in [
        ('int_case__residences', 'start_date', 'end_date'),
        ('int_case__ete_statuses', 'start_date', 'end_date'),
        ('int_case__send_statuses', 'start_date', 'end_date'),
        ('int_case__care_statuses', 'start_date', 'end_date'),
        ('int_case__mental_health', 'attended_start_date', 'attended_end_date'),
        ('int_case__substance_misuse', 'attended_start_date', 'attended_end_date'),
    ] %}
        select
            service,
            ypid,
            {{ from_column }} as from_date,
            {{ to_column }} as to_date,
            '{{ from_column }}' = 'start_date' as is_status,
            _supplier,
            _entity,
            _file_sha256,
            _row_number
        from {{ ref(relation) }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

findings as (

    select
        'DQ-DATE-BEFORE-BIRTH' as finding_code,
        service,
        cast(null as varchar) as quarter,
        unit_id,
        date_name as column_name,
        cast(null as varchar) as detail,
        _supplier as supplier,
        _entity as entity,
        _file_sha256 as file_sha256,
        _row_number as row_number
    from before_birth
    union all
    {{ finding(
        'DQ-STATUS-END-BEFORE-START', 'ypid', 'end date',
        'spans', 'to_date < from_date'
    ) }}
    union all
    {{ finding(
        'DQ-STATUS-START-NULL', 'ypid', 'start date',
        'spans', 'is_status and from_date is null'
    ) }}

)

select * from findings
