// The two requests of a sign-in at an issuer and what is read of their answers (RFC 6749, RFC 7636, RFC 9207; OpenID
// Connect Core 1.0). Pure; any thread.
#pragma once

#include "core/base/result.hpp"
#include "core/ports/sign_on.hpp"

#include <QtCore/QByteArray>
#include <QtCore/QUrl>

#include <optional>

namespace countersign::console
{

// What belongs to one try, and to no other.
struct Attempt {
    QByteArray state, verifier; // base64url of 32 random bytes each
    QString redirect;           // http://127.0.0.1:PORT/signed-in
};
inline constexpr auto redirectPath = "/signed-in";

[[nodiscard]] QUrl authorizationUrl(const ports::SignOnQuestion &question, const Attempt &attempt);

enum class RedirectFault { NotOurs, Denied };
// The code of a redirect to us. NotOurs: another path, another try's state or another issuer's answer.
[[nodiscard]] Result<QByteArray, RedirectFault> readRedirect(const QByteArray &target,
                                                             const ports::SignOnQuestion &question,
                                                             const Attempt &attempt);

// The form that changes the code into a token.
[[nodiscard]] QByteArray tokenForm(const ports::SignOnQuestion &question, const Attempt &attempt,
                                   const QByteArray &code);
[[nodiscard]] std::optional<std::string> readTokenAnswer(const QByteArray &body);

} // namespace countersign::console
