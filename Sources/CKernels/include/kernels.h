#pragma once

// C = A · B (or C += A · B) for row-major C, on the widest vector unit that the machine has.
//
// A is read at a[row * a_row + k * a_inner], B at b[k * b_inner + column * b_column], so that either may be a
// transpose. Each element of C is summed in plain order of k, each product rounded, then each sum: vector units work
// across columns, so the result has the bits of the naive loop whatever the width. Nothing is fused, nothing allocated.

typedef struct {
  long a_row, a_inner;
  long b_inner, b_column;
  long c_row;
  long rows, inner, columns;
  int adding;  // whether the sums begin from what is in C
} gb_product;

// False where the machine has no AVX2 (or is no x86): the caller then uses its own loop.
int gb_multiply_f32(const float *a, const float *b, float *c, const gb_product *p);
int gb_multiply_f64(const double *a, const double *b, double *c, const gb_product *p);

// Widens or narrows the choice for tests: 0 the best there is, 1 AVX2 at most, 2 none.
void gb_limit_vectors(int limit);

// The most threads that may work on one product from now on; the bits are the same with any number.
void gb_limit_threads(int value);

// Square roots as instructions, without C's errno.
typedef float gb_f32x8 __attribute__((ext_vector_type(8)));
typedef double gb_f64x8 __attribute__((ext_vector_type(8)));
static inline gb_f32x8 gb_sqrt_f32x8(gb_f32x8 x) { return __builtin_elementwise_sqrt(x); }
static inline gb_f64x8 gb_sqrt_f64x8(gb_f64x8 x) { return __builtin_elementwise_sqrt(x); }
