import { expect, it } from 'vitest'
import { entryInWords, kindWords, type Entry } from './words'

const plain: Entry = {
  at: '2026-05-12T00:00:00Z',
  by: 'key',
  change: '',
  key_id: null,
  journey_id: null,
  erasure_id: null,
  role: null,
  name: null,
  time_zone: null,
  limits: [],
  retention: null,
  access: null,
}

const access = {
  last_at: '2026-05-12T00:00:00Z',
  count: 1,
  completed: 1,
  bytes: 0,
  key_name: null,
  address: null,
  operation: null,
  export_id: null,
  export_kind: null,
  goal_id: null,
  channel: null,
  step_id: null,
}

it('says what was changed', () => {
  expect(entryInWords({ ...plain, change: 'tenant_created', name: 'Shop' })).toBe('Tenant created “Shop”')
  expect(
    entryInWords({
      ...plain,
      change: 'tenant_edited',
      time_zone: 'UTC',
      limits: [
        { limit: 'journeys', maximum: null },
        { limit: 'stored_events', maximum: 20000 },
      ],
    }),
  ).toBe('Tenant edited, time zone UTC, limit of journeys as by default, stored events at most 20,000')
  expect(entryInWords({ ...plain, change: 'key_issued', role: 'read' })).toBe('Key issued, role read')
  expect(entryInWords({ ...plain, change: 'key_issued', role: 'read', name: 'CRM' })).toBe(
    'Key “CRM” issued, role read',
  )
  expect(entryInWords({ ...plain, change: 'melted' })).toBe('melted')
})

it('says what a key was not allowed', () => {
  const refused = (operation: string | null) =>
    entryInWords({ ...plain, change: 'request_refused', access: { ...access, operation } })
  expect(refused('eraseUser')).toBe('Not allowed by the key’s role: eraseUser')
  expect(refused('listUsers')).toBe('Not allowed by the key’s role: List of users')
  expect(refused(null)).toBe('Not allowed by the key’s role: a request')
})

it('says what was read, and whether to its end', () => {
  const read = (more: object) => entryInWords({ ...plain, change: 'file_downloaded', access: { ...access, ...more } })
  expect(read({ operation: 'getUsersFile' })).toBe('Users downloaded')
  expect(read({ operation: 'getUsersFile', completed: 0 })).toBe('Users downloaded, not to its end')
  expect(read({ operation: 'getUsersFile', count: 5, completed: 3 })).toBe('Users downloaded, 2 × not to its end')
  expect(read({ operation: 'getExportFile', export_kind: 'message_users' })).toBe('Export (message users) downloaded')
  expect(read({ operation: 'getSomethingNew' })).toBe('getSomethingNew downloaded')
  expect(entryInWords({ ...plain, change: 'users_listed', access: { ...access, operation: 'listUsers' } })).toBe(
    'List of users read',
  )
})

it('names every kind in the filter', () => {
  expect(Object.values(kindWords)).toHaveLength(new Set(Object.values(kindWords)).size)
})
