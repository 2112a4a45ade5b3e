with

returns as (

    select
        *,
        'case_document' as _supplier,
        'returns' as _entity,
        _landed_at::date as arrival_date
    from {{ ref('int_case__document_returns') }}

),

persons as (

    select * from {{ ref('stg_case_document__persons') }}

),

deletions as (

    select
        *,
        'case_document' as _supplier,
        'returns' as _entity
    from {{ ref('int_case__document_deletions') }}

),

-- every record of a child in a known document, under the identity of its return
sendings as (

    select distinct
        returns.service,
        returns.source_return_id,
        returns.return_start_date,
        returns.return_end_date,
        returns.signoff_date,
        persons.ypid,
        'case_document' as _supplier,
        'persons' as _entity,
        persons._file_sha256,
        persons._row_number
    from returns
    inner join persons
        on
            returns.service = persons.service
            and returns.source_return_id = persons.source_return_id
            and returns._file_sha256 = persons._file_sha256

),

of_one_identity as (

    select *
    from sendings
    qualify
        count(*) over (
            partition by
                service,
                ypid,
                source_return_id,
                return_start_date,
                return_end_date,
                signoff_date
        ) > 1

),

of_nobody as (

    select deletions.*
    from deletions
    anti join sendings
        on deletions.service = sendings.service and deletions.ypid = sendings.ypid

),

findings as (

    {{ finding(
        'DQ-RETURN-PERIOD-NULL', 'cast(null as varchar)', 'period', 'returns',
        'return_start_date is null or return_end_date is null'
    ) }}
    union all
    {{ finding(
        'DQ-RETURN-BACKWARDS', 'cast(null as varchar)', 'period', 'returns',
        'return_end_date < return_start_date'
    ) }}
    union all
    {{ finding(
        'DQ-RETURN-FUTURE', 'cast(null as varchar)', 'period', 'returns',
        'greatest(return_start_date, return_end_date, signoff_date) > arrival_date'
    ) }}
    union all
    {{ finding(
        'DQ-SIGNOFF-NULL', 'cast(null as varchar)', 'sign-off', 'returns',
        'signoff_date is null'
    ) }}
    union all
    {{ finding(
        'DQ-RETURN-TIE', 'ypid', 'sign-off', 'of_one_identity', 'true'
    ) }}
    union all
    {{ finding(
        'DQ-DELETION-UNKNOWN', 'ypid', 'deleted children', 'of_nobody', 'true'
    ) }}

)

select * from findings
