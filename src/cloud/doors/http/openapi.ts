import { toJsonSchema } from '@valibot/to-json-schema'
import { commonProblems, type Operation } from '@contract/operation'
import { operations } from '@contract/operations'
import { problems, type ProblemCode } from '@contract/problems'

type Json = Record<string, unknown>

/** `/openapi.json`, OpenAPI 3.1, made from the contract: nobody keeps it by hand. */
export function openapiDocument(version: string): Json {
  const paths = Object.values(operations).map((operation) => [
    `/api/v1/${operation.name}`,
    pathOf(operation),
  ])
  return {
    openapi: '3.1.0',
    info: {
      title: '连心 Lianxin API',
      version,
      description:
        'POST 一个 JSON，得到一个 JSON。写操作带 commandId：同一个编号再发一次，得到同一个结果。' +
        '出错时是 application/problem+json，按 retry 决定：never 不再发，later 原样再发，after-edit 改了再发。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: { ...Object.fromEntries(paths), ...otherPaths },
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema },
    },
  }
}

function pathOf(operation: Operation): Json {
  return {
    post: {
      operationId: operation.name,
      summary: operation.summary,
      security: operation.open ? [] : [{ session: [] }],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(operation.request, 'input') } },
      },
      responses: {
        '200': {
          description: '成功',
          content: { 'application/json': { schema: schemaOf(operation.response, 'output') } },
        },
        ...problemResponses([...operation.problems, ...commonProblems]),
      },
    },
  }
}

/** A check that JSON Schema cannot say (a code's digits, a NUL) is left out of the document, not of the server. */
function schemaOf(schema: Operation['request'], typeMode: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = toJsonSchema(schema, {
    typeMode,
    errorMode: 'ignore',
  })
  return rest
}

function problemResponses(codes: readonly ProblemCode[]): Json {
  const statuses = [...new Set(codes.map((code) => problems[code].status))].sort()
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: codes
          .filter((code) => problems[code].status === status)
          .map((code) => `\`${code}\` ${problems[code].title}`)
          .join('；'),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  )
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'code', 'title', 'status', 'retry'],
  properties: {
    type: { type: 'string' },
    code: { type: 'string', enum: Object.keys(problems) },
    title: { type: 'string' },
    status: { type: 'integer' },
    retry: { type: 'string', enum: ['never', 'later', 'after-edit'] },
    details: { type: 'object' },
    instance: { type: 'string' },
  },
}

const query = (name: string, schema: Json) => ({ name, in: 'query', required: true, schema })

/** What can happen on any road before anybody reads a body. */
const roadProblems: readonly ProblemCode[] = [
  'request.too-many',
  'access.not-signed-in',
  'access.session-ended',
  'server.busy',
  'server.stopping',
  'server.fault',
]

const otherPaths: Json = {
  '/api/v1/files/{fileId}/chunks': {
    post: {
      operationId: 'postChunk',
      summary: '上传照片的一段（二进制），从断开处接着传',
      security: [{ session: [] }],
      parameters: [
        { name: 'fileId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
        query('offset', { type: 'integer', minimum: 0 }),
        query('bytes', { type: 'integer', minimum: 1 }),
        query('sha256', { type: 'string', pattern: '^[0-9a-f]{64}$' }),
      ],
      requestBody: { required: true, content: { 'application/octet-stream': {} } },
      responses: {
        '200': {
          description: '成功',
          content: {
            'application/json': { schema: schemaOf(operations.uploadChunk.response, 'output') },
          },
        },
        ...problemResponses([...operations.uploadChunk.problems, ...commonProblems]),
      },
    },
  },
  '/api/v1/live': {
    get: {
      operationId: 'live',
      summary: '变化的实时推送（Server-Sent Events），断开后带上最后的 id 接着收',
      security: [{ session: [] }],
      parameters: [{ name: 'after', in: 'query', required: false, schema: { type: 'string' } }],
      responses: {
        '200': { description: '事件流', content: { 'text/event-stream': {} } },
        ...problemResponses(['hub.cursor-invalid', ...roadProblems]),
      },
    },
  },
  '/api/v1/photos/{key}': {
    get: {
      operationId: 'photo',
      summary: '一张照片；地址连同签名由 MatterView 给出，一小时内有效',
      security: [],
      parameters: [
        { name: 'key', in: 'path', required: true, schema: { type: 'string' } },
        query('p', { type: 'string', format: 'uuid' }),
        query('e', { type: 'integer' }),
        query('s', { type: 'string' }),
      ],
      responses: {
        '200': { description: '成功', content: { 'image/jpeg': {} } },
        ...problemResponses([
          'file.link-expired',
          'file.not-found',
          'request.too-many',
          'server.stopping',
          'server.fault',
        ]),
      },
    },
  },
}
