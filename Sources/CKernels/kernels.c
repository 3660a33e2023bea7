#include "kernels.h"

#include "threads.h"

// The kernels are one text, kernel.inc, compiled once for each width and element type.

static volatile int limit = 0;

void gb_limit_vectors(int value) { limit = value; }

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang fp contract(off)

// Rows of B that are packed at a time, so that a panel stays within 48 KB: of two vectors, and of twelve.
#define DEPTH 256
#define BLOCK 64
// Rows of A that are turned at a time.
#define ROWS 32

#define LEAST(x, y) ((x) < (y) ? (x) : (y))
#define EACH(count) _Pragma("clang loop unroll(full)") for (int v = 0; v < count; v++)

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

typedef void kernel(const void *a, const void *b, void *c, const gb_product *p);

// A product that threads share, each some of its columns: elements of `size` bytes, `width` columns a part.
typedef struct {
  kernel *run;
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
  t->run(t->a, t->b + first * p.b_column * t->size, t->c + first * t->size, &p);
}

static int multiply(kernel *run, long size, const void *a, const void *b, void *c, const gb_product *p) {
  if (!run) return 0;
  if (p->columns == 0) return 1;
  // Below about 3 MFLOP a thread is not worth its wakening.
  int parts = p->rows * p->inner * p->columns < 1500000 || p->columns < 64 ? 1 : gb_threads();
  long width = (p->columns + parts * 16 - 1) / (parts * 16) * 16;
  task task = {run, a, b, c, p, size, width};
  gb_share(run_part, &task, (p->columns + width - 1) / width);
  return 1;
}

int gb_multiply_f32(const float *a, const float *b, float *c, const gb_product *p) {
  kernel *const kernels[] = {0, product_f32_avx2, product_f32_avx512};
  return multiply(kernels[level()], sizeof *c, a, b, c, p);
}

int gb_multiply_f64(const double *a, const double *b, double *c, const gb_product *p) {
  kernel *const kernels[] = {0, product_f64_avx2, product_f64_avx512};
  return multiply(kernels[level()], sizeof *c, a, b, c, p);
}

#else

int gb_multiply_f32(const float *a, const float *b, float *c, const gb_product *p) { return 0; }
int gb_multiply_f64(const double *a, const double *b, double *c, const gb_product *p) { return 0; }

#endif
