/** A county of 10,000 surveyed grids comes to about 50 MB. */
export const IMPORT_FILE_BYTES_MAX = 64 * 1024 * 1024
export const IMPORT_ROWS_MAX = 200_000
/** Whoever mends a file mends the first hundred and tries again; the rest is only counted. */
export const IMPORT_PROBLEMS_MAX = 100
export const NAME_LENGTH_MAX = 100
export const NOTE_LENGTH_MAX = 500
export const ACCOUNT_LENGTH_MAX = 60
export const DEPARTMENT_CODE_LENGTH_MAX = 40
export const GRID_CORNERS_MAX = 20_000
/**
 * Neighbours drawn by different hands lap over one another by a few metres; a point there goes to the lower code.
 * More than this share of the smaller grid is a mistake in the map.
 */
export const GRID_OVERLAP_SHARE_MAX = 0.01
