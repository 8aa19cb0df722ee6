#include "app/console/sign_on/authorization.hpp"

#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/strict_json.hpp"

#include <QtCore/QUrlQuery>

namespace countersign::console
{
namespace
{

constexpr protocol::JsonLimits answerLimits{64 * protocol::limits::kiB, 8, 64, 64, 32 * protocol::limits::kiB, 512};

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

// QUrlQuery leaves "+" alone, which a form reads as a space.
void add(QUrlQuery &query, const char *name, const QString &value)
{
    query.addQueryItem(QLatin1String(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

QString challengeOf(const QByteArray &verifier)
{
    const auto digest = crypto::sha256({reinterpret_cast<const std::uint8_t *>(verifier.constData()),
                                        static_cast<std::size_t>(verifier.size())});
    return text(base64urlEncode(digest));
}

QString valueOf(const QUrlQuery &query, const char *name)
{
    return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

} // namespace

QUrl authorizationUrl(const ports::SignOnQuestion &question, const Attempt &attempt)
{
    QUrl url(text(question.authorizationEndpoint));
    QUrlQuery query(url.query());
    add(query, "response_type", QStringLiteral("code"));
    add(query, "client_id", text(question.clientId));
    add(query, "redirect_uri", attempt.redirect);
    add(query, "scope", text(question.scope));
    add(query, "state", QString::fromLatin1(attempt.state));
    add(query, "nonce", text(question.nonce));
    add(query, "code_challenge", challengeOf(attempt.verifier));
    add(query, "code_challenge_method", QStringLiteral("S256"));
    if (question.isFresh) {
        add(query, "prompt", QStringLiteral("login"));
        add(query, "max_age", QStringLiteral("0"));
    }
    if (!question.acr.empty()) {
        QStringList acr;
        for (const std::string &one : question.acr)
            acr << text(one);
        add(query, "acr_values", acr.join(QLatin1Char(' ')));
    }
    if (!question.loginHint.empty())
        add(query, "login_hint", text(question.loginHint));
    url.setQuery(query);
    return url;
}

Result<QByteArray, RedirectFault> readRedirect(const QByteArray &target, const ports::SignOnQuestion &question,
                                               const Attempt &attempt)
{
    const QUrl url = QUrl::fromEncoded(target, QUrl::StrictMode);
    if (!url.isValid() || url.path() != QLatin1String(redirectPath))
        return failure(RedirectFault::NotOurs);
    const QUrlQuery query(url);
    if (valueOf(query, "state") != QString::fromLatin1(attempt.state))
        return failure(RedirectFault::NotOurs);
    if (query.hasQueryItem(QStringLiteral("iss")) && valueOf(query, "iss") != text(question.issuer))
        return failure(RedirectFault::NotOurs); // mix-up (RFC 9207)
    const QByteArray code = valueOf(query, "code").toUtf8();
    if (query.hasQueryItem(QStringLiteral("error")) || code.isEmpty())
        return failure(RedirectFault::Denied);
    return code;
}

QByteArray tokenForm(const ports::SignOnQuestion &question, const Attempt &attempt, const QByteArray &code)
{
    QUrlQuery form;
    add(form, "grant_type", QStringLiteral("authorization_code"));
    add(form, "code", QString::fromUtf8(code));
    add(form, "redirect_uri", attempt.redirect);
    add(form, "client_id", text(question.clientId));
    add(form, "code_verifier", QString::fromLatin1(attempt.verifier));
    return form.toString(QUrl::FullyEncoded).toLatin1();
}

std::optional<std::string> readTokenAnswer(const QByteArray &body)
{
    const auto document = protocol::decodeStrict({body.constData(), static_cast<std::size_t>(body.size())},
                                                 answerLimits, protocol::Numbers::Any);
    const auto *member = document ? document->find("id_token") : nullptr;
    const auto *token = member ? member->asString() : nullptr;
    return token ? std::optional(*token) : std::nullopt;
}

} // namespace countersign::console
