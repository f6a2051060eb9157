// The metrics that the UI shows, from two documents that the service generates from its catalogue: the API's description,
// and docs/metrics.md for metrics that are no fields of an answer.

/** The object of the description that holds each group of metrics. */
const places = {
  audience: ['Audience'],
  performance: ['Performance'],
  goal: ['GoalPerformance'],
  health: ['Health'],
  messages_sent: ['HealthPoint', 'messages_sent'],
  drop_offs: ['HealthPoint', 'drop_offs'],
  message: ['PushMessageRow'],
  email_message: ['EmailMessageRow'],
  link: ['MessageLink'],
  attribution: ['Attribution'],
  step: ['StepRow'],
  flow_step: ['FlowNode'],
  flow_ends: ['FlowNode', 'ends'],
  passages: ['FlowEdge'],
  delivery_issues: ['DeliveryIssues'],
  journey_list: ['JourneyRow'],
  push: ['PushChannelFigures', 'metrics'],
  in_app: ['InAppChannelFigures', 'metrics'],
  email: ['EmailChannelFigures', 'metrics'],
  sms: ['SmsChannelFigures', 'metrics'],
  whatsapp: ['WhatsappChannelFigures', 'metrics'],
}

/** The metrics of docs/metrics.md in each further group: the headings of their sections, and their keys. */
const documented = {
  goal_values: [/^Performance$/, /^conversions_without_value$/],
  durations: [/^Durations: /, /^time_/],
}

/** All groups with their metrics in display order, as a module of TypeScript. */
export function metricsModule(document, markdown) {
  const catalogue = Object.fromEntries(
    Object.entries(places).map(([place, [schema, ...path]]) => {
      const holder = path.reduce((at, name) => at.properties[name], document.components.schemas[schema])
      return [place, metricsOf(holder)]
    }),
  )
  for (const [group, [heading, key]] of Object.entries(documented)) {
    catalogue[group] = documentedMetrics(markdown, heading, key)
  }
  return `// Generated from openapi.json and docs/metrics.md by \`npm run generate\`.\nexport const catalogue = ${JSON.stringify(catalogue, null, 2)} as const\n`
}

/** The rows of the tables below such headings; a metric of several sections once. */
function documentedMetrics(markdown, heading, key) {
  const rows = markdown
    .split(/^## /m)
    .filter((section) => heading.test(section.split('\n', 1)[0]))
    .flatMap((section) => [...section.matchAll(/^\| `(\w+)` \| (.+?) \| (count|fraction) \| (.+?) \| /gm)])
    .filter(([, name]) => key.test(name))
    .map(([, name, title, unit, definition]) => [
      name,
      { key: name, title, definition, unit: unit === 'fraction' ? 'rate' : 'count' },
    ])
  return [...new Map(rows).values()]
}

function metricsOf(holder) {
  return Object.entries(holder.properties)
    .filter(([, schema]) => schema.title !== undefined)
    .map(([key, schema]) => ({
      key,
      title: schema.title,
      definition: schema.description,
      unit: [schema.type].flat().includes('number') ? 'rate' : 'count',
    }))
}
