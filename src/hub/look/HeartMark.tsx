/** The mark: two linked squares of a grid, turned so that they make a heart. */
export function HeartMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="3.4" strokeLinejoin="round">
        <rect x="3.5" y="8.5" width="17" height="10.5" rx="4" transform="rotate(45 12 13.75)" />
        <rect x="11.5" y="8.5" width="17" height="10.5" rx="4" transform="rotate(-45 20 13.75)" />
      </g>
    </svg>
  )
}
