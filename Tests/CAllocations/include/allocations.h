#pragma once

// How often the calling thread has asked for memory so far: every allocation of the process passes here.
unsigned long gb_allocations(void);

// The bytes that the calling thread has taken more than given back, and the most of them since `gb_forget_peak`.
long gb_live_bytes(void);
long gb_peak_bytes(void);
void gb_forget_peak(void);
