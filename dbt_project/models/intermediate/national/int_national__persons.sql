with

persons as (

    {{ conformed_rows('int_case__persons') }}

),

-- the lists that a case system fills; an empty one says that there is nothing
children as (

    select
        service,
        ypid,
        'child' as kind,
        1 as item_number,
        1 as parent_number,
        {{ national_fields({
            'ypid': 'ypid',
            'person_details': "'{}'::json",
            'transfer': "'[]'::json",
            'offence': "'[]'::json",
            'hearing': "'[]'::json",
            'intervention_programme': "'[]'::json",
            'link_hearing_offence': "'[]'::json",
            'link_offence_intervention_programme': "'[]'::json",
            'link_offence_victim_intervention': "'[]'::json",
            'residence': "'[]'::json",
            'ete_status': "'[]'::json",
            'sendaln': "'[]'::json",
            'health': "{
                'mentalHealth': {'kpi4MentalHealthWellbeing': '[]'::json},
                'substanceMisuse': {'kpi5SubstanceMisuse': '[]'::json}
            }",
            'care_status': "'[]'::json",
            'victim_intervention': "'[]'::json",
            'asset_plus': "'[]'::json"
        }) }} as fields
    from persons

),

person_details as (

    select
        service,
        ypid,
        'person_details' as kind,
        1 as item_number,
        1 as parent_number,
        {{ national_fields(
            {
                'ypid': 'ypid',
                'originatingYOTPersonID': 'originating_yot_person_id',
                'dateOfBirth': national_date('birth_date'),
                'sex': 'sex_code',
                'ethnicity': 'ethnicity_code',
            },
            {
                'currentYOTID': 'ypid',
                'gender':
                    "case when gender_code in ('0', '1', '2', '9') then gender_code end",
                'genderTermUsed':
                    "case when gender_code not in ('0', '1', '2', '9') then gender_code end",
                'pncnumber': 'pnc_number',
            },
        ) }} as fields
    from persons

),

national_persons as (

    select * from children
    union all
    select * from person_details

)

select * from national_persons
