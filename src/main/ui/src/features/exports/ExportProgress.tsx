import type { Schemas } from '@/shared/api/client'
import styles from './ExportProgress.module.css'
import { exportStatusWords, progressInWords } from './exportWords'

/** The progress of an export as a bar and in words; the bar is indeterminate if the total is unknown. */
export function ExportProgress({ of }: { readonly of: Schemas['Export'] }) {
  const words = progressInWords(of)
  const percent = of.progress === null ? null : Math.floor(of.progress * 100)
  return (
    <div>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={exportStatusWords[of.status].title}
        aria-valuetext={words}
        {...(percent === null ? {} : { 'aria-valuenow': percent })}
      >
        <div
          data-swatch
          className={styles.done}
          data-unknown={percent === null}
          style={percent === null ? {} : { width: `${percent}%` }}
        />
      </div>
      <p className={styles.words}>{words}</p>
    </div>
  )
}
