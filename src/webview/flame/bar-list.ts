/** Bars wide enough to be decorated, in device px; reused from frame to frame. */
export class BarList {
  length = 0;
  box = new Int32Array(1024);
  left = new Int32Array(1024);
  /** Behind the last pixel. */
  right = new Int32Array(1024);
  /** Of its row; may lie above the picture. */
  top = new Int32Array(1024);

  add(box: number, left: number, right: number, top: number): void {
    if (this.length === this.box.length) this.grow();
    const at = this.length++;
    this.box[at] = box;
    this.left[at] = left;
    this.right[at] = right;
    this.top[at] = top;
  }

  private grow(): void {
    const larger = (column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const grown = new Int32Array(column.length * 2);
      grown.set(column);
      return grown;
    };
    [this.box, this.left, this.right, this.top] = [larger(this.box), larger(this.left), larger(this.right), larger(this.top)];
  }
}
