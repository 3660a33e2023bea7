// Stands in front of the C library's allocator and counts, thread by thread, so that tests may run beside one another.
#include "allocations.h"

#include <errno.h>
#include <stddef.h>

static _Thread_local unsigned long count;
static _Thread_local long live, peak;

unsigned long gb_allocations(void) { return count; }
long gb_live_bytes(void) { return live; }
long gb_peak_bytes(void) { return peak; }
void gb_forget_peak(void) { peak = live; }

#if defined(__GLIBC__)
#include <malloc.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

static void *taken(void *block) {
  count++;
  live += (long)malloc_usable_size(block);
  if (live > peak) peak = live;
  return block;
}

void *malloc(size_t size) { return taken(__libc_malloc(size)); }
void *calloc(size_t number, size_t size) { return taken(__libc_calloc(number, size)); }
void *aligned_alloc(size_t alignment, size_t size) { return taken(__libc_memalign(alignment, size)); }

void *realloc(void *block, size_t size) {
  long before = (long)malloc_usable_size(block);
  void *grown = __libc_realloc(block, size);
  if (grown || size == 0) live -= before;
  return taken(grown);
}

int posix_memalign(void **block, size_t alignment, size_t size) {
  *block = taken(__libc_memalign(alignment, size));
  return *block ? 0 : ENOMEM;
}

void free(void *block) {
  live -= (long)malloc_usable_size(block);
  __libc_free(block);
}
#endif
