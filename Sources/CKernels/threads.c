// Empty in WebAssembly, which has one thread.
#if !defined(__wasm__)
#include "threads.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

// More than these have not been seen to help.
#define MOST 8
// How often a thread looks for work before it sleeps: about 500 µs, more than lies between two products of a large net.
#define LOOKS 10000

static atomic_int limit = MOST;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int threads = 1;

// The task at hand. `left` counts down as parts are taken, which keeps a late thread from a later task's parts.
static void (*task)(void *, int);
static void *task_context;
static atomic_int left, finished, sleeping;
static atomic_flag busy = ATOMIC_FLAG_INIT;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t work = PTHREAD_COND_INITIALIZER;

static void take_parts(void) {
  for (int i; (i = atomic_fetch_sub(&left, 1) - 1) >= 0; atomic_fetch_add(&finished, 1)) task(task_context, i);
}

static void pause_briefly(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

static void *help(void *unused) {
  for (;;) {
    for (int looks = 0; looks < LOOKS && atomic_load(&left) <= 0; looks++) pause_briefly();
    if (atomic_load(&left) <= 0) {
      pthread_mutex_lock(&lock);
      atomic_fetch_add(&sleeping, 1);
      while (atomic_load(&left) <= 0) pthread_cond_wait(&work, &lock);
      atomic_fetch_sub(&sleeping, 1);
      pthread_mutex_unlock(&lock);
    }
    take_parts();
  }
  return unused;
}

static void start(void) {
  const char *wish = getenv("GLASSBOX_THREADS");
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  if (wish && atoi(wish) > 0 && atoi(wish) < count) count = atoi(wish);
  if (count > MOST) count = MOST;
  pthread_t thread;
  while (threads < count && pthread_create(&thread, NULL, help, NULL) == 0) {
    pthread_detach(thread);
    threads++;
  }
}

void gb_limit_threads(int value) { atomic_store(&limit, value); }

int gb_threads(void) {
  pthread_once(&once, start);
  int most = atomic_load(&limit);
  return threads < most ? threads : most;
}

void gb_share(void (*part)(void *context, int i), void *context, int parts) {
  if (parts == 1 || atomic_flag_test_and_set(&busy)) {
    for (int i = 0; i < parts; i++) part(context, i);
    return;
  }
  task = part;
  task_context = context;
  atomic_store(&finished, 0);
  atomic_store(&left, parts);
  if (atomic_load(&sleeping) > 0) {
    pthread_mutex_lock(&lock);
    pthread_cond_broadcast(&work);
    pthread_mutex_unlock(&lock);
  }
  take_parts();
  for (int looks = 0; atomic_load(&finished) < parts; looks++) looks < LOOKS ? pause_briefly() : (void)sched_yield();
  atomic_flag_clear(&busy);
}
#endif
