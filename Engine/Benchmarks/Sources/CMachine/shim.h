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

#define PAGE ((uintptr_t)1 << 21)
// The C library's own limit for the heap of a thread, to which such heaps are aligned.
#define HEAP ((uintptr_t)1 << 26)

/// Makes this thread's heap begin in a large page: what is before it is taken and left unused.
///
/// A heap's first small page is there before large ones can be asked for, and would keep others of
/// its size beside it. The large page is there at once, as the rest of the heap is noted in it.
static inline void begin_in_large_page(uintptr_t heap) {
  // Volatile, or the compiler finds that nobody needs it.
  void *volatile unused = malloc((heap + PAGE - 1) / PAGE * PAGE - heap);
  (void)unused;
}
/// Keeps memory that is freed, and asks for large pages for so many bytes that will be needed.
static inline void keep_freed_memory(int bytes) {
  mallopt(M_MMAP_THRESHOLD, 1 << 25);
  mallopt(M_TRIM_THRESHOLD, bytes);
  mallopt(M_TOP_PAD, bytes);
  void *grown = malloc(1 << 24);
  if (!grown) return;
  uintptr_t start = ((uintptr_t)grown + PAGE - 1) / PAGE * PAGE;
  uintptr_t end = (uintptr_t)sbrk(0) / PAGE * PAGE;
  free(grown);
  if (start < end) madvise((void *)start, end - start, MADV_HUGEPAGE);
  begin_in_large_page((uintptr_t)grown);
}
/// Asks for large pages for the heap of a thread that is not the first.
static inline void large_pages_for_thread(void) {
  // What a heap has not yet been opened up to cannot be in a large page.
  void *grown = malloc(1 << 24);
  if (!grown) return;
  uintptr_t start = (uintptr_t)grown / HEAP * HEAP;
  free(grown);
  if (start < (uintptr_t)sbrk(0)) return;
  madvise((void *)start, HEAP, MADV_HUGEPAGE);
  begin_in_large_page((uintptr_t)grown);
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
/// The core that this thread is on now.
static inline int present_core(void) {
  unsigned core = 0;
  syscall(SYS_getcpu, &core, NULL, NULL);
  return (int)core;
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
static inline int present_core(void) { return 0; }
static inline void use_core(int core) { (void)core; }
#endif
