import { useEffect } from 'react'

let forms = 0

/** Whether something was typed anywhere that would be lost if the page were left. */
export function isAnythingUnsaved(): boolean {
  return forms > 0
}

/** Says for as long as it is so that something was typed that would be lost if the page were left. */
export function useUnsaved(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) {
      return undefined
    }
    forms += 1
    return () => {
      forms -= 1
    }
  }, [unsaved])
}
