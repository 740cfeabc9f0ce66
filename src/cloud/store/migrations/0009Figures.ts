/**
 * 统计: sums that are kept with every step, so that nobody counts through the histories to read them. A matter is
 * counted under the day it was received, in its village or, where it was filed above, in its township. `part` tells
 * connections apart: two that count the same thing at once would wait for each other's commit in one row. Pages
 * keep room, since the same rows are counted up again and again. From there they are folded, each minute, into sums of
 * days and weeks for the village, its township and the county: what a board reads grows neither with matters nor with
 * villages.
 */
export const figures = `
create table figures (
  county_id int not null,
  day date not null,
  area_code text not null,
  flow text not null,
  figure text not null,
  part smallint not null,
  count int not null,
  primary key (county_id, day, area_code, flow, figure, part)
) with (fillfactor = 70);

create table figure_sums (
  county_id int not null,
  area_code text not null,
  period text not null check (period in ('day', 'week')),
  start date not null,
  flow text not null,
  figure text not null,
  count int not null,
  primary key (county_id, area_code, period, start, flow, figure)
);
`
