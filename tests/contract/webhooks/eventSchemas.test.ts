import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import { eventSchemaFolder, eventSchemas } from '../../../config/printEventSchemas'

const example = {
  specversion: '1.0',
  id: '0192f8a0-0000-7000-8000-000000000001',
  source: 'https://lianzhou.example/counties/441882',
  type: 'cn.lianxin.matter.accepted.v1',
  subject: '0192f8a0-0000-7000-8000-000000000002',
  time: '2026-11-23T09:05:09.000Z',
  datacontenttype: 'application/json',
  sequence: '0000000002',
  data: {
    matterId: '0192f8a0-0000-7000-8000-000000000002',
    number: 'E44188220261123000017',
    action: 'accept',
    kind: { code: 'street-lamp', name: '路灯不亮' },
    urgency: 'U3',
    status: 'accepted',
    statusTitle: '已受理',
    areaCode: '441882118201003',
    areaName: '宝珠村 第3网格',
    discoveredAt: '2026-11-23T09:00:00.000Z',
    receivedAt: '2026-11-23T09:01:00.000Z',
    photoCount: 0,
  },
}

test('the schemas that receivers build on are those of today’s flows, no more and no fewer', () => {
  const written = readdirSync(eventSchemaFolder).map((name) => [
    name,
    readFileSync(join(eventSchemaFolder, name), 'utf8'),
  ])
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(eventSchemas()))
})

test('a receiver can check an event with the published schema of its type', () => {
  const schema = JSON.parse(
    eventSchemas().get('cn.lianxin.matter.accepted.v1.json') ?? '',
  ) as object
  const check = new Ajv({ strict: false, validateFormats: false }).compile(schema)
  expect(check(example)).toBe(true)
  expect(check({ ...example, type: 'cn.lianxin.matter.closed.v1' })).toBe(false)
  expect(check({ ...example, sequence: 2 })).toBe(false)
  const { number: _number, ...unnumbered } = example.data
  expect(check({ ...example, data: unnumbered })).toBe(false)
})
