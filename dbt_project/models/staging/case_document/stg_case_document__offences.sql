with

source as (

    select * from {{ source('case_document', 'offences') }}

),

offences as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,
        nullif(trim(ypid), '') as ypid,
        nullif(trim(offenceid), '') as offence_id,
        nullif(trim(programmebreachid), '') as programme_breach_id,

        -- texts
        nullif(trim(offencedescription), '') as offence_description,

        -- codes
        upper(nullif(trim(cjscode), '')) as cjs_code,
        upper(nullif(trim(yjboffencecategory), '')) as offence_category_code,
        yjboffencecategory as offence_category_as_sent,

        -- measures
        {{ parse_integer('yjbseriousnessscore') }} as seriousness_score,
        yjbseriousnessscore as seriousness_score_as_sent,
        {{ parse_integer('ageatarrestoroffence') }} as age_at_arrest_or_offence,
        ageatarrestoroffence as age_at_arrest_or_offence_as_sent,
        {{ parse_integer('ageonfirsthearing') }} as age_on_first_hearing,
        ageonfirsthearing as age_on_first_hearing_as_sent,

        -- dates
        {{ parse_date('offencedate') }} as offence_date,
        offencedate as offence_date_as_sent,
        {{ parse_date('arrestdate') }} as arrest_date,
        arrestdate as arrest_date_as_sent,

        -- flags
        {{ parse_boolean('kniferelatedoffence') }} as is_knife_related,
        kniferelatedoffence as is_knife_related_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from source

)

select * from offences
