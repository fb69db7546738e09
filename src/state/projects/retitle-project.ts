import { diff } from '../../core/patch.ts';
import { applyCommand, type Command } from '../../document/commands.ts';
import { nameStep } from '../../document/step-name.ts';
import { type KeptSteps, slim } from './history-line.ts';
import { type KeptProject, putProject, readPart, readProject } from './project-archive.ts';
import { readSteps } from './step-recall.ts';

/** Gives a project that is not on screen another title: a step like any other, to be taken back there. */
export async function retitleProject(id: string, title: string): Promise<void> {
  const kept = await readProject(id);
  if (typeof kept !== 'object') return;
  const command: Command = { type: 'retitle', title };
  const document = applyCommand(kept.document, command);
  if (document === kept.document) return;
  const { past } = readSteps(kept, await readPart('steps', id));
  const step = nameStep([command], kept.document, document);
  const project: KeptProject = { ...kept, document, step, touched: true, changedAt: Date.now() };
  const before = {
    patch: diff(document, kept.document),
    step: slim(kept.step),
    parted: false,
  };
  // What was taken back before it cannot be done again, as after any step.
  const steps = { at: project.changedAt, past: [before, ...past.steps], future: [] };
  await putProject(project, steps satisfies { [part in keyof KeptSteps]: unknown });
}
