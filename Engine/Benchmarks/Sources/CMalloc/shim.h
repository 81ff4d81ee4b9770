// What the C library offers for its memory and Swift's own module of it leaves out.
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>
/// Keeps memory that is freed, and asks for large pages for so many bytes that will be needed.
static inline void keep_freed_memory(int bytes) {
  mallopt(M_MMAP_THRESHOLD, 1 << 25);
  mallopt(M_TRIM_THRESHOLD, bytes);
  mallopt(M_TOP_PAD, bytes);
  // All threads use the same heap, which is where the large pages are.
  mallopt(M_ARENA_MAX, 1);
  const uintptr_t page = 1 << 21;
  void *grown = malloc(1 << 24);
  if (!grown) return;
  uintptr_t start = ((uintptr_t)grown + page - 1) / page * page;
  uintptr_t end = (uintptr_t)sbrk(0) / page * page;
  free(grown);
  if (start < end) madvise((void *)start, end - start, MADV_HUGEPAGE);
}
#else
static inline void keep_freed_memory(int bytes) { (void)bytes; }
#endif
