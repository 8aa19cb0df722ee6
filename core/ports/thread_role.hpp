// Thread roles that clang checks (-Wthread-safety). Other compilers see nothing.
#pragma once

#if defined(__clang__)
#define COUNTERSIGN_CAPABILITY(x) __attribute__((capability(x)))
#define COUNTERSIGN_REQUIRES(x) __attribute__((requires_capability(x)))
#define COUNTERSIGN_ASSERTS(x) __attribute__((assert_capability(x)))
#else
#define COUNTERSIGN_CAPABILITY(x)
#define COUNTERSIGN_REQUIRES(x)
#define COUNTERSIGN_ASSERTS(x)
#endif

namespace countersign::ports
{

struct COUNTERSIGN_CAPABILITY("thread") ThreadRole {
};
inline ThreadRole engineThread;
inline ThreadRole storeThread;

// Said at the top of what a thread's loop runs.
inline void thisIsEngineThread() COUNTERSIGN_ASSERTS(engineThread) {}
inline void thisIsStoreThread() COUNTERSIGN_ASSERTS(storeThread) {}

} // namespace countersign::ports

#define ENGINE_ONLY COUNTERSIGN_REQUIRES(::countersign::ports::engineThread)
#define STORE_ONLY COUNTERSIGN_REQUIRES(::countersign::ports::storeThread)
