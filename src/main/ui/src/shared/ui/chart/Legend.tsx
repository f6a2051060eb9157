import { chosenAfter, isShown, type ChartModel } from './model'
import styles from './Chart.module.css'

interface LegendProps {
  readonly model: ChartModel | undefined
  /** The keys of the series that are shown; all are if it is empty. */
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

/** The names of a chart's series: the first click isolates one, further ones add and remove, none left shows all. */
export function Legend({ model, chosen, onChoose }: LegendProps) {
  const several = model !== undefined && model.series.length > 1
  return (
    <div className={styles.legend}>
      <ul>
        {model?.series.map(({ key, title, color }) => {
          const name = (
            <>
              <span data-swatch className={styles.swatch} style={{ background: `var(${color})` }} />
              <span className={styles.series}>{title}</span>
            </>
          )
          return (
            <li key={key} title={title}>
              {several ? (
                <button
                  type="button"
                  aria-pressed={isShown(model, chosen, key)}
                  onClick={() => {
                    onChoose(chosenAfter(model, chosen, key))
                  }}
                >
                  {name}
                </button>
              ) : (
                name
              )}
            </li>
          )
        })}
        {model?.series.some(({ previous }) => previous !== undefined) === true ? (
          <li>
            <span className={styles.dashes} />
            Previous period
          </li>
        ) : null}
      </ul>
      {model === undefined ? null : <span>per {model.interval}</span>}
    </div>
  )
}
