/**
 * Writes the subject. Selecting all and inserting as if typed is the one way that both tells the page's own state and can
 * be undone as a step of its own. True when it stands there.
 */
export function insertSubject(field: HTMLInputElement, subject: string): boolean {
  field.focus()
  field.select()
  field.ownerDocument.execCommand('insertText', false, subject)
  if (field.value !== subject) {
    // A page's own `value` accessor may sit on the element: the prototype's setter is the browser's.
    const prototype =
      field.ownerDocument.defaultView?.HTMLInputElement.prototype ?? HTMLInputElement.prototype
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, subject)
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }))
  }
  return field.value === subject
}
