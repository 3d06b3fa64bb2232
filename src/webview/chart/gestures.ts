export interface GestureEvents {
  /** Shares of the width and rows since the last call. */
  readonly drag: (share: number, pixels: number) => void;
  readonly zoom: (at: number, factor: number) => void;
  readonly click: (event: MouseEvent) => void;
  readonly fit: (event: MouseEvent) => void;
  readonly hover: (event: PointerEvent | null) => void;
  /** While Shift is held; shares of the width. `null` where the picture has no axis to choose from. */
  readonly choose: ((from: number, to: number, done: boolean) => void) | null;
}

/** px; less is a click. */
const slack = 4;
/** Wheel px that double what is in sight. */
const wheelDouble = 400;

/** Mouse, pen and touchpad over a picture. Shares are 0–1 of its width. */
export function listenForGestures(target: HTMLElement, events: GestureEvents): void {
  const shareAt = (event: MouseEvent): number => {
    const { left, width } = target.getBoundingClientRect();
    return width > 0 ? Math.max(0, Math.min(1, (event.clientX - left) / width)) : 0;
  };
  let held: { readonly x: number; readonly y: number; readonly from: number; readonly choosing: boolean; lastX: number; lastY: number; moved: boolean } | null = null;

  target.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    const { clientX: x, clientY: y } = event;
    held = { x, y, from: shareAt(event), choosing: event.shiftKey && events.choose !== null, lastX: x, lastY: y, moved: false };
    target.setPointerCapture(event.pointerId);
  });
  target.addEventListener('pointermove', (event) => {
    if (!held) return events.hover(event);
    held.moved ||= Math.hypot(event.clientX - held.x, event.clientY - held.y) > slack;
    if (!held.moved) return;
    events.hover(null);
    if (held.choosing) events.choose?.(held.from, shareAt(event), false);
    else events.drag((held.lastX - event.clientX) / Math.max(1, target.clientWidth), held.lastY - event.clientY);
    held.lastX = event.clientX;
    held.lastY = event.clientY;
  });
  target.addEventListener('pointerup', (event) => {
    const ended = held;
    held = null;
    if (ended?.moved && ended.choosing) events.choose?.(ended.from, shareAt(event), true);
    else if (ended && !ended.moved) events.click(event);
  });
  target.addEventListener('pointercancel', () => { held = null; });
  target.addEventListener('pointerleave', () => events.hover(null));
  target.addEventListener('dblclick', (event) => events.fit(event));
  target.addEventListener('wheel', (event) => {
    event.preventDefault();
    events.hover(null);
    if (event.shiftKey) events.drag(0, event.deltaY || event.deltaX);
    else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) events.drag(event.deltaX / Math.max(1, target.clientWidth), 0);
    else events.zoom(shareAt(event), 2 ** (event.deltaY / wheelDouble));
  }, { passive: false });
}
