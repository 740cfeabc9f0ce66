import type { Migrations, Versioned } from '../queue/migrateRecord'

/** From each older version to the next. Drafts lie in phones for weeks, so none of these is ever taken out. */
export const draftMigrations: Migrations = { 1: withForms }

/** Version 1 knew texts and one row of photos; only forms of actions had any. */
function withForms(record: Versioned): Versioned {
  const { photos, texts = {} } = record
  const ofAction = typeof record.action === 'string'
  return {
    ...record,
    texts,
    values: {},
    names: {},
    photos:
      ofAction && Array.isArray(photos)
        ? photos.map((photo: object) => ({ ...photo, field: 'photos' }))
        : photos,
  }
}
