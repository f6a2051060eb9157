import { useView } from './useView'

/** To come. */
export function AudiencePage() {
  const { journey } = useView()
  return <p>{journey?.title}</p>
}
