/** Whether anything is still to come: a frame, an answer. */
export class Activity {
  private awaited = 0;
  private readonly tell: (busy: boolean) => void;

  /** @param tell hears when it begins and when all has come, in the task of the last one. */
  constructor(tell: (busy: boolean) => void) {
    this.tell = tell;
  }

  begin(): void {
    this.awaited++;
    if (this.awaited === 1) this.tell(true);
  }

  end(): void {
    this.awaited--;
    if (this.awaited === 0) this.tell(false);
  }

  /** The same answer, awaited until it comes or fails. */
  until<Answer>(answer: Promise<Answer>): Promise<Answer> {
    this.begin();
    return answer.finally(() => this.end());
  }
}
