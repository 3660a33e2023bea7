#pragma once

// How often the calling thread has asked for memory so far: every allocation of the process passes here.
unsigned long gb_allocations(void);
