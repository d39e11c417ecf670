import type { Message } from '../domain/message'
import { sendToWorker } from '../platform/page-runtime'
import type { MessageType, Reply, Request, Response } from './protocol'

/** The worker could not be reached, or refused; `what` is for the catalogue. */
export class MessageError extends Error {
  readonly what: Message
  constructor(what: Message) {
    super(what.id)
    this.what = what
  }
}

/**
 * Sends one request to the worker and waits for its answer. Throws `MessageError`: `error.gone` when this script's
 * extension was updated or removed ("reload this page"), else what the worker said.
 */
export async function ask<T extends MessageType>(type: T, body: Request<T>): Promise<Response<T>> {
  let reply: Reply | undefined
  try {
    reply = (await sendToWorker({ v: 1, type, body })) as Reply | undefined
  } catch {
    throw new MessageError({ id: 'error.gone', params: {} })
  }
  if (!reply) throw new MessageError({ id: 'error.no-answer', params: {} })
  if (!reply.ok) throw new MessageError(reply.error)
  return reply.body as Response<T>
}
