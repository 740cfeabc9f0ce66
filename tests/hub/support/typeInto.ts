import { fireEvent, screen } from '@testing-library/react'

/** Writes into a field of the form that is open, as its name in the table says. */
export function typeInto(name: string, value: string): void {
  fireEvent.change(screen.getByTestId(`field-${name}`), { target: { value } })
}

/** Presses a radio button or a box by what stands beside it. */
export function press(testId: string, words: string): void {
  const option = screen.getAllByTestId(testId).find((one) => one.textContent?.includes(words))
  if (!option) throw new Error(`${testId} with ${words} is not there`)
  fireEvent.click(option.querySelector('input') ?? option)
}
