import { useView } from './useView'

/** To come. */
export function CommunicationsPage() {
  const { journey } = useView()
  return <p>{journey?.title}</p>
}
