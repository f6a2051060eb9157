import { useView } from './useView'

/** To come. */
export function OverviewPage() {
  const { journey } = useView()
  return <p>{journey?.title}</p>
}
