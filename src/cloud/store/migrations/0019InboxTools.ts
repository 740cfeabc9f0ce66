/**
 * The duty officer's tools. Who is looking at a matter is a lease of some seconds; calls and notes beside it are only
 * ever added to, as are the notes of a shift and their signatures; filters are a person's own. Boxes over a photo are
 * rows, and the picture with the boxes burnt in is the one that is shown.
 */
export const inboxTools = `
create table desk_presence (
  county_id int not null references counties,
  matter_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  until_at timestamptz not null,
  primary key (county_id, matter_id, person_id)
);
create index desk_presence_by_end on desk_presence (county_id, until_at);

create table desk_entries (
  county_id int not null references counties,
  entry_id uuid not null,
  matter_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  input_hash bytea not null,
  kind text not null,
  words text not null,
  callee text not null default '',
  phone text not null default '',
  result text not null default '',
  primary key (county_id, entry_id)
);
create index desk_entries_of on desk_entries (county_id, matter_id, at, entry_id);

create table saved_filters (
  county_id int not null references counties,
  person_id uuid not null,
  filter_id uuid not null,
  name text not null,
  content jsonb not null,
  saved_at timestamptz not null,
  primary key (county_id, person_id, filter_id)
);

create table shift_notes (
  county_id int not null references counties,
  note_id uuid not null,
  area_code text not null,
  person_id uuid not null,
  at timestamptz not null,
  input_hash bytea not null,
  words text not null,
  primary key (county_id, note_id)
);
create index shift_notes_of on shift_notes (county_id, area_code, at desc, note_id desc);

create table shift_signatures (
  county_id int not null references counties,
  note_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (county_id, note_id, person_id)
);

alter table files add column masked_key text, add column masked_thumbnail_key text;
create index files_by_masked on files (masked_key) where masked_key is not null;
create index files_by_masked_thumbnail on files (masked_thumbnail_key) where masked_thumbnail_key is not null;

create table photo_masks (
  county_id int not null references counties,
  mask_id uuid not null,
  file_id uuid not null,
  matter_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  input_hash bytea not null,
  boxes jsonb not null,
  primary key (county_id, mask_id)
);
create index photo_masks_of on photo_masks (county_id, file_id, at)
`
