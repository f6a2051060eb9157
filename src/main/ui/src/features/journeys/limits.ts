/** How much the service takes; it checks again. */
export const MAXIMUM_TITLE = 200
export const MAXIMUM_NAME = 200
export const MAXIMUM_EVENT_NAME = 256
export const MAXIMUM_VALUE = 1000
export const MAXIMUM_FILTERS = 50
export const MAXIMUM_GOALS = 100
export const MAXIMUM_DAYS = 365
