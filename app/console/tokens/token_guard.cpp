#include "app/console/tokens/token_guard.hpp"

namespace countersign::console
{

TokenGuard::TokenGuard(std::unique_ptr<Pkcs11Token> token, std::function<void()> gone)
    : token_(std::move(token)), watch_([this] { return token_->isPresent(); }, std::move(gone))
{
}

std::unique_ptr<TokenGuard> TokenGuard::watch(const std::filesystem::path &module, std::function<void()> gone)
{
    auto token = Pkcs11Token::load(module);
    return token ? std::make_unique<TokenGuard>(std::move(token), std::move(gone)) : nullptr;
}

} // namespace countersign::console
