// The operating system's keychain through QtKeychain: libsecret or KWallet, macOS' Keychain, Windows' Credential
// Manager. Its jobs live in a QThread of their own; who asks waits on a clock, in no event loop, and is told Unreadable
// when the answer does not come. Never falls back to a plain file.
#pragma once

#include "core/ports/keychain.hpp"

#include <QtCore/QThread>

#include <chrono>

namespace countersign::console
{

class KeychainJobs;

class SystemKeychain : public ports::Keychain
{
public:
    // A person may have to answer the system's prompt meanwhile.
    static constexpr std::chrono::seconds patienceOfPeople{30};

    explicit SystemKeychain(std::chrono::milliseconds patience = patienceOfPeople);
    ~SystemKeychain() override; // what was to be kept later and is not under way yet is dropped

    [[nodiscard]] ports::KeychainAnswer read(const std::string &name) override;
    [[nodiscard]] ports::KeychainState keep(const std::string &name, BytesView secret) override;
    void forget(const std::string &name) override;
    void keepLater(const std::string &name, std::string text) override;

private:
    std::chrono::milliseconds patience_;
    QThread thread_;
    KeychainJobs *jobs_; // lives and dies on thread_
};

} // namespace countersign::console
