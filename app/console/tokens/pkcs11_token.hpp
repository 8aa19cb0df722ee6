// A token behind a PKCS#11 module (OASIS PKCS#11 2.40; EdDSA as in 3.0), for one Ed25519 key: what the console's own
// cryptography can check. The module is loaded from the absolute path that the administrator names, and from nowhere else.
// Blocking; the thread that made it.
#pragma once

#include "core/ports/authenticator.hpp"

#include <filesystem>
#include <memory>

namespace countersign::console
{

class Pkcs11Token final : public ports::Authenticator
{
public:
    // Nothing: the path is not absolute, the module cannot be loaded, or it does not start.
    [[nodiscard]] static std::unique_ptr<Pkcs11Token> load(const std::filesystem::path &module);
    struct Module;
    explicit Pkcs11Token(std::unique_ptr<Module> module); // load's
    ~Pkcs11Token() override;

    [[nodiscard]] domain::AuthComponent component() const override { return domain::AuthComponent::SmartCard; }
    [[nodiscard]] bool isPresent() override;
    [[nodiscard]] Result<ports::AuthenticatorIdentity, ports::AuthenticatorFault> identify() override;
    [[nodiscard]] Result<std::array<std::uint8_t, 64>, ports::AuthenticatorFault> sign(BytesView pin,
                                                                                       BytesView bytes) override;

private:
    std::unique_ptr<Module> module_;
};

} // namespace countersign::console
