with

source as (

    select * from {{ source('systmone', 'referrals') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by idreferralin
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

referrals as (

    select
        -- ids
        nullif(trim(idreferralin), '') as referral_id,
        nullif(trim(idpatient), '') as systmone_patient_id,

        -- texts
        nullif(trim(referralreason), '') as referral_reason,
        nullif(trim(serviceoffered), '') as service_offered,

        -- dates
        {{ parse_date('referraldate') }} as referral_date,
        referraldate as referral_date_as_sent,
        {{ parse_date('enddate') }} as end_date,
        enddate as end_date_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from referrals
