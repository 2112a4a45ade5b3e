with

victims as (

    select
        *,
        ypid || '|' || victim_intervention_id as intervention_unit_id
    from {{ ref('int_case__victim_interventions') }}

),

links as (

    select * from {{ ref('int_case__victim_offences') }}

),

unlinked as (

    select victims.*
    from victims
    anti join links
        on
            victims.service = links.service
            and victims.ypid = links.ypid
            and victims.victim_intervention_id = links.victim_intervention_id

),

findings as (

    {{ finding(
        'DQ-VICTIM-ID-NULL', 'intervention_unit_id', 'victim id',
        'victims', 'victim_id is null'
    ) }}
    union all
    {{ finding(
        'DQ-VICTIM-CONSENT-NULL', 'intervention_unit_id', 'consent to contact',
        'victims', 'consent_code is null'
    ) }}
    union all
    {{ finding(
        'DQ-VICTIM-ENGAGED-NULL', 'intervention_unit_id', 'engaged',
        'victims', "consent_code = 'YES' and engaged_rj_code is null"
    ) }}
    union all
    {% for column, words in [
        ('consent_code', 'consent to contact'),
        ('engaged_rj_code', 'engaged'),
        ('view_prior_code', 'view asked before'),
        ('progress_requested_code', 'progress requested'),
        ('progress_provided_code', 'progress provided'),
        ('support_requested_code', 'support requested'),
        ('support_provided_code', 'support provided'),
    ] %}
        {{ finding(
            'DQ-VICTIM-CODE', 'intervention_unit_id', words,
            'victims', column ~ " not in ('YES', 'NO', 'NOT KNOWN', '')"
        ) }}
        union all
    {% endfor %}
    {{ finding(
        'DQ-VICTIM-UNLINKED', 'intervention_unit_id', 'link to an offence',
        'unlinked', 'true'
    ) }}

)

select * from findings
