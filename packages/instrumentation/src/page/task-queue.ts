/** Runs tasks in order, one at a time. */
export interface TaskQueue {
  /** Adds a task to those that wait. Returns how many wait then. */
  add(task: () => void): number;
  /** Number of tasks that wait or run. */
  size(): number;
  /**
   * Runs the tasks that wait, and those that are added meanwhile. Does nothing while they run: the run in progress
   * includes them.
   */
  run(): void;
}

/** A queue of tasks. What a task throws is passed to `onError`, and the next one runs. */
export function createTaskQueue(onError: (error: unknown) => void): TaskQueue {
  const tasks: (() => void)[] = [];
  let isRunning = false;
  return {
    add: (task) => tasks.push(task),
    size: () => tasks.length,
    run() {
      if (isRunning) return;
      isRunning = true;
      // An array's iterator reaches items that are added while it runs.
      for (const task of tasks) {
        try {
          task();
        } catch (error) {
          onError(error);
        }
      }
      tasks.length = 0;
      isRunning = false;
    },
  };
}
