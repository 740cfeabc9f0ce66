/**
 * Photos: what each phone is sending, and the cleaned copies by content. The bytes are in the blob
 * store; `parts` names the blobs that hold what has come. `recorded_at` is set once every matter
 * that names the file has been told.
 */
export const files = `
create table files (
  county_id int not null,
  file_id uuid not null,
  owner_id uuid not null,
  bytes int not null,
  sha256 text not null,
  received_bytes int not null default 0,
  parts text[] not null default '{}',
  generation int not null default 0,
  state text not null check (state in ('receiving', 'received', 'ready', 'refused')),
  photo_key text,
  thumbnail_key text,
  refused_code text,
  width int,
  height int,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  processing_until timestamptz,
  attempts int not null default 0,
  recorded_at timestamptz,
  primary key (county_id, file_id)
);
create index files_to_process on files (county_id, updated_at)
  where state <> 'receiving' and recorded_at is null;

create table matter_files (
  county_id int not null,
  file_id uuid not null,
  matter_id uuid not null,
  primary key (county_id, file_id, matter_id)
);
`
