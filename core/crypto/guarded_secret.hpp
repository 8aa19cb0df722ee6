// A key that stays for as long as somebody is signed in: alone in pages between guard pages, locked into memory, left
// out of core dumps, and without access to read or write it but while a Use of it lives. Wiped when it dies. Moves,
// never copies; cannot be printed. One thread at a time.
#pragma once

#include "core/base/bytes.hpp"

#include <memory>

namespace countersign::crypto
{

class GuardedSecret
{
    struct Page;

public:
    GuardedSecret();
    // A copy; the one it came from is the caller's to wipe.
    explicit GuardedSecret(BytesView secret);
    GuardedSecret(GuardedSecret &&) noexcept;
    GuardedSecret &operator=(GuardedSecret &&) noexcept;
    ~GuardedSecret();

    // Readable while it lives.
    class Use
    {
    public:
        explicit Use(std::shared_ptr<Page> page);
        Use(const Use &) = delete;
        Use &operator=(const Use &) = delete;
        ~Use();
        [[nodiscard]] BytesView view() const;

    private:
        std::shared_ptr<Page> page_; // null: of no secret; wiped when the last use of it ends
    };
    [[nodiscard]] Use use() const { return Use(page_); }

    [[nodiscard]] bool isEmpty() const { return page_ == nullptr; }
    void wipe();

private:
    std::shared_ptr<Page> page_;
};

} // namespace countersign::crypto
