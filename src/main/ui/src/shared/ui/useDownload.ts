import { useMutation } from '@tanstack/react-query'
import type { MouseEvent } from 'react'
import { ApiProblem } from '@/shared/api/problem'

/** What downloads are called among the mutations. */
export const downloadKey = ['download'] as const

/**
 * Lets a link to a file say why there is none: a browser shows nothing of a refusal that it was to save. The answer is
 * looked at before the browser takes the file, which it streams to the disk by itself.
 */
export function useDownload(): (event: MouseEvent<HTMLAnchorElement>) => void {
  const { mutate } = useMutation({
    mutationKey: downloadKey,
    mutationFn: async (address: string) => {
      await expectFile(address)
      take(address)
    },
  })
  return (event) => {
    const { altKey, button, ctrlKey, currentTarget, metaKey, shiftKey } = event
    if (button === 0 && !(altKey || ctrlKey || metaKey || shiftKey)) {
      event.preventDefault()
      mutate(currentTarget.href)
    }
  }
}

async function expectFile(address: string): Promise<void> {
  const head = await ask(address, 'HEAD')
  if (!head.ok) {
    // The reason is in the body.
    const answer = await ask(address, 'GET')
    if (!answer.ok) {
      throw ApiProblem.of(answer, await answer.json().catch(() => undefined))
    }
    await answer.body?.cancel()
  }
}

function ask(address: string, method: 'HEAD' | 'GET'): Promise<Response> {
  return fetch(address, { method }).catch(() => {
    throw ApiProblem.unreachable()
  })
}

function take(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
}
