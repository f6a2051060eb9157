import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { Plus, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Schemas } from '@/shared/api/client'
import { operatorWords } from '@/shared/words/goals'
import { MAXIMUM_FILTERS } from '@/features/journeys/limits'
import type { Faults } from '@/features/journeys/problems'
import styles from './GoalDialog.module.css'
import { kindsOf, likelyKind, newFilter, withKind, withOperator, type TypedFilter, type ValueKind } from './goalForm'

const kindWords: Record<ValueKind, string> = { text: 'Text', number: 'Number', truth: 'True or false' }

const literalWords = { number: 'number', truth: 'truth value' } as const

interface FilterFieldsProps {
  readonly filters: readonly TypedFilter[]
  readonly faults: Faults
  readonly onChange: (filters: readonly TypedFilter[]) => void
}

/** The conditions on an event's properties, all of which have to hold. */
export function FilterFields({ filters, faults, onChange }: FilterFieldsProps) {
  const add = useRef<HTMLButtonElement>(null)
  const [added, setAdded] = useState<number>()
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      {filters.map((filter, at) => (
        <FilterRow
          key={filter.key}
          filter={filter}
          number={at + 1}
          focused={filter.key === added}
          faultOf={(field) => faults[`filters[${at}].${field}`]}
          onChange={(changed) => {
            onChange(filters.with(at, changed))
          }}
          onRemove={() => {
            onChange(filters.toSpliced(at, 1))
            add.current?.focus()
          }}
        />
      ))}
      <Button
        ref={add}
        variant="default"
        size="xs"
        className={styles.add ?? ''}
        leftSection={<Plus size={14} aria-hidden="true" />}
        disabled={filters.length >= MAXIMUM_FILTERS}
        onClick={() => {
          const filter = newFilter(filters)
          setAdded(filter.key)
          onChange([...filters, filter])
        }}
      >
        Add a filter
      </Button>
      <p className={styles.hint}>
        {filters.length === 0
          ? 'Without filters, every event of that name counts.'
          : 'An event counts where every filter holds.'}
      </p>
    </div>
  )
}

interface FilterRowProps {
  readonly filter: TypedFilter
  readonly number: number
  readonly focused: boolean
  readonly faultOf: (field: 'property' | 'op' | 'value') => string | undefined
  readonly onChange: (filter: TypedFilter) => void
  readonly onRemove: () => void
}

function FilterRow({ filter, number, focused, faultOf, onChange, onRemove }: FilterRowProps) {
  return (
    <div className={styles.filter} role="group" aria-label={`Filter ${number}`}>
      <TextInput
        label="Property"
        autoComplete="off"
        spellCheck={false}
        // The user has just added it.
        autoFocus={focused}
        value={filter.property}
        error={faultOf('property')}
        onChange={(event) => {
          onChange({ ...filter, property: event.currentTarget.value })
        }}
      />
      <NativeSelect
        label="Comparison"
        value={filter.op}
        error={faultOf('op')}
        data={Object.entries(operatorWords).map(([value, label]) => ({ value, label }))}
        onChange={(event) => {
          onChange(withOperator(filter, event.currentTarget.value as Schemas['FilterOperator']))
        }}
      />
      <ActionIcon
        variant="subtle"
        size={34}
        className={styles.remove ?? ''}
        aria-label={`Remove filter ${number}`}
        onClick={onRemove}
      >
        <Trash2 size={16} aria-hidden="true" />
      </ActionIcon>
      <ValueFields filter={filter} fault={faultOf('value')} onChange={onChange} />
    </div>
  )
}

interface ValueFieldsProps {
  readonly filter: TypedFilter
  readonly fault: string | undefined
  readonly onChange: (filter: TypedFilter) => void
}

function ValueFields({ filter, fault, onChange }: ValueFieldsProps) {
  const kinds = kindsOf(filter.op)
  if (kinds.length === 0) {
    return null
  }
  const value = {
    label: 'Value',
    value: filter.value,
    error: fault,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      onChange({ ...filter, value: event.currentTarget.value })
    },
  }
  return (
    <>
      {filter.kind === 'truth' ? (
        <NativeSelect {...value} data={['true', 'false']} />
      ) : (
        <TextInput
          {...value}
          autoComplete="off"
          spellCheck={false}
          inputMode={filter.kind === 'number' ? 'decimal' : 'text'}
        />
      )}
      <NativeSelect
        label="Type of value"
        value={filter.kind}
        data={kinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
        onChange={(event) => {
          onChange(withKind(filter, event.currentTarget.value as ValueKind))
        }}
      />
      <LikelyKind filter={filter} onChange={onChange} />
    </>
  )
}

/** Points out a text that looks like a number, or like true or false, and so would match no event that has one. */
function LikelyKind({ filter, onChange }: Pick<ValueFieldsProps, 'filter' | 'onChange'>) {
  const kind = likelyKind(filter)
  return (
    <div className={styles.likely} role="status">
      {kind === undefined ? null : (
        <>
          <p>
            This is the text “{filter.value}”. It does not match events with the {literalWords[kind]}{' '}
            {filter.value.trim()}.
          </p>
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              onChange(withKind(filter, kind))
            }}
          >
            Use the {literalWords[kind]} {filter.value.trim()}
          </Button>
        </>
      )}
    </div>
  )
}
