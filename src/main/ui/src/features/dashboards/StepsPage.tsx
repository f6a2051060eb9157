import { useView } from './useView'

/** To come. */
export function StepsPage() {
  const { journey } = useView()
  return <p>{journey?.title}</p>
}
