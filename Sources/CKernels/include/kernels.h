#pragma once

// Loops over tensors, on the widest vector unit that the machine has: AVX-512, AVX2, or 128 bits anywhere.
//
// Nothing is fused, nothing allocated, and the bits are those of the plain loop whatever the width: a vector's lanes
// are elements that have nothing to do with one another.

// C = A · B (or C += A · B) for row-major C. A is read at a[row * a_row + k * a_inner], B at
// b[k * b_inner + column * b_column], so that either may be a transpose. Each element of C is summed in plain order
// of k, each product rounded, then each sum.
typedef struct {
  long a_row, a_inner;
  long b_inner, b_column;
  long c_row;
  long rows, inner, columns;
  int adding;        // whether the sums begin from what is in C
  const void *bias;  // a row that is added to each of C in the end, or null
} gb_product;

void gb_multiply_f32(const void *a, const void *b, void *c, const gb_product *p);
void gb_multiply_f64(const void *a, const void *b, void *c, const gb_product *p);

// The transpose of `from` [rows, columns], the rows of either so many elements apart.
void gb_transpose_f32(const void *from, long from_row, long rows, long columns, void *to, long to_row);
void gb_transpose_f64(const void *from, long from_row, long rows, long columns, void *to, long to_row);

// Windows over an image, `rows` down and `columns` across: each has `height` lines of `runs` runs of `count` neighbours.
// The rest are distances in the image: of windows, of lines, of runs.
typedef struct {
  long rows, columns, height, runs, count;
  long down, across, line, step;
} gb_windows;

// Copies the windows of an image, one behind the other; or adds each window back to its place in the image, in order.
void gb_unfold_f32(const void *image, void *windows, const gb_windows *w);
void gb_unfold_f64(const void *image, void *windows, const gb_windows *w);
void gb_fold_f32(const void *windows, void *image, const gb_windows *w);
void gb_fold_f64(const void *windows, void *image, const gb_windows *w);

// y = x < 0 ? 0 : x, and dx = dy · (x > 0 ? 1 : 0).
void gb_relu_f32(const void *x, void *y, long count);
void gb_relu_f64(const void *x, void *y, long count);
void gb_relu_gradient_f32(const void *dy, const void *x, void *dx, long count);
void gb_relu_gradient_f64(const void *dy, const void *x, void *dx, long count);

// Sums the rows of a matrix in order; copies the rows that `order` names.
void gb_sum_rows_f32(const void *matrix, void *sums, long rows, long columns);
void gb_sum_rows_f64(const void *matrix, void *sums, long rows, long columns);
void gb_gather_f32(const void *matrix, const int *order, void *to, long rows, long columns);
void gb_gather_f64(const void *matrix, const int *order, void *to, long rows, long columns);

// Windows over planes of `plane` elements, one behind the other: `count` elements each at `places` of their plane, which
// go by fours of windows, the last of them filled up: the first elements of four, their second ones, and so on.
typedef struct {
  const int *places;
  long count, positions, plane, planes;
} gb_pooling;

// The greatest element of each window, the first of those that are, and its place in the plane.
void gb_greatest_f32(const void *planes, const gb_pooling *p, void *to, int *chosen);
void gb_greatest_f64(const void *planes, const gb_pooling *p, void *to, int *chosen);

// Limits the choice, for tests: 0 the best there is, 1 AVX2 at most, 2 no more than 128 bits.
void gb_limit_vectors(int limit);

// Square roots as instructions, without C's errno.
typedef float gb_f32x8 __attribute__((ext_vector_type(8)));
typedef double gb_f64x8 __attribute__((ext_vector_type(8)));
static inline gb_f32x8 gb_sqrt_f32x8(gb_f32x8 x) { return __builtin_elementwise_sqrt(x); }
static inline gb_f64x8 gb_sqrt_f64x8(gb_f64x8 x) { return __builtin_elementwise_sqrt(x); }
