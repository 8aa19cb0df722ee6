// The thread on which a token is looked at and asked, with a token of the test's own: one that is swapped, that hangs,
// that is taken out.
#include "app/console/tokens/token_reader.hpp"
#include "core/base/bytes.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <vector>

using namespace countersign;
using console::TokenReader;
using ports::AuthenticatorFault;
using ports::AuthenticatorIdentity;

namespace
{

constexpr milliseconds often{1};

class Card : public ports::Authenticator
{
public:
    std::mutex mutex;
    std::condition_variable freed;
    std::optional<AuthenticatorIdentity> identity;
    bool isHanging = false;
    bool isAsked = false; // and does not come back
    int signatures = 0;

    void set(std::optional<AuthenticatorIdentity> one)
    {
        const std::lock_guard lock(mutex);
        identity = std::move(one);
    }
    void release()
    {
        const std::lock_guard lock(mutex);
        isHanging = false;
        freed.notify_all();
    }
    void waitUntilAsked()
    {
        std::unique_lock lock(mutex);
        freed.wait(lock, [this] { return isAsked; });
    }
    [[nodiscard]] domain::AuthComponent component() const override { return domain::AuthComponent::SmartCard; }
    [[nodiscard]] bool isPresent() override
    {
        const std::lock_guard lock(mutex);
        return identity.has_value();
    }
    [[nodiscard]] Result<AuthenticatorIdentity, AuthenticatorFault> identify() override
    {
        const std::lock_guard lock(mutex);
        if (!identity)
            return failure(AuthenticatorFault::Absent);
        if (identity->label == "empty")
            return failure(AuthenticatorFault::NoKey);
        return *identity;
    }
    [[nodiscard]] Result<std::array<std::uint8_t, 64>, AuthenticatorFault> sign(BytesView pin, BytesView) override
    {
        std::unique_lock lock(mutex);
        ++signatures;
        isAsked = true;
        freed.notify_all();
        freed.wait(lock, [this] { return !isHanging; });
        if (asText(pin) != "4711")
            return failure(AuthenticatorFault::WrongPin);
        return std::array<std::uint8_t, 64>{7};
    }
};

// What was told, waited for.
struct Heard {
    std::mutex mutex;
    std::condition_variable came;
    std::vector<ports::TokenEvent> events;

    TokenReader::Tell teller()
    {
        return [this](ports::TokenEvent event) {
            const std::lock_guard lock(mutex);
            events.push_back(std::move(event));
            came.notify_all();
        };
    }
    template <class Event>
    Event await(std::size_t at)
    {
        std::unique_lock lock(mutex);
        REQUIRE(came.wait_for(lock, std::chrono::seconds(20), [&] { return events.size() > at; }));
        REQUIRE(std::holds_alternative<Event>(events[at]));
        return std::get<Event>(events[at]);
    }
    std::size_t count()
    {
        const std::lock_guard lock(mutex);
        return events.size();
    }
};

AuthenticatorIdentity named(const char *label, std::uint8_t key)
{
    return {label, {key}};
}

std::shared_ptr<SecretBytes> pin(std::string_view text)
{
    return std::make_shared<SecretBytes>(SecretBytes::copyOf(asBytes(text)));
}

} // namespace

TEST_CASE("a token that is there, one that is put in, and one that is taken out are each told of once")
{
    const auto card = std::make_shared<Card>();
    Heard heard;
    const TokenReader reader(card, heard.teller(), often);
    card->set(named("mara", 1));
    CHECK(heard.await<ports::TokenSeen>(0).identity == named("mara", 1));
    card->set(std::nullopt);
    heard.await<ports::TokenGone>(1);
    card->set(named("empty", 2));
    CHECK(heard.await<ports::TokenUnusable>(2).fault == AuthenticatorFault::NoKey);
    card->set(std::nullopt);
    heard.await<ports::TokenGone>(3);
    CHECK(heard.count() == 4);
}

TEST_CASE("it signs with the right PIN and says which fault another has; nothing in the reader is no token")
{
    const auto card = std::make_shared<Card>();
    Heard heard;
    TokenReader reader(card, heard.teller(), often);
    reader.sign(1, pin("4711"), "text");
    CHECK(heard.await<ports::TokenRefused>(0).fault == AuthenticatorFault::Absent);
    card->set(named("mara", 1));
    heard.await<ports::TokenSeen>(1);
    reader.sign(2, pin("4711"), "text");
    CHECK(heard.await<ports::TokenSigned>(2).request == 2);
    reader.sign(3, pin("0000"), "text");
    CHECK(heard.await<ports::TokenRefused>(3).fault == AuthenticatorFault::WrongPin);
}

TEST_CASE("a token that was changed for another between two looks gets no PIN")
{
    const auto card = std::make_shared<Card>();
    card->set(named("mara", 1));
    Heard heard;
    TokenReader reader(card, heard.teller(), std::chrono::hours(1));
    heard.await<ports::TokenSeen>(0);
    card->set(named("joel", 2));
    reader.sign(1, pin("4711"), "text");
    heard.await<ports::TokenGone>(1);
    CHECK(heard.await<ports::TokenSeen>(2).identity == named("joel", 2));
    CHECK(heard.await<ports::TokenRefused>(3).fault == AuthenticatorFault::Absent);
    CHECK(card->signatures == 0);
}

TEST_CASE("what was given up is not answered, and what had not begun is dropped with its PIN")
{
    const auto card = std::make_shared<Card>();
    card->set(named("mara", 1));
    card->isHanging = true;
    Heard heard;
    TokenReader reader(card, heard.teller(), often);
    heard.await<ports::TokenSeen>(0);
    reader.sign(1, pin("4711"), "text");
    card->waitUntilAsked();
    reader.abandon();
    const auto later = pin("4711");
    const std::weak_ptr<SecretBytes> watched = later;
    reader.sign(2, later, "text");
    CHECK(watched.use_count() == 2);
    reader.abandon();
    CHECK(watched.use_count() == 1);
    card->release();
    reader.sign(3, pin("4711"), "text");
    CHECK(heard.await<ports::TokenSigned>(1).request == 3);
    CHECK(heard.count() == 2);
}

TEST_CASE("a module that never comes back keeps nobody from leaving")
{
    const auto card = std::make_shared<Card>();
    card->set(named("mara", 1));
    card->isHanging = true;
    Heard heard;
    const auto began = std::chrono::steady_clock::now();
    {
        TokenReader reader(card, heard.teller(), often);
        heard.await<ports::TokenSeen>(0);
        reader.sign(1, pin("4711"), "text");
        card->waitUntilAsked();
    }
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(15));
    card->release(); // its thread is left behind, and says nothing more
    CHECK(heard.count() == 1);
}
