/** A ref that puts the keyboard on an element as soon as it is there, as what had it before is gone. */
export function focusOn(element: HTMLElement | null): void {
  element?.focus()
}
