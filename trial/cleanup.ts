type Undo = () => Promise<void> | void;

/** What has to be undone, the last thing first. Every one is tried, whatever became of the others. */
export class Cleanup {
  private readonly undos: Undo[] = [];

  add(undo: Undo): void {
    this.undos.push(undo);
  }

  /** Returns what could not be undone. A second call finds nothing left to do. */
  async run(): Promise<readonly unknown[]> {
    const problems: unknown[] = [];
    for (let undo = this.undos.pop(); undo !== undefined; undo = this.undos.pop())
      try {
        await undo();
      } catch (problem) {
        problems.push(problem);
      }
    return problems;
  }
}
