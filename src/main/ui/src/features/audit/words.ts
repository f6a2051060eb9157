import type { Schemas } from '@/shared/api/client'

/** An entry of the history of a tenant. */
export type Entry = Schemas['TenantHistory']['changes'][number]

/** What an entry can say was done. */
export type Kind = Schemas['HistoryKind']

/** The kinds of entries as the filter names them. */
export const kindWords: Readonly<Record<Kind, string>> = {
  signed_in: 'Sign-ins',
  signed_out: 'Sign-outs',
  key_refused: 'Refused keys',
  request_refused: 'Requests beyond a key’s role',
  users_listed: 'Lists of users read',
  file_downloaded: 'Files downloaded',
  key_issued: 'Keys issued',
  key_revoked: 'Keys revoked',
  journey_deleted: 'Journeys deleted',
  user_erased: 'Users erased',
  tenant_edited: 'Changes of the tenant',
  tenant_created: 'Creation of the tenant',
  tenant_deleted: 'Deletion of the tenant',
  tenant_erased: 'Removal of the deleted tenant’s data',
}

const operationWords: Readonly<Record<string, string>> = {
  listUsers: 'List of users',
  listUsersBehind: 'Users behind a number',
  getUsersFile: 'Users',
  getUsersBehindFile: 'Users behind a number',
  getConversionsFile: 'Users who reached a goal',
  getGoalsFile: 'Goals',
  getMessagesFile: 'Messages',
  getMessageDaysFile: 'Daily numbers of a message',
  getMessageUsersFile: 'Users of a message',
  getLinksFile: 'Links of a message',
  getTimeline: 'Timeline of a user',
  listJourneysOfUser: 'Journeys of a user',
  getExportFile: 'Export',
  exportUser: 'All about a person',
}

/** What was done, in words; also of what a later version of the service may know. */
export function entryInWords(entry: Entry): string {
  const { name, role, limits, retention, time_zone: timeZone } = entry
  switch (entry.change) {
    case 'tenant_created':
      return `Tenant created${named(name)}`
    case 'tenant_edited':
      return [
        'Tenant edited',
        ...(name === null ? [] : [`name “${name}”`]),
        ...(timeZone === null ? [] : [`time zone ${timeZone}`]),
        ...(retention === null
          ? []
          : [
              retention.days === null
                ? 'events kept for ever'
                : `events kept for ${retention.days.toLocaleString('en')} days`,
            ]),
        ...limits.map(({ limit, maximum }) =>
          maximum === null
            ? `limit of ${limit.replaceAll('_', ' ')} as by default`
            : `${limit.replaceAll('_', ' ')} at most ${maximum.toLocaleString('en')}`,
        ),
      ].join(', ')
    case 'tenant_deleted':
      return 'Tenant deleted'
    case 'tenant_erased':
      return 'Data of the deleted tenant removed'
    case 'key_issued':
      return `Key${named(name)} issued${role === null ? '' : `, role ${role}`}`
    case 'key_revoked':
      return 'Key revoked'
    case 'journey_deleted':
      return 'Journey deleted'
    case 'user_erased':
      return 'User erased'
    case 'signed_in':
      return 'Signed in'
    case 'signed_out':
      return 'Signed out'
    case 'key_refused':
      return 'Revoked key refused'
    case 'request_refused':
      return `Not allowed by the key’s role: ${whatWasAsked(entry)}`
    case 'file_downloaded':
      return `${whatWasRead(entry)} downloaded${brokenOff(entry)}`
    case 'users_listed':
      return `${whatWasRead(entry)} read`
    default:
      return entry.change
  }
}

function named(name: string | null): string {
  return name === null ? '' : ` “${name}”`
}

function whatWasAsked({ access }: Entry): string {
  const operation = access?.operation ?? null
  return operation === null ? 'a request' : (operationWords[operation] ?? operation)
}

function whatWasRead({ access }: Entry): string {
  const { operation = null, export_kind: exportKind = null } = access ?? {}
  const words = operation === null ? 'File' : (operationWords[operation] ?? operation)
  return exportKind === null ? words : `${words} (${exportKind.replaceAll('_', ' ')})`
}

/** A part of a file is not a file; it is another kind of entry. */
function brokenOff({ access }: Entry): string {
  const missing = access === null ? 0 : access.count - access.completed
  if (access === null || missing <= 0) {
    return ''
  }
  return access.count === 1 ? ', not to its end' : `, ${missing.toLocaleString('en')} × not to its end`
}
