import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { Check, ChevronDown, LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react'
import { ExportsButton } from '@/features/exports/ExportsButton'
import { api, content } from '@/shared/api/client'
import { useSession } from '@/shared/api/session'
import { ActionMenu } from '@/shared/ui/ActionMenu'
import { DownloadProblem } from '@/shared/ui/DownloadProblem'
import styles from './Shell.module.css'

const schemes: readonly { key: MantineColorScheme; title: string; Icon: typeof Sun }[] = [
  { key: 'light', title: 'Light', Icon: Sun },
  { key: 'dark', title: 'Dark', Icon: Moon },
  { key: 'auto', title: 'As the system', Icon: Monitor },
]

/** The frame of every page after signing in. */
export function Shell() {
  return (
    <>
      <a className={styles.skip} href="#main" data-screen-only>
        Skip to the content
      </a>
      <header className={styles.bar}>
        <Link to="/journeys" className={styles.brand}>
          <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
            <rect width="32" height="32" rx="7" fill="var(--accent)" />
            <path d="M7 22.5 13 15l5 4 7-9.5" className={styles.mark} />
          </svg>
          Journey Stats
        </Link>
        <div className={styles.right} data-screen-only>
          <ExportsButton />
          <AccountMenu />
        </div>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
      <DownloadProblem />
    </>
  )
}

function AccountMenu() {
  const { tenant, role } = useSession()
  const navigate = useNavigate()
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const signOut = useSignOut()
  return (
    <ActionMenu>
      <Menu.Target>
        <button type="button" className={styles.account}>
          <span className={styles.tenant}>{tenant.name}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Times in {tenant.time_zone}</Menu.Label>
        <Menu.Divider />
        {schemes.map(({ key, title, Icon }) => (
          <Menu.Item
            key={key}
            leftSection={<Icon size={15} aria-hidden="true" />}
            rightSection={key === colorScheme ? <Check size={14} aria-label="chosen" /> : null}
            onClick={() => {
              setColorScheme(key)
            }}
          >
            {title}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {role === 'admin' ? (
          <Menu.Item
            leftSection={<Settings size={15} aria-hidden="true" />}
            onClick={() => {
              void navigate({ to: '/settings' })
            }}
          >
            Settings
          </Menu.Item>
        ) : null}
        <Menu.Item
          leftSection={<LogOut size={15} aria-hidden="true" />}
          onClick={() => {
            signOut.mutate()
          }}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </ActionMenu>
  )
}

function useSignOut() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async () => {
      // Pending requests would get a 401, and report the end of the session that the user has just asked for.
      await queryClient.cancelQueries()
      return content(api.DELETE('/session'))
    },
    onSuccess: async () => {
      await navigate({ to: '/sign-in' })
      // The next user must not see the data of this tenant.
      queryClient.clear()
    },
  })
}
