// Whether this build runs under a sanitizer, which makes it ten times as slow: the two long tests then take samples.
#pragma once

#ifndef __has_feature
#define __has_feature(feature) 0
#endif

namespace countersign::tests
{

#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool isSanitized = true;
#else
inline constexpr bool isSanitized = false;
#endif

} // namespace countersign::tests
