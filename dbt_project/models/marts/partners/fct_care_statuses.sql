with

case_statuses as (

    select * from {{ ref('int_case__care_statuses') }}

),

social_care_statuses as (

    select * from {{ ref('int_social_care__care_statuses') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

salt as (

    select * from {{ ref('int_identity__salt') }}

),

care_statuses as (

    select * from {{ ref('care_statuses') }}

),

all_statuses as (

    select
        case_children.child_id,
        case_statuses.status_text,
        case_statuses.status_recorded,
        cast(null as varchar) as legal_status_code,
        cast(null as varchar) as placement_code,
        case_statuses.start_date,
        case_statuses.end_date,
        case_statuses._supplier,
        case_statuses._file_sha256,
        case_statuses._row_number
    from case_statuses
    inner join case_children
        on
            case_statuses.service = case_children.service
            and case_statuses.ypid = case_children.ypid
    union all by name
    select
        social_care_statuses.child_id,
        social_care_statuses.status_text,
        social_care_statuses.legal_status_code as status_recorded,
        social_care_statuses.legal_status_code,
        social_care_statuses.placement_code,
        social_care_statuses.start_date,
        social_care_statuses.end_date,
        social_care_statuses._supplier,
        social_care_statuses._file_sha256,
        social_care_statuses._row_number
    from social_care_statuses
    semi join case_children on social_care_statuses.child_id = case_children.child_id

),

statuses as (

    select
        -- ids
        {{ record_key([
            'all_statuses._supplier',
            'all_statuses._file_sha256',
            'all_statuses._row_number'
        ]) }} as care_status_id,
        all_statuses.child_id,

        -- codes
        all_statuses.status_text,
        all_statuses.status_recorded,
        coalesce(care_statuses.code, 'NOT_IN_LIST') as care_status_code,
        all_statuses.legal_status_code,
        all_statuses.placement_code,

        -- dates
        all_statuses.start_date,
        all_statuses.end_date,

        -- lineage
        all_statuses._supplier as supplier
    from all_statuses
    left join care_statuses
        on upper(all_statuses.status_text) = upper(care_statuses.status_text)
    cross join salt

)

select * from statuses
