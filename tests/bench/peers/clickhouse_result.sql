-- People with several records: the primary one speaks for them, else that with the most hours, then the first. Those with one
-- record count as rows; only the others, the `known`, need telling apart. Should two people share a hash, each is settled
-- without need, to the same figures.
select table, group as staff_group, label as band, headcount, round(units / 100000, 2) as fte, male, female, over_55,
  round(units / (100000 * headcount), 2) as fte_per_head, round(100 * male / headcount) as male_percent,
  round(100 * female / headcount) as female_percent, round(100 * over_55 / headcount) as over_55_percent
from (
  select table, staff_group = '' ? 'Total' : staff_group as group,
    ['All', 'Phlebotomists', 'Cytoscreeners', 'Band 2-4', 'Band 5-6', 'Band 7/8a/8b', 'Band 8c/8d/9', 'Non AfC', 'Consultant',
      'Registrar', 'Other'][band + 1] as label,
    countIf(known = '') + uniqExactIf(known, known != '') as headcount, sum(units) as units,
    countIf(known = '' and is_male) + uniqExactIf(known, known != '' and is_male) as male,
    countIf(known = '' and is_female) + uniqExactIf(known, known != '' and is_female) as female,
    countIf(known = '' and is_over_55) + uniqExactIf(known, known != '' and is_over_55) as over_55
  from (
    select area, band, units, known, known = '' ? male : settled_male as is_male,
      known = '' ? female : settled_female as is_female, known = '' ? over_55 : settled_over_55 as is_over_55
    from (select person, area, band, units, male, female, over_55 from day where band != 0)
    any left join (
      select person, person as known, male as settled_male, female as settled_female, over_55 as settled_over_55
      from day
      where hash in (select hash from day group by hash having count() > 1)
      order by person, secondary, units desc, number
      limit 1 by person)
    using person)
  any left join areas using area
  group by table, staff_group, band with rollup)
where table != '' and (label != 'All' or group = 'Total')
order by table, staff_group, band
format CSVWithNames
