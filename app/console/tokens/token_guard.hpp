// A token behind a PKCS#11 module that somebody may take out: the module, and the watch that tells when its token is
// gone.
#pragma once

#include "app/console/tokens/pkcs11_token.hpp"
#include "app/console/tokens/token_watch.hpp"

#include <memory>

namespace countersign::console
{

class TokenGuard
{
public:
    // `gone` is called on the watch's thread, once for each time that a token is taken out. Null: the module cannot be
    // used.
    [[nodiscard]] static std::unique_ptr<TokenGuard> watch(const std::filesystem::path &module,
                                                           std::function<void()> gone);
    TokenGuard(std::unique_ptr<Pkcs11Token> token, std::function<void()> gone); // watch's

private:
    std::unique_ptr<Pkcs11Token> token_; // the watch's thread, while there is a watch
    TokenWatch watch_;
};

} // namespace countersign::console
