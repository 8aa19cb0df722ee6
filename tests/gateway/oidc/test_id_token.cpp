// Which id_token lets a person in, and which of the ways to bend one are found (R-110, R-207, R-714; RFC 8725).
#include "app/gateway/oidc/id_token.hpp"
#include "app/gateway/oidc/issuer_keys.hpp"
#include "app/gateway/oidc/settings.hpp"
#include "tests/gateway/oidc/tokens.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::gateway::oidc;
using support::SigningIssuer;

namespace
{

constexpr std::int64_t nowSeconds = 1'800'000'000;

std::string claims(const std::string &more = {}, std::int64_t expires = nowSeconds + 300,
                   std::int64_t issued = nowSeconds)
{
    return R"({"iss":"https://id.example","sub":"s-1","aud":"console","nonce":"n-1","exp":)" + std::to_string(expires)
           + R"(,"iat":)" + std::to_string(issued) + more + "}";
}

std::string header(const std::string &algorithm, const std::string &kid = "k1", const std::string &more = {})
{
    return R"({"alg":")" + algorithm + R"(","kid":")" + kid + R"(","typ":"JWT")" + more + "}";
}

TokenDemand demand()
{
    return {.issuer = "https://id.example",
            .clientId = "console",
            .nonce = "n-1",
            .now = Instant(std::chrono::seconds(nowSeconds))};
}

std::vector<IssuerKey> keysOf(const SigningIssuer &issuer, const std::string &kid = "k1")
{
    return readKeySet(R"({"keys":[)" + issuer.jwk(kid) + "]}").value();
}

std::string replaced(std::string text, const std::string &what, const std::string &by)
{
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

} // namespace

TEST_CASE("a good token lets in, by each of the three algorithms, and one changed bit of it does not")
{
    for (const char *type : {"RSA", "EC", "ED25519"}) {
        CAPTURE(type);
        const SigningIssuer issuer(type);
        const auto keys = keysOf(issuer);
        REQUIRE(keys.size() == 1);
        const std::string token = issuer.sign(header(issuer.algorithm()), claims());
        const auto judged = judgeToken(token, keys, demand());
        REQUIRE(judged);
        CHECK(judged->subject == "s-1");
        for (std::size_t at = 0; at < token.size(); at += 7) {
            std::string bent = token;
            bent[at] = bent[at] == 'A' ? 'B' : 'A';
            if (bent != token)
                CHECK_FALSE(judgeToken(bent, keys, demand()));
        }
    }
}

TEST_CASE("what is no token of this issuer, for this client, now and for this question is refused by its name")
{
    const SigningIssuer issuer("EC");
    const auto keys = keysOf(issuer);
    const auto with = [&](const std::string &claimsText) { return issuer.sign(header("ES256"), claimsText); };
    struct Case {
        const char *what;
        std::string token;
        TokenFault fault;
    };
    const std::vector<Case> cases = {
        {"expired", with(claims({}, nowSeconds - 61)), TokenFault::Expired},
        {"never expires", with(replaced(claims(), "\"exp\":", "\"exq\":")), TokenFault::Expired},
        {"expiry as text", with(replaced(claims(), "\"exp\":1800000300", "\"exp\":\"1800000300\"")), TokenFault::Expired},
        {"from the future", with(claims({}, nowSeconds + 900, nowSeconds + 120)), TokenFault::NotYet},
        {"of another issuer", with(replaced(claims(), "id.example", "id.example.evil")), TokenFault::Issuer},
        {"for another client", with(replaced(claims(), "\"console\"", "\"other\"")), TokenFault::Audience},
        {"for nobody", with(replaced(claims(), "\"aud\":\"console\"", "\"aud\":[]")), TokenFault::Audience},
        {"for two, and nobody authorized", with(replaced(claims(), "\"console\"", R"(["console","other"])")),
         TokenFault::Audience},
        {"authorized for another", with(replaced(claims(), "\"console\"", "\"console\",\"azp\":\"other\"")),
         TokenFault::Audience},
        {"of an earlier question", with(replaced(claims(), "n-1", "n-0")), TokenFault::Nonce},
        {"of no question", with(replaced(claims(), "\"nonce\"", "\"once\"")), TokenFault::Nonce},
        {"of nobody", with(replaced(claims(), "s-1", "")), TokenFault::Malformed},
        {"with a member twice", with(replaced(claims(), "\"sub\"", R"("sub":"s-2","sub")")), TokenFault::Malformed},
        {"unknown kid", issuer.sign(header("ES256", "k2"), claims()), TokenFault::UnknownKey},
        {"no kid", issuer.sign(R"({"alg":"ES256"})", claims()), TokenFault::UnknownKey},
        {"alg none", replaced(issuer.sign(header("none"), claims()), ".", "."), TokenFault::Algorithm},
        {"alg of another kind of key", issuer.sign(header("RS256"), claims()), TokenFault::Algorithm},
        {"alg in capitals", issuer.sign(header("es256"), claims()), TokenFault::Algorithm},
        {"with its own key", issuer.sign(header("ES256", "k1", ",\"jwk\":" + issuer.jwk("k1")), claims()),
         TokenFault::Malformed},
        {"with a key's address", issuer.sign(header("ES256", "k1", R"(,"jku":"https://evil.example/k")"), claims()),
         TokenFault::Malformed},
        {"with a critical extension", issuer.sign(header("ES256", "k1", R"(,"crit":["b64"],"b64":false)"), claims()),
         TokenFault::Malformed},
        {"of another key of that kid", SigningIssuer("EC").sign(header("ES256"), claims()), TokenFault::Signature},
        {"two parts", "e30.e30", TokenFault::Malformed},
        {"four parts", issuer.sign(header("ES256"), claims()) + ".e30", TokenFault::Malformed},
        {"padded", issuer.sign(header("ES256"), claims()) + "=", TokenFault::Malformed},
        {"empty", "", TokenFault::Malformed},
    };
    for (const Case &one : cases) {
        CAPTURE(one.what);
        const auto judged = judgeToken(one.token, keys, demand());
        REQUIRE_FALSE(judged);
        CHECK(judged.error() == one.fault);
    }
}

TEST_CASE("a public key is no secret: a token that was made with it as one is refused")
{
    const SigningIssuer issuer("RSA");
    const std::string text = base64urlEncode(asBytes(header("HS256"))) + "." + base64urlEncode(asBytes(claims()));
    const std::string secret = issuer.jwk("k1");
    std::uint8_t mac[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), asBytes(text).data(), text.size(), mac, &size);
    const auto judged = judgeToken(text + "." + base64urlEncode({mac, size}), keysOf(issuer), demand());
    REQUIRE_FALSE(judged);
    CHECK(judged.error() == TokenFault::Algorithm);
}

TEST_CASE("an unsigned token is refused, whatever it says of itself")
{
    const SigningIssuer issuer("EC");
    const std::string text = base64urlEncode(asBytes(header("none"))) + "." + base64urlEncode(asBytes(claims())) + ".";
    CHECK(judgeToken(text, keysOf(issuer), demand()).error() == TokenFault::Algorithm);
    const std::string lying = base64urlEncode(asBytes(header("ES256"))) + "." + base64urlEncode(asBytes(claims())) + ".";
    CHECK(judgeToken(lying, keysOf(issuer), demand()).error() == TokenFault::Signature);
}

TEST_CASE("step-up: who authenticated before the question, or not as it demands, is refused (R-110, R-207)")
{
    const SigningIssuer issuer("ED25519");
    const auto keys = keysOf(issuer);
    const auto token = [&](const std::string &more) { return issuer.sign(header("EdDSA"), claims(more)); };
    TokenDemand asked = demand();
    asked.authenticatedSince = asked.now - std::chrono::seconds(30);
    CHECK(judgeToken(token(R"(,"auth_time":1799999990)"), keys, asked));
    CHECK(judgeToken(token(""), keys, asked).error() == TokenFault::AuthTime);
    CHECK(judgeToken(token(R"(,"auth_time":1799999960)"), keys, asked).error() == TokenFault::AuthTime);
    CHECK(judgeToken(token(R"(,"auth_time":1800000090)"), keys, asked).error() == TokenFault::AuthTime);
    CHECK(judgeToken(token(R"(,"auth_time":1e9)"), keys, asked).error() == TokenFault::AuthTime);
    asked.acr = {"gold", "silver"};
    CHECK(judgeToken(token(R"(,"auth_time":1799999990)"), keys, asked).error() == TokenFault::Acr);
    CHECK(judgeToken(token(R"(,"auth_time":1799999990,"acr":"bronze")"), keys, asked).error() == TokenFault::Acr);
    const auto good = judgeToken(token(R"(,"auth_time":1799999990.5,"acr":"silver","amr":["pwd"])"), keys, asked);
    REQUIRE(good);
    CHECK(good->acr == "silver");
    asked.needsSecondFactor = true;
    CHECK(judgeToken(token(R"(,"auth_time":1799999990,"acr":"gold","amr":["pwd"])"), keys, asked).error()
          == TokenFault::SecondFactor);
    CHECK(judgeToken(token(R"(,"auth_time":1799999990,"acr":"gold","amr":["pwd","otp"])"), keys, asked));
}

TEST_CASE("a key set is read with care: what is weak, for something else or twice there is no key")
{
    const SigningIssuer good("EC"), weak("RSA", 1024);
    const auto set = [](const std::string &keys) { return readKeySet(R"({"keys":[)" + keys + "]}"); };
    CHECK(set(good.jwk("a"))->size() == 1);
    CHECK(set(weak.jwk("a"))->empty());
    CHECK(set(good.jwk("a", R"(,"use":"enc")"))->empty());
    CHECK(set(good.jwk("a", R"(,"alg":"RS256")"))->empty());
    CHECK(set(good.jwk(""))->empty());
    CHECK_FALSE(set(good.jwk("a") + "," + good.jwk("a")));
    CHECK(set(R"({"kty":"oct","k":"c2VjcmV0","kid":"a"})")->empty());
    // A point that is not on the curve.
    CHECK(set(R"({"kty":"EC","crv":"P-256","kid":"a","x":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE",)"
              R"("y":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE"})")
              ->empty());
    CHECK_FALSE(readKeySet("[]"));
    CHECK_FALSE(readKeySet("not json"));
}

