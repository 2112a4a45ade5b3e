with

keys as (

    select * from {{ ref('int_measures__record_keys') }}

),

persons as (

    select * from {{ ref('int_case__persons') }}

),

offences as (

    select * from {{ ref('int_case__offences') }}

),

outcomes as (

    select * from {{ ref('int_case__legal_outcomes') }}

),

programmes as (

    select * from {{ ref('int_case__programmes') }}

),

-- the facts of a record that decide, in codes, numbers and dates; never a name
joined as (

    select
        keys.*,
        persons._supplier as supplier,
        persons._entity as person_entity,
        persons._file_sha256 as person_file,
        persons._row_number as person_row,
        'age ' || keys.age as person_fact,
        offences._entity as offence_entity,
        offences._file_sha256 as offence_file,
        offences._row_number as offence_row,
        concat_ws(
            ', ',
            offences.offence_category_code,
            'score ' || offences.seriousness_score,
            'committed ' || offences.offence_date
        ) as offence_fact,
        outcomes._entity as outcome_entity,
        outcomes._file_sha256 as outcome_file,
        outcomes._row_number as outcome_row,
        concat_ws(
            ', ',
            outcomes.legal_outcome_code,
            case
                when keys.counted_as != outcomes.legal_outcome_code
                    then 'counted as ' || keys.counted_as
            end,
            outcomes.outcome_date::varchar,
            'residence '
            || coalesce(nullif(outcomes.residence_status_code, ''), 'not stated'),
            'appeal ' || nullif(outcomes.appeal_status, '')
        ) as outcome_fact,
        programmes._entity as programme_entity,
        programmes._file_sha256 as programme_file,
        programmes._row_number as programme_row,
        concat_ws(
            ', ',
            programmes.disposal_type_code,
            {{ span_text('programmes.start_date', 'programmes.end_date') }}
        ) as programme_fact
    from keys
    inner join persons
        on keys.service = persons.service and keys.ypid = persons.ypid
    left join offences
        on
            keys.service = offences.service
            and keys.ypid = offences.ypid
            and keys.offence_id = offences.offence_id
    left join outcomes
        on
            keys.service = outcomes.service
            and keys.ypid = outcomes.ypid
            and keys.offence_id = outcomes.offence_id
            and keys.outcome_number = outcomes.outcome_number
    left join programmes
        on
            keys.service = programmes.service
            and keys.ypid = programmes.ypid
            and keys.programme_id = programmes.programme_id

),

-- the verdict stands on the record that brought the unit into the figure
case_records as (

    select
        calculation_id,
        service,
        quarter,
        topic,
        '' as point,
        unit_id,
        supplier,
        unnest([person_entity, offence_entity, outcome_entity, programme_entity])
            as entity,
        unnest([person_file, offence_file, outcome_file, programme_file])
            as file_sha256,
        unnest([person_row, offence_row, outcome_row, programme_row]) as row_number,
        unnest([person_fact, offence_fact, outcome_fact, programme_fact]) as fact,
        unnest([
            null,
            case when topic in ('proven_offence', 'reoffence') then verdict end,
            case when topic = 'cohort' then verdict end,
            case when topic in ('order', 'out_of_court') then verdict end
        ]) as verdict
    from joined

)

select distinct * from case_records
where file_sha256 is not null
