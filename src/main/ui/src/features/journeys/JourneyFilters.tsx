import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { SearchField } from '@/shared/ui/SearchField'
import { statusWords, typeWords } from '@/shared/words/journeys'
import { categoriesQuery, isFiltered, NO_FILTERS, type JourneyListChange, type JourneyListSearch } from './journeyList'
import styles from './JourneyFilters.module.css'

interface JourneyFiltersProps {
  readonly search: JourneyListSearch
  readonly onChange: (change: JourneyListChange) => void
}

/** Chooses which journeys are shown. */
export function JourneyFilters({ search, onChange }: JourneyFiltersProps) {
  const { q = '', status = '', category = '', type = '' } = search
  const { data: categories } = useQuery(categoriesQuery)
  return (
    <div className={styles.filters} role="search" aria-label="Journeys">
      <SearchField
        label="Search by title"
        placeholder="Search journeys"
        className={styles.search}
        value={q}
        onSearch={(text) => {
          onChange({ q: text })
        }}
      />
      <Choice
        label="Status"
        any="Any status"
        value={status}
        choices={Object.entries(statusWords).map(([value, { title }]) => ({ value, label: title }))}
        onChoose={(value) => {
          onChange({ status: value })
        }}
      />
      <Choice
        label="Category"
        any="Any category"
        value={category}
        choices={withChosen(categories ?? [], category).map((value) => ({ value, label: value }))}
        onChoose={(value) => {
          onChange({ category: value })
        }}
      />
      <Choice
        label="Type"
        any="Any type"
        value={type}
        choices={Object.entries(typeWords).map(([value, label]) => ({ value, label }))}
        onChoose={(value) => {
          onChange({ type: value })
        }}
      />
      {isFiltered(search) ? (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<X size={14} aria-hidden="true" />}
          onClick={() => {
            onChange(NO_FILTERS)
          }}
        >
          Clear filters
        </Button>
      ) : null}
    </div>
  )
}

/** An address may name a category that no journey has, or be quicker than the list of categories. */
function withChosen(categories: readonly string[], chosen: string): readonly string[] {
  return chosen === '' || categories.includes(chosen) ? categories : [chosen, ...categories]
}

interface ChoiceProps {
  readonly label: string
  /** The choice that leaves nothing out. */
  readonly any: string
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onChoose: (value: string) => void
}

function Choice({ label, any, value, choices, onChoose }: ChoiceProps) {
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      className={styles.choice ?? ''}
      value={value}
      data={[{ value: '', label: any }, ...choices]}
      onChange={(event) => {
        onChoose(event.currentTarget.value)
      }}
    />
  )
}
