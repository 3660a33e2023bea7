// The part of a C library that Embedded Swift links against. Empty but for WebAssembly.
#if defined(__wasm__)
#include <stddef.h>
#include <stdint.h>

// An allocator of blocks in powers of two, one list of free blocks for each. The arrays of a run grow by doubling, so
// what one outgrows fits another; a run's large blocks are laid out once.

#define SMALLEST 5  // 2^5 bytes
#define PAGE 65536u

struct header {
  uint32_t block;  // where the block begins, which alignment may leave behind
  uint32_t order;  // its size is 2^order bytes
};
struct free_block {
  struct free_block *next;
};

extern unsigned char __heap_base;
static struct free_block *lists[32];
static uintptr_t top;

static void *fresh(size_t size) {
  if (!top) top = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
  uintptr_t end = top + size;
  if (end < top) return NULL;
  size_t have = __builtin_wasm_memory_size(0) * (size_t)PAGE;
  if (end > have) {
    size_t pages = (end - have + PAGE - 1) / PAGE;
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return NULL;
  }
  void *block = (void *)top;
  top = end;
  return block;
}

int posix_memalign(void **result, size_t alignment, size_t size) {
  if (alignment < 8) alignment = 8;
  if (size > (1u << 30)) return 12;
  size_t needed = size + sizeof(struct header) + alignment;
  uint32_t order = SMALLEST;
  while (((size_t)1 << order) < needed) order++;
  void *block = lists[order];
  if (block) {
    lists[order] = lists[order]->next;
  } else {
    block = fresh((size_t)1 << order);
    if (!block) return 12;
  }
  uintptr_t address = ((uintptr_t)block + sizeof(struct header) + alignment - 1) & ~(uintptr_t)(alignment - 1);
  ((struct header *)address)[-1] = (struct header){(uint32_t)(uintptr_t)block, order};
  *result = (void *)address;
  return 0;
}

void *malloc(size_t size) {
  void *result = NULL;
  return posix_memalign(&result, 16, size) == 0 ? result : NULL;
}

void free(void *pointer) {
  if (!pointer) return;
  struct header header = ((struct header *)pointer)[-1];
  struct free_block *block = (struct free_block *)(uintptr_t)header.block;
  block->next = lists[header.order];
  lists[header.order] = block;
}

int memcmp(const void *a, const void *b, size_t count) {
  const unsigned char *x = a, *y = b;
  for (size_t i = 0; i < count; i++)
    if (x[i] != y[i]) return x[i] < y[i] ? -1 : 1;
  return 0;
}

// Seeds of hash tables, which the engine does not have; it must be there, and the same every time.
void arc4random_buf(void *bytes, size_t count) {
  for (size_t i = 0; i < count; i++) ((unsigned char *)bytes)[i] = 0;
}

// The product of two 128-bit integers, in 32-bit parts.
struct wide {
  uint64_t low, high;
};
struct wide __multi3(uint64_t a_low, uint64_t a_high, uint64_t b_low, uint64_t b_high) {
  uint64_t a0 = (uint32_t)a_low, a1 = a_low >> 32, b0 = (uint32_t)b_low, b1 = b_low >> 32;
  uint64_t low = a0 * b0;
  uint64_t middle = a1 * b0 + (low >> 32);
  uint64_t other = a0 * b1 + (uint32_t)middle;
  uint64_t high = a1 * b1 + (middle >> 32) + (other >> 32);
  return (struct wide){other << 32 | (uint32_t)low, high + a_low * b_high + a_high * b_low};
}
#endif

// Comparing strings asks for Unicode's tables of normal forms, which are 80 KB. The engine compares strings nowhere;
// derived equality mentions it. Every scalar is said to be in normal form, so that strings would compare by bytes.

uint16_t _swift_stdlib_getNormData(uint32_t scalar) { return 0; }
uint32_t _swift_stdlib_getDecompositionEntry(uint32_t scalar) { return 0; }
uint32_t _swift_stdlib_getComposition(uint32_t a, uint32_t b) { return UINT32_MAX; }
const uint8_t *const _swift_stdlib_nfd_decompositions = 0;
