with

records as (

    select * from {{ ref('int_identity__records') }}

),

links as (

    select * from {{ ref('int_identity__links') }}

),

-- a record of the case system in force is known by its service and its child
case_persons as (

    select * from {{ ref('int_case__persons') }}

),

conflicts as (

    select record_number
    from links
    where is_conflict
    union
    select linked_record_number as record_number
    from links
    where is_conflict

),

without_birth_date as (

    select
        case
            when is_birth_date_unreadable then 'DQ-BIRTH-DATE-UNREADABLE'
            else 'DQ-BIRTH-DATE-MISSING'
        end as finding_code,
        *
    from records
    where birth_date is null

),

-- a birth date that nobody knew is often written as the first day of the year
on_first_january as (

    select
        'DQ-BIRTH-DATE-1-JANUARY' as finding_code,
        *
    from records
    where month(birth_date) = 1 and day(birth_date) = 1

),

in_conflict as (

    select
        'DQ-IDENTITY-CONFLICT' as finding_code,
        records.*
    from records
    inner join conflicts on records.record_number = conflicts.record_number

),

all_findings as (

    select * from without_birth_date
    union all
    select * from on_first_january
    union all
    select * from in_conflict

),

identities as (

    select
        all_findings.finding_code,
        case_persons.service,
        all_findings.supplier,
        all_findings._entity as entity,
        coalesce(case_persons.ypid, all_findings.supplier_person_id) as unit_id,
        all_findings._file_sha256 as file_sha256,
        all_findings._row_number as row_number
    from all_findings
    left join case_persons
        on
            all_findings.supplier = case_persons._supplier
            and all_findings._entity = case_persons._entity
            and all_findings._file_sha256 = case_persons._file_sha256
            and all_findings._row_number = case_persons._row_number

)

select * from identities
