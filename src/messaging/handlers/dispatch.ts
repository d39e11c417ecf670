import { message } from '../../domain/message'
import { StoreError } from '../../store/api'
import {
  envelopeSchema,
  type MessageType,
  protocol,
  type Reply,
  type Request,
  type Response,
} from '../protocol'
import { readSenderKind, type Sender } from './sender'

/** One handler for every message of the protocol. A handler throws `StoreError` to say something to the student. */
export type Handlers = {
  [T in MessageType]: (body: Request<T>, sender: { tabId: number; frameId: number }) => Promise<Response<T>>
}

function isMessageType(type: string): type is MessageType {
  return Object.hasOwn(protocol, type)
}

/**
 * Checks one incoming message, runs its handler and wraps what comes back. Never rejects: whatever does not fit is
 * refused with `error.refused`, and a failure without words becomes `error.unexpected` (reported to `report`).
 */
export async function dispatch(
  raw: unknown,
  sender: Sender,
  ownId: string,
  handlers: Handlers,
  report: (type: string, error: unknown) => void,
): Promise<Reply> {
  const refuse = (): Reply => ({ ok: false, error: message('error.refused') })
  const kind = readSenderKind(sender, ownId)
  const envelope = envelopeSchema.safeParse(raw)
  if (!kind || !envelope.success) return refuse()
  const { type, body } = envelope.data
  if (!isMessageType(type)) return refuse()
  const rule = protocol[type]
  if (!(rule.from as readonly string[]).includes(kind)) return refuse()
  const request = rule.request.safeParse(body)
  if (!request.success) return refuse()
  try {
    const run = handlers[type] as (body: unknown, sender: unknown) => Promise<unknown>
    const answer = await run(request.data, { tabId: sender.tabId, frameId: sender.frameId ?? 0 })
    return { ok: true, body: answer }
  } catch (error) {
    if (error instanceof StoreError) return { ok: false, error: error.what }
    report(type, error)
    return { ok: false, error: message('error.unexpected') }
  }
}
