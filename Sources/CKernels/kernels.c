#include "kernels.h"

#include "threads.h"

// The kernels are one text, kernel.inc and what it includes, compiled once for each width and element type.

static volatile int limit = 0;

void gb_limit_vectors(int value) { limit = value; }

#pragma clang fp contract(off)

// What there is of each kernel.
typedef struct {
  void (*product)(const void *a, const void *b, void *c, const gb_product *p);
  void (*transpose)(const void *from, long from_row, long rows, long columns, void *to, long to_row);
  void (*unfold)(const void *image, void *windows, const gb_windows *w);
  void (*fold)(const void *windows, void *image, const gb_windows *w);
  void (*relu)(const void *x, void *y, long count);
  void (*relu_gradient)(const void *dy, const void *x, void *dx, long count);
  void (*sum_rows)(const void *matrix, void *sums, long rows, long columns);
  void (*gather)(const void *matrix, const int *order, void *to, long rows, long columns);
  void (*greatest)(const void *planes, const gb_pooling *p, void *to, int *chosen);
} kernels;

// Rows of B that are packed at a time, so that a panel stays within 48 KB: of two vectors, and of up to twelve.
#define DEPTH 256
#define BLOCK 64
// A place within a block.
typedef unsigned char place;

#define LEAST(x, y) ((x) < (y) ? (x) : (y))
#define EACH(count) _Pragma("clang loop unroll(full)") for (int v = 0; v < count; v++)

// Vectors of 128 bits know no masks: part of one is read and written element by element, and LOAD_LAST reads a whole
// one, for which B is packed to whole vectors (WHOLE).
typedef float f32x4 __attribute__((ext_vector_type(4)));
typedef double f64x2 __attribute__((ext_vector_type(2)));
typedef float f32x4_anywhere __attribute__((ext_vector_type(4), aligned(4)));
typedef double f64x2_anywhere __attribute__((ext_vector_type(2), aligned(8)));

// The places of the bits of a number below 16.
typedef place four_places __attribute__((ext_vector_type(4), aligned(1)));
static const four_places places_of[16] = {
    {},  {0},    {1},    {0, 1},    {2},    {0, 2},    {1, 2},    {0, 1, 2},
    {3}, {0, 3}, {1, 3}, {0, 1, 3}, {2, 3}, {0, 2, 3}, {1, 2, 3}, {0, 1, 2, 3}};

// Two vectors as one of 8 or 16 elements; and the lower or the upper halves of each four of their elements, by turns.
#define JOIN_8(x, y) __builtin_shufflevector(x, y, 0, 1, 2, 3, 4, 5, 6, 7)
#define JOIN_16(x, y) __builtin_shufflevector(x, y, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
#define LOW_4(x, y) __builtin_shufflevector(x, y, 0, 4, 1, 5)
#define HIGH_4(x, y) __builtin_shufflevector(x, y, 2, 6, 3, 7)
#define LOW_8(x, y) __builtin_shufflevector(x, y, 0, 8, 1, 9, 4, 12, 5, 13)
#define HIGH_8(x, y) __builtin_shufflevector(x, y, 2, 10, 3, 11, 6, 14, 7, 15)
#define LOW_16(x, y) __builtin_shufflevector(x, y, 0, 16, 1, 17, 4, 20, 5, 21, 8, 24, 9, 25, 12, 28, 13, 29)
#define HIGH_16(x, y) __builtin_shufflevector(x, y, 2, 18, 3, 19, 6, 22, 7, 23, 10, 26, 11, 27, 14, 30, 15, 31)

#define PART(name, T, VEC, WIDTH)                                                                            \
  static inline VEC load_##name(const T *from, long count) {                                                 \
    if (count == WIDTH) return *(const VEC##_anywhere *)from;                                                \
    VEC v = (VEC)(0);                                                                                        \
    for (int i = 0; i < WIDTH - 1; i++) if (i < count) v[i] = from[i];                               \
    return v;                                                                                                \
  }                                                                                                          \
  static inline void store_##name(T *to, long count, VEC v) {                                                \
    if (count == WIDTH) *(VEC##_anywhere *)to = v;                                                           \
    else for (int i = 0; i < WIDTH - 1; i++) if (i < count) to[i] = v[i];                            \
  }
PART(f32, float, f32x4, 4)
PART(f64, double, f64x2, 2)
#undef PART

