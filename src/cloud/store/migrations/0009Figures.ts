/**
 * 统计: sums that are kept with every step, so that nobody counts through the histories to read them. A matter is
 * counted under the day it was received, in its village or, where it was filed above, in its township. `part` tells
 * connections apart: two that count the same thing at once would wait for each other's commit in one row.
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
);
`
