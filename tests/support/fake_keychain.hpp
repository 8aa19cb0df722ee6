// A keychain in memory that can be what keychains are: locked, empty, gone, somebody else's.
#pragma once

#include "core/ports/keychain.hpp"

#include <map>
#include <optional>

namespace countersign::support
{

class FakeKeychain : public ports::Keychain
{
public:
    // What it answers instead, until it is well again.
    std::optional<ports::KeychainState> trouble;
    std::map<std::string, Bytes> entries;
    int keeps = 0; // that were asked for; keepLater is none of them

    [[nodiscard]] ports::KeychainAnswer read(const std::string &name) override
    {
        if (trouble)
            return {*trouble, {}};
        const auto found = entries.find(name);
        if (found == entries.end())
            return {ports::KeychainState::Absent, {}};
        return {ports::KeychainState::Found, SecretBytes::copyOf(found->second)};
    }
    [[nodiscard]] ports::KeychainState keep(const std::string &name, BytesView secret) override
    {
        ++keeps;
        if (trouble)
            return *trouble;
        entries[name] = Bytes(secret.begin(), secret.end());
        return ports::KeychainState::Found;
    }
    void forget(const std::string &name) override { entries.erase(name); }
    void keepLater(const std::string &name, std::string text) override
    {
        if (!trouble)
            entries[name] = toBytes(text);
    }
};

} // namespace countersign::support
