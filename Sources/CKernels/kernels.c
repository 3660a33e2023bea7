#include "kernels.h"

// The kernels are one text, kernel.inc, compiled once for each width and element type.

static int limit = 0;

void gb_limit_vectors(int value) { limit = value; }

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang fp contract(off)

// Rows of B that are packed at a time, so that a panel of two vectors stays within 32 KB.
#define DEPTH 256

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

int gb_multiply_f32(const float *a, const float *b, float *c, const gb_product *p) {
  switch (level()) {
    case 2: product_f32_avx512(a, b, c, p); return 1;
    case 1: product_f32_avx2(a, b, c, p); return 1;
    default: return 0;
  }
}

int gb_multiply_f64(const double *a, const double *b, double *c, const gb_product *p) {
  switch (level()) {
    case 2: product_f64_avx512(a, b, c, p); return 1;
    case 1: product_f64_avx2(a, b, c, p); return 1;
    default: return 0;
  }
}

#else

int gb_multiply_f32(const float *a, const float *b, float *c, const gb_product *p) { return 0; }
int gb_multiply_f64(const double *a, const double *b, double *c, const gb_product *p) { return 0; }

#endif
