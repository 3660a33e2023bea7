#pragma once

// What Embedded Swift asks of a C library, for WebAssembly without one. Nothing here is called by name.
