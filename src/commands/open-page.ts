import openWith from 'open';

/** A program that has not given up after so many milliseconds has taken the page. */
const patience = 1500;

/** Opens a file with whatever the system opens it with. Gives the reason why it could not, undefined where nothing failed. */
export async function openPage(path: string): Promise<string | undefined> {
  try {
    const child = await openWith(path);
    return await new Promise(resolve => {
      const timer = setTimeout(() => resolve(undefined), patience);
      child.once('exit', code => {
        clearTimeout(timer);
        resolve(code === 0 ? undefined : `the system's opener gave up with status ${code}`);
      });
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? 'this system has no program that opens pages (xdg-open)' : message;
  }
}