TEST_CASE("keys are kept, a new one is found, and nobody makes the gateway ask too often")
{
    const SigningIssuer first("EC"), second("EC");
    std::string shown = R"({"keys":[)" + first.jwk("k1") + "]}";
    bool isThere = true;
    int asked = 0;
    IssuerKeys keys([&]() -> std::optional<std::string> {
        ++asked;
        return isThere ? std::optional(shown) : std::nullopt;
    });
    CHECK(keys.forKid("k1", 0).size() == 1);
    CHECK(keys.forKid("k1", 1000).size() == 1);
    CHECK(asked == 1);
    shown = R"({"keys":[)" + second.jwk("k2") + "]}";
    CHECK(keys.forKid("k2", 2000).front().kid == "k1"); // too soon to ask again
    CHECK(asked == 1);
    CHECK(keys.forKid("k2", 61'000).front().kid == "k2"); // rotated
    CHECK(asked == 2);
    isThere = false;
    CHECK(keys.forKid("k2", 61'000 + IssuerKeys::keptMs).front().kid == "k2"); // an issuer that is away
    CHECK(asked == 3);
}

TEST_CASE("settings come back as they were; what is not encrypted or gives two people one account is refused")
{
    Settings settings{.issuer = "https://id.example",
                      .clientId = "console",
                      .authorizationEndpoint = "https://id.example/auth",
                      .tokenEndpoint = "https://id.example/token",
                      .keySet = "https://id.example/jwks",
                      .acr = {"gold"},
                      .stepUp = StepUp::Each,
                      .ports = {8400},
                      .caFile = "",
                      .people = {{"s-1", domain::ReviewerId("mara")}}};
    CHECK(readSettings(settingsText(settings)).value() == settings);
    auto plain = settings;
    plain.tokenEndpoint = "http://id.example/token";
    CHECK(readSettings(settingsText(plain)).error() == SettingsFault::NotEncrypted);
    auto shared = settings;
    shared.people.emplace("s-2", domain::ReviewerId("mara"));
    CHECK(readSettings(settingsText(shared)).error() == SettingsFault::SharedAccount);
    auto low = settings;
    low.ports = {80};
    CHECK(readSettings(settingsText(low)).error() == SettingsFault::WrongPort);
    for (const char *url : {"http://127.0.0.1:8080/x", "http://localhost", "http://[::1]:1/", "https://id.example"})
        CHECK(isSafeUrl(url));
    for (const char *url : {"http://127.0.0.1.evil.example", "http://localhost@evil.example", "ftp://id.example", "",
                            "https://", "https://a@b", "https://id.example/#x", "javascript:alert(1)"})
        CHECK_FALSE(isSafeUrl(url));
    CHECK(takeDiscovery(settings, R"({"issuer":"https://id.example","authorization_endpoint":"https://id.example/a",)"
                                  R"("token_endpoint":"https://id.example/t","jwks_uri":"https://id.example/j"})"));
    CHECK(settings.keySet == "https://id.example/j");
    CHECK_FALSE(takeDiscovery(settings, R"({"issuer":"https://other.example"})"));
}
