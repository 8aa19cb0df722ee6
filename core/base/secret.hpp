// Bytes that must not be copied, printed or left behind: keys, passwords, tokens.
// They lie in pages of their own between guard pages, locked into memory where the system grants it and left out of
// core dumps, and are wiped when the owner dies. They cannot be turned into a string or streamed.
#pragma once

#include "core/base/bytes.hpp"

namespace countersign
{

class SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size);
    // Takes the bytes and wipes the place they came from.
    static SecretBytes taking(Bytes &&source);
    static SecretBytes copyOf(BytesView source);

    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    ~SecretBytes();

    [[nodiscard]] BytesView view() const { return {bytes_, size_}; }
    [[nodiscard]] std::span<std::uint8_t> writable() { return {bytes_, size_}; }
    [[nodiscard]] bool isEmpty() const { return size_ == 0; }
    // A copy is asked for by name, so that a reader sees where secrets multiply.
    [[nodiscard]] SecretBytes clone() const { return copyOf(view()); }
    void wipe();

private:
    std::uint8_t *bytes_ = nullptr; // of the guarded allocator, which frees it
    std::size_t size_ = 0;
};

// Overwrites in a way that the optimiser may not drop.
void wipeMemory(void *place, std::size_t size);

} // namespace countersign
