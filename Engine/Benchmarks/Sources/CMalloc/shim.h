// What the C library offers for its memory and Swift's own module of it leaves out.
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
static inline void keep_freed_memory(int bytes) {
  mallopt(M_MMAP_THRESHOLD, bytes);
  mallopt(M_TRIM_THRESHOLD, 4 * bytes);
  mallopt(M_TOP_PAD, bytes);
}
#else
static inline void keep_freed_memory(int bytes) { (void)bytes; }
#endif
