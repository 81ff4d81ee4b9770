// What the C library and the system offer for memory and cores, and Swift's own modules leave out.
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

// As many cores as the kernel asks for here.
#define CORES 1024
typedef struct { unsigned long bits[CORES / 8 / sizeof(unsigned long)]; } core_set;

/// Keeps memory that is freed, and asks for large pages for so many bytes that will be needed.
static inline void keep_freed_memory(int bytes) {
  mallopt(M_MMAP_THRESHOLD, 1 << 25);
  mallopt(M_TRIM_THRESHOLD, bytes);
  mallopt(M_TOP_PAD, bytes);
  const uintptr_t page = 1 << 21;
  void *grown = malloc(1 << 24);
  if (!grown) return;
  uintptr_t start = ((uintptr_t)grown + page - 1) / page * page;
  uintptr_t end = (uintptr_t)sbrk(0) / page * page;
  free(grown);
  if (start < end) madvise((void *)start, end - start, MADV_HUGEPAGE);
}
/// Asks for large pages for the heap of a thread that is not the first.
static inline void large_pages_for_thread(void) {
  const uintptr_t heap = 1 << 26;  // The C library's own limit, to which heaps are aligned.
  void *some = malloc(1 << 12);
  uintptr_t start = (uintptr_t)some / heap * heap;
  free(some);
  if (start > (uintptr_t)sbrk(0)) madvise((void *)start, heap, MADV_HUGEPAGE);
}
/// How many cores there are.
static inline int core_count(void) {
  long count = sysconf(_SC_NPROCESSORS_CONF);
  return count < CORES ? (int)count : CORES;
}
/// Whether this thread may run on a core.
static inline int may_use_core(int core) {
  core_set set = {{0}};
  if (syscall(SYS_sched_getaffinity, 0, sizeof set, &set) < 0) return 0;
  return set.bits[core / 64] >> (core % 64) & 1;
}
/// Lets this thread run on one core alone.
static inline void use_core(int core) {
  core_set set = {{0}};
  set.bits[core / 64] = 1UL << (core % 64);
  syscall(SYS_sched_setaffinity, 0, sizeof set, &set);
}
#else
static inline void keep_freed_memory(int bytes) { (void)bytes; }
static inline void large_pages_for_thread(void) {}
static inline int core_count(void) { return 0; }
static inline int may_use_core(int core) { return (void)core, 0; }
static inline void use_core(int core) { (void)core; }
#endif
