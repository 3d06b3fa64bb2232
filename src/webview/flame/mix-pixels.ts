/** `share` (0–1) of one opaque pixel, the rest of another. Both 0xAABBGGRR. */
export function mixPixels(pixel: number, other: number, share: number): number {
  const channel = (shift: number): number => Math.round(((pixel >>> shift) & 255) * share + ((other >>> shift) & 255) * (1 - share)) << shift;
  return ((255 << 24) | channel(16) | channel(8) | channel(0)) >>> 0;
}
