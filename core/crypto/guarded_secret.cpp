#include "core/crypto/guarded_secret.hpp"

#include <sodium.h>

#include <algorithm>
#include <new>
#include <utility>

namespace countersign::crypto
{

struct GuardedSecret::Page {
    explicit Page(BytesView secret) : size(secret.size())
    {
        if (sodium_init() < 0)
            throw std::bad_alloc();
        bytes = static_cast<std::uint8_t *>(sodium_malloc(size));
        if (bytes == nullptr)
            throw std::bad_alloc();
        std::copy(secret.begin(), secret.end(), bytes);
        sodium_mprotect_noaccess(bytes);
    }
    Page(const Page &) = delete;
    Page &operator=(const Page &) = delete;
    ~Page() { sodium_free(bytes); } // which wipes it

    std::uint8_t *bytes = nullptr;
    std::size_t size = 0;
    int users = 0;
};

GuardedSecret::GuardedSecret() = default;
GuardedSecret::GuardedSecret(BytesView secret) : page_(secret.empty() ? nullptr : std::make_shared<Page>(secret)) {}
GuardedSecret::GuardedSecret(GuardedSecret &&) noexcept = default;
GuardedSecret &GuardedSecret::operator=(GuardedSecret &&) noexcept = default;
GuardedSecret::~GuardedSecret() = default;

void GuardedSecret::wipe()
{
    page_.reset();
}

GuardedSecret::Use::Use(std::shared_ptr<Page> page) : page_(std::move(page))
{
    if (page_ != nullptr && page_->users++ == 0)
        sodium_mprotect_readonly(page_->bytes);
}

GuardedSecret::Use::~Use()
{
    if (page_ != nullptr && --page_->users == 0)
        sodium_mprotect_noaccess(page_->bytes);
}

BytesView GuardedSecret::Use::view() const
{
    return page_ == nullptr ? BytesView{} : BytesView{page_->bytes, page_->size};
}

} // namespace countersign::crypto
