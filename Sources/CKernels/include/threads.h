#pragma once

// Runs `part(context, i)` for i = 0, …, parts - 1, some of them on other threads, and returns when all are done.
//
// The threads are made once, as many as there are processors besides the caller's. One call at a time has them: another
// does its parts by itself, as it does when there are none.
void gb_share(void (*part)(void *context, int i), void *context, int parts);

// How many threads share one loop: processors, GLASSBOX_THREADS or gb_limit_threads, whichever is least.
#if defined(__wasm__)
static inline int gb_threads(void) { return 1; }
#else
int gb_threads(void);
#endif

// The most threads that may share one loop from now on; the bits are the same with any number.
void gb_limit_threads(int value);
