#pragma once
#include <stddef.h>

/// A file of Resources/ inside the executable.
struct asset {
  /// Its path within Resources/.
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
};

/// Every embedded file, `asset_count` of them.
extern const struct asset *const _Nonnull assets;
extern const size_t asset_count;
