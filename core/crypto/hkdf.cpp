#include "core/crypto/hkdf.hpp"

#include "core/crypto/mac.hpp"

#include <algorithm>

namespace countersign::crypto
{

Result<SecretBytes, CryptoError> hkdfSha256(BytesView secret, BytesView salt, BytesView info, std::size_t size)
{
    if (size > hkdfSizeMax)
        return failure(CryptoError::WrongSize);
    Digest extracted = hmacSha256(salt, secret);
    Digest block{};
    SecretBytes input(block.size() + info.size() + 1); // T(i-1) | info | i
    SecretBytes out(size);
    std::uint8_t round = 1;
    for (std::size_t done = 0; done < size; done += block.size(), ++round) {
        const std::size_t carried = round == 1 ? 0 : block.size();
        const auto message = input.writable().first(carried + info.size() + 1);
        std::ranges::copy_n(block.begin(), static_cast<std::ptrdiff_t>(carried), message.begin());
        std::ranges::copy(info, message.begin() + static_cast<std::ptrdiff_t>(carried));
        message.back() = round;
        block = hmacSha256(extracted, message);
        const auto target = out.writable().subspan(done, std::min(block.size(), size - done));
        std::ranges::copy_n(block.begin(), static_cast<std::ptrdiff_t>(target.size()), target.begin());
    }
    wipeMemory(extracted.data(), extracted.size());
    wipeMemory(block.data(), block.size());
    return out;
}

} // namespace countersign::crypto
