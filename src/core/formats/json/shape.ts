/** Why a value that is valid JSON can't be used; the reader adds the byte and the field. */
export interface Complaint {
  readonly code: string;
  readonly message: string;
  /** The place inside the value, where that is not all of it: `.samples[3]`. */
  readonly within?: string;
}
export type Verdict = Complaint | undefined;

/** What a JSON value should look like, and who takes it. Members that no shape names are stepped over. */
export type Shape = ObjectShape | ArrayShape | NumberShape | TextShape;

/** With `loose` a value of another kind is stepped over, as one of a member that is not known. */
interface Container {
  readonly loose?: boolean;
  readonly begin?: () => void;
  readonly end?: () => Verdict;
}
export interface ObjectShape extends Container {
  readonly kind: 'object';
  readonly members: Map<string, Shape>;
}
export interface ArrayShape extends Container {
  readonly kind: 'array';
  readonly element: Shape;
}
export interface NumberShape {
  readonly kind: 'number';
  readonly loose?: boolean;
  readonly take: (value: number) => Verdict;
}
export interface TextShape {
  readonly kind: 'text';
  readonly loose?: boolean;
  /** @param row of the walker's text table */
  readonly take: (row: number) => Verdict;
}

export const object = (members: Readonly<Record<string, Shape>>, container: Container = {}): ObjectShape => ({ ...container, kind: 'object', members: new Map(Object.entries(members)) });
export const array = (element: Shape, container: Container = {}): ArrayShape => ({ ...container, kind: 'array', element });

const silently = (take: (value: number) => void) => (value: number): undefined => {
  take(value);
  return undefined;
};

/** A number up to 2^53, beyond which sums are not exact. */
export const number = (take: (value: number) => void): NumberShape => ({ kind: 'number', take: silently(take) });
export const checkedNumber = (take: (value: number) => Verdict): NumberShape => ({ kind: 'number', take });
export const checkedText = (take: (row: number) => Verdict): TextShape => ({ kind: 'text', take });
export const text = (take: (row: number) => void): TextShape => ({ kind: 'text', take: silently(take) });

/** The same, but a value of another kind says nothing. */
export const loosely = <Any extends Shape>(shape: Any): Any => ({ ...shape, loose: true });
