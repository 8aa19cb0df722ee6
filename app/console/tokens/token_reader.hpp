// The engine's way to a token (core/ports/tokens): an authenticator on a thread of its own, because its module may
// block for as long as it likes. Looks now and then what is in the reader, and signs when it is asked (R-106, R-108,
//
#pragma once

#include "core/base/instant.hpp"
#include "core/ports/tokens.hpp"

#include <functional>
#include <memory>
#include <thread>

namespace countersign::console
{

class TokenReader final : public ports::Tokens
{
public:
    // `tell` is called on the reader's thread, and returns at once.
    using Tell = std::function<void(ports::TokenEvent)>;
    TokenReader(std::shared_ptr<ports::Authenticator> token, Tell tell,
                milliseconds every = std::chrono::milliseconds(250));
    TokenReader(const TokenReader &) = delete;
    TokenReader &operator=(const TokenReader &) = delete;
    // Tells nothing more. Waits for what is under way, but no longer than a second: a module that does not come back is
    // left behind with its thread, so that the program can end.
    ~TokenReader() override;

    void sign(std::uint64_t request, std::shared_ptr<SecretBytes> pin, std::string bytes) override;
    void abandon() override;

private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
    std::thread thread_;
};

} // namespace countersign::console