#define TARGET
#define MASK long
#define MASK_OF(n) (n)
#define NAME(x) x##_f32
#define T float
#define VEC f32x4
#define WIDTH 4
#define TALL 4
#define ZERO ((VEC)(0))
#define SPLAT(x) ((VEC)(x))
#define LOAD(p) (*(const f32x4_anywhere *)(p))
#define LOAD_SOME(p, m) load_f32(p, m)
#define STORE_SOME(p, m, v) store_f32(p, m, v)
#define LOAD_LAST(p, m) LOAD(p)
#define WHOLE 1
#define MUL_ADD(s, x, y) ((s) + (x) * (y))
#include "kernel.inc"

#define MASK long
#define MASK_OF(n) (n)
#define NAME(x) x##_f64
#define T double
#define VEC f64x2
#define WIDTH 2
#define TALL 4
#define ZERO ((VEC)(0))
#define SPLAT(x) ((VEC)(x))
#define LOAD(p) (*(const f64x2_anywhere *)(p))
#define LOAD_SOME(p, m) load_f64(p, m)
#define STORE_SOME(p, m, v) store_f64(p, m, v)
#define LOAD_LAST(p, m) LOAD(p)
#define WHOLE 1
#define MUL_ADD(s, x, y) ((s) + (x) * (y))
#include "kernel.inc"
#undef TARGET

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx512f")))
#define MASK __mmask16
#define MASK_OF(n) ((__mmask16)((1u << (n)) - 1))
#define NAME(x) x##_f32_avx512
#define T float
#define VEC __m512
#define WIDTH 16
#define TALL 8
#define ZERO _mm512_setzero_ps()
#define SPLAT(x) _mm512_set1_ps(x)
#define LOAD(p) _mm512_loadu_ps(p)
#define LOAD_SOME(p, m) _mm512_maskz_loadu_ps(m, p)
#define STORE_SOME(p, m, v) _mm512_mask_storeu_ps(p, m, v)
#define LOAD_LAST LOAD_SOME
#define WHOLE 0
#define MUL_ADD(s, x, y) _mm512_add_ps(s, _mm512_mul_ps(x, y))
#define NOT_ZERO(x) _mm512_cmp_ps_mask(x, ZERO, _CMP_NEQ_UQ)
#include "kernel.inc"

#define MASK __mmask8
#define MASK_OF(n) ((__mmask8)((1u << (n)) - 1))
#define NAME(x) x##_f64_avx512
#define T double
#define VEC __m512d
#define WIDTH 8
#define TALL 8
#define ZERO _mm512_setzero_pd()
#define SPLAT(x) _mm512_set1_pd(x)
#define LOAD(p) _mm512_loadu_pd(p)
#define LOAD_SOME(p, m) _mm512_maskz_loadu_pd(m, p)
#define STORE_SOME(p, m, v) _mm512_mask_storeu_pd(p, m, v)
#define LOAD_LAST LOAD_SOME
#define WHOLE 0
#define MUL_ADD(s, x, y) _mm512_add_pd(s, _mm512_mul_pd(x, y))
#define NOT_ZERO(x) _mm512_cmp_pd_mask(x, ZERO, _CMP_NEQ_UQ)
#include "kernel.inc"

#undef TARGET
#define TARGET __attribute__((target("avx2")))

static const int mask_words[16] = {-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0};
static const long long mask_longs[8] = {-1, -1, -1, -1, 0, 0, 0, 0};

#define MASK __m256i
#define MASK_OF(n) _mm256_loadu_si256((const __m256i *)(mask_words + 8 - (n)))
#define NAME(x) x##_f32_avx2
#define T float
#define VEC __m256
#define WIDTH 8
#define TALL 6
#define ZERO _mm256_setzero_ps()
#define SPLAT(x) _mm256_set1_ps(x)
#define LOAD(p) _mm256_loadu_ps(p)
#define LOAD_SOME(p, m) _mm256_maskload_ps(p, m)
#define STORE_SOME(p, m, v) _mm256_maskstore_ps(p, m, v)
#define LOAD_LAST LOAD_SOME
#define WHOLE 0
#define MUL_ADD(s, x, y) _mm256_add_ps(s, _mm256_mul_ps(x, y))
#include "kernel.inc"

