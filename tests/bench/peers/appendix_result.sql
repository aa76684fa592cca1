select "table", staff_group, band, headcount, round(units / 100000.0, 2) as fte, male, female, over_55,
  round(1.0 * units / (100000 * headcount), 2) as fte_per_head, round(100.0 * male / headcount) as male_percent,
  round(100.0 * female / headcount) as female_percent, round(100.0 * over_55 / headcount) as over_55_percent
from (
  select c."table", a.staff_group, band, headcount, units, male, female, over_55
  from counted as c join areas as a on a.area = c.area
  union all
  select "table", 'Total', band, headcount, units, male, female, over_55 from totals) as every
order by "table", staff_group, band
