import { now } from './clock.ts';
import { isPageHidden } from './page-end.ts';
import { createPageWatch } from './page-watch.ts';
import { inRootZone } from './root-zone.ts';
import { createTaskQueue } from './task-queue.ts';

// Room for what exporters and hooks add while tasks run, which could go on without end.
const MAX_TASKS = 512;
// How many tasks run together at most.
const MAX_WAITING = 256;
const SOON_MILLIS = 1_000;

/** What happens on a page over time. Times are epoch milliseconds. */
export interface TimedWork {
  /** Time has passed. */
  tick(now: number): void;
  /** Milliseconds until the next `tick()`; `undefined` when none is needed. */
  nextTick(now: number): number | undefined;
  /** The page is hidden or left. */
  leave(now: number): void;
}

/** Runs tasks outside of the page's own tasks, and all of them before the page goes away. */
export interface PageTasks {
  /** Adds a task that runs within a second, or at once in a hidden page. `false` when there are too many. */
  add(task: () => void): boolean;
  /** Runs the tasks that wait. While tasks run, the run in progress includes them. */
  run(): void;
  /** Plans the next tick. Called after anything that may change when it is needed. */
  plan(): void;
  /** Leaves the page after the tasks that wait, if it is hidden: it may go away without any further event. */
  leaveIfHidden(): void;
  /** Runs the tasks that wait, and stops timers and listeners. */
  stop(): void;
}

/** The tasks of one page. What they throw is passed to `onError`. */
export function createPageTasks(work: TimedWork, onError: (error: unknown) => void): PageTasks {
  let isStopped = false;
  let isLeaving = false;
  const queue = createTaskQueue(onError);
  const watch = createPageWatch({
    onTick() {
      queue.add(() => work.tick(now()));
      queue.run();
      return isStopped ? undefined : work.nextTick(now());
    },
    onLeave() {
      leave();
      run();
    },
  });

  const plan = (): void => {
    const millis = isStopped ? undefined : work.nextTick(now());
    if (millis !== undefined) watch.tickWithin(millis);
  };
  // Exporters start timers and requests when a span ends.
  const runQueue = () => inRootZone(queue.run);
  const run = (): void => {
    runQueue();
    plan();
  };
  const leave = (): void => {
    if (isLeaving) return;
    isLeaving = true;
    queue.add(() => {
      isLeaving = false;
      if (isStopped) return;
      work.leave(now());
      watch.rest();
    });
  };
  const leaveIfHidden = (): void => {
    if (isPageHidden()) leave();
  };

  return {
    run,
    plan,
    leaveIfHidden,
    add(task) {
      if (queue.size() >= MAX_TASKS) return false;
      const size = queue.add(task);
      leaveIfHidden();
      if (isLeaving || size >= MAX_WAITING) run();
      else watch.tickWithin(SOON_MILLIS);
      return true;
    },
    stop() {
      runQueue();
      isStopped = true;
      watch.rest();
    },
  };
}
