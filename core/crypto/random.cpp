#include "core/crypto/random.hpp"

#include <sodium.h>

#include <cstdlib>

namespace countersign::crypto
{

void systemRandom(std::span<std::uint8_t> target)
{
    if (sodium_init() < 0)
        std::abort();
    randombytes_buf(target.data(), target.size());
}

} // namespace countersign::crypto
