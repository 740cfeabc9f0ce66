/**
 * 看板: the same sums by kind, department and grid, and with each matter what it is counted as, so that behind any
 * number stand the matters that make it. What was summed without these is summed anew from the histories at the next
 * start. 导出: who took what out, and how many rows; one row when it begins and one when it ends.
 */
export const boards = `
alter table matters add column counted jsonb not null default '{"reported": 1}';

delete from figures;
delete from figure_sums;
alter table figures add column kind text not null default '';
alter table figures add column department text not null default '';
alter table figures drop constraint figures_pkey;
alter table figures add primary key (county_id, day, area_code, flow, figure, part, kind, department);

create table figure_slices (
  county_id int not null,
  slice text not null check (slice in ('kind', 'department', 'grid')),
  area_code text not null,
  period text not null check (period in ('day', 'week')),
  start date not null,
  flow text not null,
  figure text not null,
  key text not null,
  count int not null,
  primary key (county_id, slice, area_code, period, start, flow, figure, key)
);

create table exports (
  county_id int not null,
  export_id uuid not null,
  phase text not null check (phase in ('begun', 'ended', 'broken')),
  at timestamptz not null,
  person_id uuid not null,
  format text not null,
  asked jsonb not null,
  rows int not null,
  primary key (county_id, export_id, phase)
);
create index exports_by_time on exports (county_id, at desc, export_id);
`
