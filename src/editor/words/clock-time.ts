const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const pad = (part: number): string => String(part).padStart(2, '0');

/** `21 Nov 22:02:30`, here; empty for a date that can't be read. With seconds, which tell two runs of one file apart. */
export function clockTime(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  return `${date.getDate()} ${months[date.getMonth()]} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(pad).join(':')}`;
}
