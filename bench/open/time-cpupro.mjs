// CPUpro's model in the page of its npm package: it stands nowhere else. The page is changed on its way into the browser, so that it tells
// when the model begins and when it is done; it is given the file as a user gives it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const origin = 'http://cpupro';
/** Where the page is handed the function that makes its model. */
const takesModel = /this\.prepare=(\w+)\}/;

/**
 * @param {string} peers a folder whose node_modules holds cpupro
 * @returns {string} its page, which calls `noteBegin` and `noteEnd` around its model
 */
export function readCpupro(peers) {
  const html = readFileSync(join(peers, 'node_modules', 'cpupro', 'build', 'app.html'), 'utf8');
  if (!takesModel.test(html)) throw new Error('This version of cpupro makes its model elsewhere.');
  return html.replace(takesModel, (_, make) => `this.prepare=async(...given)=>{await noteBegin();const made=await ${make}(...given);await noteEnd();return made}}`);
}

/** @returns {Promise<{ modelMs: number, wholeMs: number }>} CPU ms of the page's process: the model alone, and from the choice of the file on, its own reading included */
export async function timeCpupro(browser, html, file) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const debug = await context.newCDPSession(page);
  await debug.send('Performance.enable');
  const cpuMs = async () => (await debug.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ProcessTime').value * 1000;
  let modelBegan = 0;
  await page.exposeFunction('noteBegin', async () => { modelBegan = await cpuMs(); });
  const modelDone = new Promise((resolve) => { page.exposeFunction('noteEnd', async () => resolve(await cpuMs())); });
  await page.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(origin);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByText(/open file/i).first().click()]);
  const began = await cpuMs();
  await chooser.setFiles(file);
  const ended = await modelDone;
  await context.close();
  return { modelMs: ended - modelBegan, wholeMs: ended - began };
}
