import { useView } from './useView'

/** To come. */
export function PerformancePage() {
  const { journey } = useView()
  return <p>{journey?.title}</p>
}
