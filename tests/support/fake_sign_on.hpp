// A browser without a window: what is asked of it is kept, and a test answers.
#pragma once

#include "core/ports/sign_on.hpp"
#include "tests/support/fake_ledger.hpp"

#include <functional>
#include <vector>

namespace countersign::support
{

class FakeSignOn : public ports::SignOn
{
public:
    explicit FakeSignOn(Emit emit) : emit_(std::move(emit)) {}

    // The issuer's answer at once; unset: the browser stays open.
    std::function<ports::SignOnEvent(const ports::SignOnQuestion &)> onAsked;
    std::vector<ports::SignOnQuestion> asked;
    int abandoned = 0;

    void ask(ports::SignOnQuestion question) override
    {
        asked.push_back(question);
        if (onAsked)
            emit_(onAsked(question));
    }
    void abandon() override { ++abandoned; }
    void answer(ports::SignOnEvent event) { emit_(std::move(event)); }

private:
    Emit emit_;
};

} // namespace countersign::support
