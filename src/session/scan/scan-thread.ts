import type { Finding } from '../../core/model/finding.ts';
import type { AnalyseFileRequest, OpenProjectRequest } from '../../protocol/worker.ts';
import { ProjectAnalysis } from './analyse-files.ts';

export { scanProject } from './scan-project.ts';

/** The project this thread keeps; one thread, one project. */
let project: Promise<ProjectAnalysis> | null = null;

export const openProject = async (request: OpenProjectRequest): Promise<null> => {
  project = ProjectAnalysis.open(request);
  await project;
  return null;
};

const opened = (): Promise<ProjectAnalysis> => project ?? Promise.reject(new Error('No project is open.'));

export const analyseFile = async ({ path, text }: AnalyseFileRequest): Promise<Finding[]> => (await opened()).analyse(path, text);

export const filesChanged = async (paths: readonly string[]): Promise<null> => {
  (await opened()).changed(paths);
  return null;
};
