import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

/** Prometheus figures of one process. Names of operations are few; ids and people are never labels. */
export type Metrics = {
  readonly registry: Registry
  readonly requests: Counter<'operation' | 'status'>
  readonly seconds: Histogram<'operation'>
}

export function makeMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Counter({
      name: 'lianxin_requests_total',
      help: 'Requests answered, by operation and HTTP status',
      labelNames: ['operation', 'status'],
      registers: [registry],
    }),
    seconds: new Histogram({
      name: 'lianxin_request_seconds',
      help: 'Time to answer, by operation',
      labelNames: ['operation'],
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
      registers: [registry],
    }),
  }
}
