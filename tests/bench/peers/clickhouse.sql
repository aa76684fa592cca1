-- What takes the records in: `records`, all its columns text, keeps nothing; `day` keeps of each record what the tables need.
-- Other than appendix.sql, because ClickHouse 18.16 has no windows and evaluates every branch for every row, patterns slowly:
-- occupation codes go by their letters, and bands are numbers until clickhouse_result.sql names them. Area and band 0 are none.
create table areas (area UInt8, table String, staff_group String) engine = Memory;
create table records ({COLUMNS}) engine = Null;
create table day (person String, hash UInt64, number String, secondary UInt8, units Int64, male UInt8, female UInt8,
  over_55 UInt8, area UInt8, band UInt8) engine = Memory;
create materialized view taking to day as
with substring(occupation_code, 1, 1) as letter, substring(occupation_code, 2) as specialty,
  concat(letter, substring(occupation_code, 3)) as outer, staff_group = 'Medical and Dental' as medical
select person_id_national as person, cityHash64(person) as hash, assignment_number as number,
  primary_assignment != 'Yes' as secondary, toInt64(round(toFloat64OrZero(contracted_fte) * 100000)) as units,
  gender = 'Male' as male, gender = 'Female' as female, date_of_birth <= '{YEARS_BEFORE_56}' as over_55,
  toUInt8(multiIf(
    not (lower(assignment_status) in ('active assignment', 'internal secondment', 'acting up')
      and lower(contract_type) in ('permanent', 'fixed term temp', 'locum')
      and lower(assignment_category) not in ('bank', 'honorary')), 0,
    medical and letter in ('0', '1') and specialty in ('71', '72', '73', '74', '75', '76', '77', '78', '83', '86', '87', '88',
      '92', '46', '47', '20', '79', '80', '16', '45', '26', '14', '19'),
      transform(specialty, ['20', '79', '80', '16', '45', '26', '14', '19'], [7, 7, 9, 9, 9, 11, 19, 21], 4),
    medical, transform(area_of_work, ['Ear Nose and Throat', 'Cardiology', 'Respiratory Medicine'], [21, 16, 17], 0),
    area_of_work = 'Endoscopy' and staff_group in ('Nursing and Midwifery Registered', 'Additional Clinical Services'), 14,
    outer = 'UC' and job_role = 'Cytoscreener', 3,
    outer in ('UD', 'UK') and job_role = 'Genetic Counsellor', 6,
    outer = 'UF', transform(area_of_work, ['Neurophysiology', 'Audiology'], [18, 20], 0),
    transform(outer, ['SF', 'SG', 'UA', 'UC', 'UB', 'UD', 'UK', 'UH', 'UJ', 'UE'], [8, 10, 1, 2, 3, 5, 5, 12, 13, 15], 0)
  )) as area,
  toUInt8(multiIf(
    area = 0, 0,
    medical, transform(pay_band, ['Consultant', 'Specialty Registrar'], [8, 9], 10),
    area = 1 and job_role = 'Phlebotomist', 1,
    area = 3 and job_role = 'Cytoscreener', 2,
    pay_band = 'Non AfC' and area in (1, 5), 7,
    transform(pay_band,
      ['Band 2', 'Band 3', 'Band 4', 'Band 5', 'Band 6', 'Band 7', 'Band 8a', 'Band 8b', 'Band 8c', 'Band 8d', 'Band 9'],
      [3, 3, 3, 4, 4, 5, 5, 5, 6, 6, 6], 0))) as band
from records where snapshot_date = '{AS_AT}';
