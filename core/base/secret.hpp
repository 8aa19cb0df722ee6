// Bytes that must not be copied, printed or left behind: keys, passwords, tokens.
// The memory is wiped when the owner dies. It cannot be turned into a string or streamed.
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

    [[nodiscard]] BytesView view() const { return bytes_; }
    [[nodiscard]] std::span<std::uint8_t> writable() { return bytes_; }
    [[nodiscard]] bool isEmpty() const { return bytes_.empty(); }
    // A copy is asked for by name, so that a reader sees where secrets multiply.
    [[nodiscard]] SecretBytes clone() const { return copyOf(bytes_); }
    void wipe();

private:
    Bytes bytes_;
};

// Overwrites in a way that the optimiser may not drop.
void wipeMemory(void *place, std::size_t size);

} // namespace countersign
