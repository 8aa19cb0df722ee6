// `serve`: composes the gateway and runs it until it is told to stop.
#include "app/gateway/commands.hpp"
#include "app/gateway/issuer_source.hpp"
#include "app/gateway/lock_requests.hpp"
#include "app/gateway/oidc/issuer_office.hpp"
#include "app/gateway/opening.hpp"
#include "app/gateway/rights_requests.hpp"
#include "app/gateway/server.hpp"
#include "app/gateway/speech.hpp"
#include "app/gateway/system_clock.hpp"

#include <atomic>
#include <iostream>

namespace countersign::gateway
{
namespace
{

constexpr std::size_t storeJobsMax = 20'000;
constexpr std::size_t passwordJobsMax = 256;
constexpr unsigned threadCount = 2;

std::string_view sentence(ListenError error)
{
    switch (error) {
    case ListenError::BadAddress:
        return "The address is not of the form 127.0.0.1:PORT.";
    case ListenError::PlainOffLoopback:
        return "Without TLS the gateway listens on loopback only.";
    case ListenError::Certificate:
        return "The server's certificate or key cannot be used.";
    case ListenError::Bind:
        return "The address is taken or is not this machine's.";
    }
    return {};
}

struct Wishes {
    Arguments arguments;
    std::string data;
    ListenOptions listen;
};

Result<Wishes, int> readWishes(Words words)
{
    const auto arguments = readArguments(words, {"--data", "--listen", "--store"}, {"--plain"});
    const auto data = arguments.and_then([](const Arguments &a) { return demand(a, "--data"); });
    const auto address = data.and_then([&](const std::string &) { return demand(*arguments, "--listen"); });
    if (!address)
        return failure(address.error());
    if (arguments->value("--store").value_or("sqlcipher") != "sqlcipher")
        return failure(say(WrongUse, "This version keeps its store in SQLCipher only."));
    Wishes wishes{*arguments, *data, {*address, {}}};
    if (!arguments->has("--plain")) {
        const DataDirectory directory(*data);
        wishes.listen.tls = TlsFiles{directory.serverCertificate(), directory.serverKey()};
    }
    return wishes;
}

// "127.0.0.1:0" with the port that was picked.
std::string url(const ListenOptions &options, std::uint16_t port)
{
    const std::string host = options.address.substr(0, options.address.rfind(':'));
    return (options.tls ? "https://" : "http://") + host + ":" + std::to_string(port);
}

// Null: people sign in by password alone.
Result<std::unique_ptr<oidc::IssuerOffice>, int> issuerOf(const Wishes &wishes)
{
    const DataDirectory directory(wishes.data);
    if (!std::filesystem::exists(directory.issuer()))
        return nullptr;
    const auto text = readFile(directory.issuer());
    const auto settings = text ? oidc::readSettings(*text) : failure(oidc::SettingsFault::Broken);
    if (!settings)
        return failure(say(CouldNot, "The settings of the issuer cannot be read; issuer set makes them anew."));
    return std::make_unique<oidc::IssuerOffice>(
        *settings, [url = settings->keySet, ca = settings->caFile] { return fetchDocument(url, ca); });
}

// What commands ask for while the server runs. A stream that began with other rights ends, and its desk comes back with
// those that are true now (stream.md, point 6); one whose person may not come any more locks first.
void makeRequestedChanges(const DataDirectory &directory, Services &services)
{
    for (const RightsRequest &request : takeRequests(directory)) {
        const auto made = services.registrar.changeRights(request.change, services.clock.now());
        if (made && *made) {
            services.guard.learn(services.registrar.roll().accounts);
            const domain::ReviewerId person = whoseRights(request.change);
            if (std::holds_alternative<DisableUser>(request.change))
                services.sessions.lockDesksOf(person);
            if (isEverybodys(request.change))
                services.sessions.dismissAll("rights-changed");
            else
                services.sessions.dismissSeatsOf(person, "rights-changed");
        }
        const auto refused = [&] {
            return made.error() == store::StoreError::Constraint ? ChangeAnswer::Refused : ChangeAnswer::Failed;
        };
        answerRequest(directory, request.name, !made ? refused() : *made ? ChangeAnswer::Made : ChangeAnswer::Nothing);
    }
    for (const auto &user : takeLockRequests(directory))
        services.sessions.lockDesksOf(user);
}

int serve(const Wishes &wishes, Registrar &registrar)
{
    const ListenOptions &options = wishes.listen;
    SystemClock clock;
    SystemDice dice;
    Metrics metrics;
    DecisionWaiters waiters;
    SessionRegister sessions;
    ConsoleTokens tokens;
    SignInGuard guard(registrar.roll().accounts);
    Worker store(storeJobsMax);
    Worker passwords(passwordJobsMax);
    const auto issuer = issuerOf(wishes);
    if (!issuer)
        return issuer.error();
    if (*issuer)
        registrar.demandIssuer((*issuer)->settings().stepUp == oidc::StepUp::Each);
    Services services{clock, dice,     registrar, waiters, store,        passwords,
                      guard, sessions, tokens,    metrics, issuer->get()};
    registrar.onNotice([&] {
        ++services.notices;
        sessions.nudgeAll();
    });
    registrar.onItemChanged([&](const domain::ItemId &item) {
        waiters.itemChanged(item);
        sessions.nudgeAll();
    });
    Server server(services);
    const auto port = server.listen(options);
    if (!port)
        return say(port.error() == ListenError::BadAddress ? WrongUse : CouldNot, sentence(port.error()));
    const std::string address = url(options, *port);
    tell(wishes.arguments, "listening on " + address, protocol::Json::object({{"listening", address}}));

    std::atomic<bool> isHealthy{true}, isPulsing{false};
    server.run(threadCount, [&] {
        if (!isPulsing.exchange(true)) {
            const bool isTaken = store.offer([&] {
                if (!registrar.passTime(clock.now()))
                    isHealthy = registrar.isHealthy();
                waiters.passTime(clock.monotonicMs());
                makeRequestedChanges(DataDirectory(wishes.data), services);
                isPulsing = false;
            });
            if (!isTaken)
                isPulsing = false;
        }
        return isHealthy.load();
    });
    passwords.stop();
    store.stop();
    const auto closed = registrar.noteNow(clock.now()).and_then([&](Done) { return registrar.close(); });
    return isHealthy && closed ? int{Succeeded} : say(CouldNot, "The store failed; start again to recover.");
}

} // namespace

int serveCommand(Words words)
{
    const auto wishes = readWishes(words);
    if (!wishes)
        return wishes.error();
    SystemDice dice;
    auto registrar = openRegistrar(DataDirectory(wishes->data), dice);
    if (!registrar)
        return say(CouldNot, sentenceOf(registrar.error()));
    return serve(*wishes, *registrar);
}

} // namespace countersign::gateway
