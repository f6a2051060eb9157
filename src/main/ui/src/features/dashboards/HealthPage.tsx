import { useView } from './useView'

/** To come. */
export function HealthPage() {
  const { journey } = useView()
  return <p>{journey?.title}</p>
}
