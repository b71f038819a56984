import { FinishedStacks } from "./finished-stacks";
import type { Report } from "./progress";

const CREATED = /: Creation complete after /;
const WAITING = /(aws_\w+)\.\S+ .*: Still creating\.\.\./;

/** Follows a deployment by what the CDKTF CLI prints of Terraform's output. */
export class DeploymentWatch {
  private created = 0;
  private readonly finished = new FinishedStacks();
  private waitingFor: string | undefined;

  constructor(
    private readonly resources: number,
    private readonly stacks: number,
    private readonly report: Report,
  ) {
    report("Terraform initializes every stack");
  }

  line(text: string): void {
    const before = this.finished.names.size;
    this.finished.line(text);
    if (CREATED.test(text)) {
      this.created += 1;
      this.waitingFor = undefined;
    } else if (WAITING.test(text)) this.waitingFor = WAITING.exec(text)?.[1];
    else if (this.finished.names.size === before) return;
    const waiting = this.waitingFor === undefined ? "" : `, waiting for ${this.waitingFor}`;
    this.report(
      `${this.created} of ${this.resources} resources, ${this.finished.names.size} of ${this.stacks} stacks done${waiting}`,
    );
  }
}
