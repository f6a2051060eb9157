// The metrics that the UI shows, taken out of the API's description, which takes them out of the service's catalogue.

/** Which object of the description holds the metrics that stand together in one place. */
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

/** All places with their metrics in display order, as a module of TypeScript. */
export function metricsModule(document) {
  const catalogue = Object.fromEntries(
    Object.entries(places).map(([place, [schema, ...path]]) => {
      const holder = path.reduce((at, name) => at.properties[name], document.components.schemas[schema])
      return [place, metricsOf(holder)]
    }),
  )
  return `// Generated from openapi.json by \`npm run generate\`.\nexport const catalogue = ${JSON.stringify(catalogue, null, 2)} as const\n`
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
