#include "core/base/secret.hpp"

#include <sodium.h>

#include <algorithm>
#include <new>
#include <utility>

namespace countersign
{

void wipeMemory(void *place, std::size_t size)
{
    auto *byte = static_cast<volatile std::uint8_t *>(place);
    for (std::size_t i = 0; i < size; ++i)
        byte[i] = 0;
}

// Zeros.
SecretBytes::SecretBytes(std::size_t size)
{
    if (size == 0)
        return;
    bytes_ = sodium_init() < 0 ? nullptr : static_cast<std::uint8_t *>(sodium_malloc(size));
    if (bytes_ == nullptr)
        throw std::bad_alloc();
    size_ = size;
    std::fill_n(bytes_, size_, std::uint8_t{0});
}

SecretBytes SecretBytes::taking(Bytes &&source)
{
    SecretBytes secret = copyOf(source);
    wipeMemory(source.data(), source.size());
    source.clear();
    return secret;
}

SecretBytes SecretBytes::copyOf(BytesView source)
{
    SecretBytes secret(source.size());
    std::copy(source.begin(), source.end(), secret.bytes_);
    return secret;
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : bytes_(std::exchange(other.bytes_, nullptr)), size_(std::exchange(other.size_, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        wipe();
        bytes_ = std::exchange(other.bytes_, nullptr);
        size_ = std::exchange(other.size_, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    wipe();
}

void SecretBytes::wipe()
{
    sodium_free(std::exchange(bytes_, nullptr)); // which wipes it
    size_ = 0;
}

} // namespace countersign
