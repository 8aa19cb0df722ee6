// A card reader without a card: a test puts one in, takes it out, and says how it answers.
#pragma once

#include "core/crypto/digest.hpp"
#include "core/crypto/signing.hpp"
#include "core/ports/tokens.hpp"
#include "tests/support/carried_card.hpp"
#include "tests/support/fake_ledger.hpp"

#include <optional>
#include <string>

namespace countersign::support
{

class FakeTokens : public ports::Tokens
{
public:
    explicit FakeTokens(Emit emit) : emit_(std::move(emit)) {}

    std::string pin = "4711";
    int triesLeft = 3;
    bool isSilent = false; // the module does not come back
    bool spoilsSignatures = false;
    int asked = 0, abandoned = 0;

    void putIn(const std::string &card)
    {
        card_ = card;
        emit_(ports::TokenEvent(ports::TokenSeen{{card, cardKey(card).publicKey().bytes}}));
    }
    void takeOut()
    {
        card_.reset();
        emit_(ports::TokenEvent(ports::TokenGone{}));
    }
    void putInUnusable() { emit_(ports::TokenEvent(ports::TokenUnusable{})); }
    // What a module says after all, when nobody waits any more.
    void answerLate() { answer(last_, "late"); }

    void sign(std::uint64_t request, std::shared_ptr<SecretBytes> given, std::string bytes) override
    {
        ++asked;
        last_ = request;
        if (isSilent)
            return;
        if (!card_)
            return refuse(request, ports::AuthenticatorFault::Absent);
        if (triesLeft == 0)
            return refuse(request, ports::AuthenticatorFault::PinLocked);
        if (asText(given->view()) != pin) {
            --triesLeft;
            return refuse(request, ports::AuthenticatorFault::WrongPin);
        }
        triesLeft = 3;
        answer(request, bytes);
    }
    void abandon() override { ++abandoned; }

private:
    void refuse(std::uint64_t request, ports::AuthenticatorFault fault)
    {
        emit_(ports::TokenEvent(ports::TokenRefused{request, fault}));
    }
    void answer(std::uint64_t request, std::string_view bytes)
    {
        auto signature = crypto::sign(cardKey(card_.value_or("none")), asBytes(bytes));
        signature[3] ^= spoilsSignatures ? 1U : 0U;
        emit_(ports::TokenEvent(ports::TokenSigned{request, signature}));
    }

    Emit emit_;
    std::optional<std::string> card_;
    std::uint64_t last_ = 0;
};

} // namespace countersign::support
