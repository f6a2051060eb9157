import type { Schemas } from '@/shared/api/client'
import styles from './ExportProgress.module.css'
import { exportStatusWords, progressInWords } from './exportWords'

/** How far an export is, as a bar and in words; a bar that only moves where nobody knows. */
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
          className={styles.done}
          data-unknown={percent === null}
          style={percent === null ? {} : { width: `${percent}%` }}
        />
      </div>
      <p className={styles.words}>{words}</p>
    </div>
  )
}