#define MASK __m256i
#define MASK_OF(n) _mm256_loadu_si256((const __m256i *)(mask_longs + 4 - (n)))
#define NAME(x) x##_f64_avx2
#define T double
#define VEC __m256d
#define WIDTH 4
#define TALL 6
#define ZERO _mm256_setzero_pd()
#define SPLAT(x) _mm256_set1_pd(x)
#define LOAD(p) _mm256_loadu_pd(p)
#define LOAD_SOME(p, m) _mm256_maskload_pd(p, m)
#define STORE_SOME(p, m, v) _mm256_maskstore_pd(p, m, v)
#define LOAD_LAST LOAD_SOME
#define WHOLE 0
#define MUL_ADD(s, x, y) _mm256_add_pd(s, _mm256_mul_pd(x, y))
#include "kernel.inc"

// 2 with AVX-512, 1 with AVX2, 0 with neither.
static int level(void) {
  static int found = -1;
  if (found < 0) {
    __builtin_cpu_init();
    found = __builtin_cpu_supports("avx512f") ? 2 : __builtin_cpu_supports("avx2") ? 1 : 0;
  }
  int most = 2 - limit;
  return found < most ? found : most;
}

#define KERNELS(name)                                                                                        \
  (level() == 2 ? &kernels_##name##_avx512 : level() == 1 ? &kernels_##name##_avx2 : &kernels_##name)
#else
#define KERNELS(name) (&kernels_##name)
#endif

// A product that threads share, each some of its columns: elements of `size` bytes, `width` columns a part.
typedef struct {
  const kernels *kernels;
  const char *a, *b;
  char *c;
  const gb_product *product;
  long size, width;
} task;

static void run_part(void *context, int i) {
  const task *t = context;
  gb_product p = *t->product;
  long first = i * t->width;
  p.columns = LEAST(p.columns - first, t->width);
  if (p.bias) p.bias = (const char *)p.bias + first * t->size;
  t->kernels->product(t->a, t->b + first * p.b_column * t->size, t->c + first * t->size, &p);
}

static void multiply(const kernels *kernels, long size, const void *a, const void *b, void *c, const gb_product *p) {
  if (p->columns == 0) return;
  // Below about 3 MFLOP a thread is not worth its wakening.
  int parts = p->rows * p->inner * p->columns < 1500000 || p->columns < 64 ? 1 : gb_threads();
  if (parts == 1) return kernels->product(a, b, c, p);
  long width = (p->columns + parts * 16 - 1) / (parts * 16) * 16;
  task task = {kernels, a, b, c, p, size, width};
  gb_share(run_part, &task, (p->columns + width - 1) / width);
}

#define EXPORT(name, T)                                                                                      \
  void gb_multiply_##name(const void *a, const void *b, void *c, const gb_product *p) {                      \
    multiply(KERNELS(name), sizeof(T), a, b, c, p);                                                          \
  }                                                                                                          \
  void gb_transpose_##name(const void *from, long from_row, long rows, long columns, void *to, long to_row) { \
    KERNELS(name)->transpose(from, from_row, rows, columns, to, to_row);                                     \
  }                                                                                                          \
  void gb_unfold_##name(const void *image, void *windows, const gb_windows *w) {                             \
    KERNELS(name)->unfold(image, windows, w);                                                                \
  }                                                                                                          \
  void gb_fold_##name(const void *windows, void *image, const gb_windows *w) {                               \
    KERNELS(name)->fold(windows, image, w);                                                                  \
  }                                                                                                          \
  void gb_relu_##name(const void *x, void *y, long count) { KERNELS(name)->relu(x, y, count); }              \
  void gb_relu_gradient_##name(const void *dy, const void *x, void *dx, long count) {                        \
    KERNELS(name)->relu_gradient(dy, x, dx, count);                                                          \
  }                                                                                                          \
  void gb_sum_rows_##name(const void *matrix, void *sums, long rows, long columns) {                         \
    KERNELS(name)->sum_rows(matrix, sums, rows, columns);                                                    \
  }                                                                                                          \
  void gb_gather_##name(const void *matrix, const int *order, void *to, long rows, long columns) {           \
    KERNELS(name)->gather(matrix, order, to, rows, columns);                                                 \
  }                                                                                                          \
  void gb_greatest_##name(const void *planes, const gb_pooling *p, void *to, int *chosen) {                  \
    KERNELS(name)->greatest(planes, p, to, chosen);                                                          \
  }
EXPORT(f32, float)
EXPORT(f64, double)
