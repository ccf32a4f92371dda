import type { KeyboardEvent } from 'react-aria-components';

/**
 * A field's key handler that lets the window's shortcuts hear what it left alone: React Aria keeps every key
 * of a field with a handler to itself.
 */
export function letKeysPass(
  onKeyDown: ((event: KeyboardEvent) => void) | undefined,
): ((event: KeyboardEvent) => void) | undefined {
  if (!onKeyDown) return undefined;
  return event => {
    onKeyDown(event);
    if (!event.isDefaultPrevented()) event.continuePropagation();
  };
}
