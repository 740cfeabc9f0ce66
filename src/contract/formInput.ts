import * as v from 'valibot'
import { FileIdSchema, TaskOwnerSchema, text } from './shapes'

/** A body may carry more than a form allows, so that the form can answer with its own code and limit. */
export const ABSURD_TEXT = 20_000
const ABSURD_LIST = 300
const FIELDS_MAX = 60

const RowInputSchema = v.strictObject({
  title: text(500),
  due: v.optional(v.pipe(v.string(), v.maxLength(40))),
})

/** One value of a form: see `FormField` for what each type of field takes. */
const FieldValueSchema = v.union([
  text(ABSURD_TEXT),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  TaskOwnerSchema,
  v.pipe(v.array(text(100)), v.maxLength(ABSURD_LIST)),
  v.pipe(v.array(TaskOwnerSchema), v.maxLength(ABSURD_LIST)),
  v.pipe(v.array(RowInputSchema), v.maxLength(ABSURD_LIST)),
])

const FieldName = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]{0,39}$/, '没有这样的栏目'))

/** What was filled into a form, by field name; which fields a form takes is the flow table's to say. */
export const FormInputSchema = v.pipe(
  v.record(FieldName, v.optional(FieldValueSchema)),
  v.check((fields) => Object.keys(fields).length <= FIELDS_MAX, '填的栏目太多'),
)

/** The fields that mean the same in every flow are held to their shapes at once. */
export const ActionInputSchema = v.pipe(
  v.objectWithRest(
    {
      note: v.optional(text(ABSURD_TEXT)),
      result: v.optional(text(ABSURD_TEXT)),
      reason: v.optional(text(ABSURD_TEXT)),
      owner: v.optional(TaskOwnerSchema),
      photos: v.optional(v.pipe(v.array(FileIdSchema), v.maxLength(100))),
    },
    v.optional(FieldValueSchema),
  ),
  v.check((fields) => Object.keys(fields).every((name) => v.is(FieldName, name)), '没有这样的栏目'),
  v.check((fields) => Object.keys(fields).length <= FIELDS_MAX, '填的栏目太多'),
)
