import { Button, PasswordInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { api, content } from '@/shared/api/client'
import { sessionQuery } from '@/shared/api/session'
import { ownAddress } from '@/shared/url/own'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import styles from './SignInPage.module.css'

/** Where a key is exchanged for a session. */
export function SignInPage() {
  usePageTitle('Sign in')
  const [key, setKey] = useState('')
  const signIn = useSignIn()
  const { ended } = useSearch({ from: '/sign-in' })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    signIn.mutate(key.trim())
  }
  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={submit}>
        <div>
          <h1>Journey Stats</h1>
          <p className={styles.lead} role={ended === true ? 'alert' : undefined}>
            {ended === true
              ? "You've been signed out. Sign in again to continue."
              : 'Sign in with an API key that has read access.'}
          </p>
        </div>
        <PasswordInput
          label="API key"
          name="key"
          placeholder="jsk_…"
          autoComplete="current-password"
          spellCheck={false}
          required
          withAsterisk={false}
          data-autofocus
          value={key}
          error={signIn.error?.message}
          onChange={(event) => {
            setKey(event.currentTarget.value)
          }}
        />
        <Button type="submit" loading={signIn.isPending} disabled={key.trim() === ''}>
          Sign in
        </Button>
        <p className={styles.note}>
          An administrator issues keys. The session ends automatically after some hours. The browser does not store the
          key.
        </p>
      </form>
    </main>
  )
}

function useSignIn() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  // The router keeps in the address what its validation leaves out.
  const next = ownAddress(useSearch({ from: '/sign-in' }).next)
  return useMutation({
    mutationFn: (key: string) => content(api.POST('/session', { body: { key } })),
    onSuccess: async (session) => {
      queryClient.clear()
      queryClient.setQueryData(sessionQuery.queryKey, session)
      await navigate({ href: next ?? '/journeys', replace: true })
    },
  })
}
