import styles from './Skeleton.module.css'

/** The place of something that is on its way, as large as it will be. */
export function Skeleton({ height, width = '100%' }: { readonly height: number; readonly width?: number | string }) {
  return <span className={styles.skeleton} style={{ height, width }} aria-hidden="true" />
}
