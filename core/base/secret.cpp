#include "core/base/secret.hpp"

#include <utility>

namespace countersign
{

void wipeMemory(void *place, std::size_t size)
{
    auto *byte = static_cast<volatile std::uint8_t *>(place);
    for (std::size_t i = 0; i < size; ++i)
        byte[i] = 0;
}

SecretBytes::SecretBytes(std::size_t size) : bytes_(size) {}

SecretBytes SecretBytes::taking(Bytes &&source)
{
    SecretBytes secret = copyOf(source);
    wipeMemory(source.data(), source.size());
    source.clear();
    return secret;
}

SecretBytes SecretBytes::copyOf(BytesView source)
{
    SecretBytes secret;
    secret.bytes_.assign(source.begin(), source.end());
    return secret;
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        wipe();
        bytes_ = std::exchange(other.bytes_, {});
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    wipe();
}

void SecretBytes::wipe()
{
    wipeMemory(bytes_.data(), bytes_.size());
    bytes_.clear();
}

} // namespace countersign
