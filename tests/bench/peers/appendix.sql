-- The nine appendix tables from the view `day`: the records of one date, with `units` as FTE in 1/100,000.
-- `areas` is areas.csv. Runs in DuckDB, PostgreSQL and SQLite.
create temporary table placed as
select person_id_national as person, gender, date_of_birth as birth, units, staff_group, pay_band, job_role,
  case
    when staff_group = 'Medical and Dental' then
      case
        when substr(occupation_code, 1, 1) in ('0', '1') and substr(occupation_code, 2) in
          ('71', '72', '73', '74', '75', '76', '77', '78', '83', '86', '87', '88', '92', '46', '47') then 4
        when occupation_code in ('020', '120', '079', '179') then 7
        when occupation_code in ('080', '180', '016', '116', '045', '145') then 9
        when occupation_code in ('026', '126') then 11
        when occupation_code in ('014', '114') then 19
        when occupation_code in ('019', '119') or area_of_work = 'Ear Nose and Throat' then 21
        when area_of_work = 'Cardiology' then 16
        when area_of_work = 'Respiratory Medicine' then 17
      end
    when area_of_work = 'Endoscopy' and staff_group in ('Nursing and Midwifery Registered', 'Additional Clinical Services')
      then 14
    when occupation_code like 'S_F' then 8
    when occupation_code like 'S_G' then 10
    when occupation_code like 'U_A' then 1
    when occupation_code like 'U_C' then case when job_role = 'Cytoscreener' then 3 else 2 end
    when occupation_code like 'U_B' then 3
    when occupation_code like 'U_D' or occupation_code like 'U_K' then
      case when job_role = 'Genetic Counsellor' then 6 else 5 end
    when occupation_code like 'U_F' and area_of_work = 'Neurophysiology' then 18
    when occupation_code like 'U_F' and area_of_work = 'Audiology' then 20
    when occupation_code like 'U_H' then 12
    when occupation_code like 'U_J' then 13
    when occupation_code like 'U_E' then 15
  end as area
from day
where lower(assignment_status) in ('active assignment', 'internal secondment', 'acting up')
  and lower(contract_type) in ('permanent', 'fixed term temp', 'locum')
  and lower(assignment_category) not in ('bank', 'honorary');

create temporary table banded as
select person, gender, birth, units, area,
  case
    when staff_group = 'Medical and Dental' then
      case pay_band when 'Consultant' then 'Consultant' when 'Specialty Registrar' then 'Registrar' else 'Other' end
    when area = 1 and job_role = 'Phlebotomist' then 'Phlebotomists'
    when area = 3 and job_role = 'Cytoscreener' then 'Cytoscreeners'
    when pay_band in ('Band 2', 'Band 3', 'Band 4') then 'Band 2-4'
    when pay_band in ('Band 5', 'Band 6') then 'Band 5-6'
    when pay_band in ('Band 7', 'Band 8a', 'Band 8b') then 'Band 7/8a/8b'
    when pay_band in ('Band 8c', 'Band 8d', 'Band 9') then 'Band 8c/8d/9'
    when pay_band = 'Non AfC' and area in (1, 5) then 'Non AfC'
  end as band
from placed where area is not null;

-- People with several records: the primary one speaks for them, else that with the most hours, then the first.
create temporary table several as
select person_id_national as person from day group by person_id_national having count(*) > 1;

create temporary table settled as
select person, gender, birth from (
  select person_id_national as person, gender, date_of_birth as birth,
    row_number() over (partition by person_id_national
      order by case when primary_assignment = 'Yes' then 0 else 1 end, units desc, assignment_number) as place
  from day where person_id_national in (select person from several)) as ranked
where place = 1;

-- People with one record count as rows; only the others need telling apart.
create temporary table cells as
select b.area, b.band, b.units, s.person,
  case when coalesce(s.gender, b.gender) = 'Male' then 1 else 0 end as male,
  case when coalesce(s.gender, b.gender) = 'Female' then 1 else 0 end as female,
  case when coalesce(s.birth, b.birth) <= '{YEARS_BEFORE_56}' then 1 else 0 end as over_55
from banded as b left join settled as s on s.person = b.person
where b.band is not null;

create temporary table counted as
select a."table", c.area, c.band,
  count(*) - count(person) + count(distinct person) as headcount,
  sum(units) as units,
  sum(case when person is null then male else 0 end)
    + count(distinct case when male = 1 then person end) as male,
  sum(case when person is null then female else 0 end)
    + count(distinct case when female = 1 then person end) as female,
  sum(case when person is null then over_55 else 0 end)
    + count(distinct case when over_55 = 1 then person end) as over_55
from cells as c join areas as a on a.area = c.area
group by a."table", c.area, c.band;

create temporary table totals as
select a."table", 'All' as band,
  count(*) - count(person) + count(distinct person) as headcount,
  sum(units) as units,
  sum(case when person is null then male else 0 end)
    + count(distinct case when male = 1 then person end) as male,
  sum(case when person is null then female else 0 end)
    + count(distinct case when female = 1 then person end) as female,
  sum(case when person is null then over_55 else 0 end)
    + count(distinct case when over_55 = 1 then person end) as over_55
from cells as c join areas as a on a.area = c.area
group by a."table";
