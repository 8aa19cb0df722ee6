#include "app/console/tokens/pkcs11_token.hpp"

#include <p11-kit/pkcs11.h>

#include <dlfcn.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace countersign::console
{
namespace
{

using ports::AuthenticatorFault;

constexpr std::size_t keyBytes = 32;
constexpr CK_ULONG slotsMax = 64;

AuthenticatorFault faultOf(CK_RV answer)
{
    switch (answer) {
    case CKR_PIN_INCORRECT:
    case CKR_PIN_INVALID:
    case CKR_PIN_LEN_RANGE:
        return AuthenticatorFault::WrongPin;
    case CKR_PIN_LOCKED:
    case CKR_PIN_EXPIRED:
        return AuthenticatorFault::PinLocked;
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_DEVICE_REMOVED:
    case CKR_SLOT_ID_INVALID:
    case CKR_SESSION_HANDLE_INVALID:
        return AuthenticatorFault::Absent;
    default:
        return AuthenticatorFault::Broken;
    }
}

template <class T>
CK_ATTRIBUTE attribute(CK_ATTRIBUTE_TYPE type, T &value)
{
    return {type, &value, sizeof value};
}

// A point is an octet string in an octet string (0x04 0x20 …); some modules give the bytes alone.
std::optional<std::array<std::uint8_t, keyBytes>> keyOf(const std::vector<CK_BYTE> &point)
{
    if (point.size() != keyBytes && (point.size() != keyBytes + 2 || point[0] != 0x04 || point[1] != keyBytes))
        return std::nullopt;
    std::array<std::uint8_t, keyBytes> key{};
    std::copy(point.end() - keyBytes, point.end(), key.begin());
    return key;
}

} // namespace

struct Pkcs11Token::Module {
    void *library = nullptr;
    CK_FUNCTION_LIST *p11 = nullptr;

    Module() = default;
    Module(const Module &) = delete;
    Module &operator=(const Module &) = delete;
    ~Module()
    {
        if (p11 != nullptr)
            p11->C_Finalize(nullptr);
        if (library != nullptr)
            ::dlclose(library);
    }

    // The first slot that holds a token which has been made ready.
    [[nodiscard]] std::optional<CK_SLOT_ID> slot(CK_TOKEN_INFO &info) const
    {
        std::vector<CK_SLOT_ID> slots(slotsMax);
        CK_ULONG count = slotsMax;
        if (p11->C_GetSlotList(CK_TRUE, slots.data(), &count) != CKR_OK)
            return std::nullopt;
        slots.resize(count);
        for (const CK_SLOT_ID id : slots)
            if (p11->C_GetTokenInfo(id, &info) == CKR_OK && (info.flags & CKF_TOKEN_INITIALIZED) != 0)
                return id;
        return std::nullopt;
    }

    [[nodiscard]] std::optional<CK_OBJECT_HANDLE> find(CK_SESSION_HANDLE session, CK_OBJECT_CLASS kind) const
    {
        CK_KEY_TYPE type = CKK_EC_EDWARDS;
        CK_ATTRIBUTE wanted[] = {attribute(CKA_CLASS, kind), attribute(CKA_KEY_TYPE, type)};
        CK_OBJECT_HANDLE found = 0;
        CK_ULONG count = 0;
        const bool isAsked = p11->C_FindObjectsInit(session, wanted, 2) == CKR_OK
                             && p11->C_FindObjects(session, &found, 1, &count) == CKR_OK;
        p11->C_FindObjectsFinal(session);
        return isAsked && count == 1 ? std::optional(found) : std::nullopt;
    }
};

namespace
{

// Closes, and with it forgets the PIN, whatever happened.
struct OpenSession {
    CK_FUNCTION_LIST *p11;
    CK_SESSION_HANDLE handle = 0;
    CK_RV answer;

    OpenSession(CK_FUNCTION_LIST *functions, CK_SLOT_ID slot)
        : p11(functions), answer(p11->C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &handle))
    {
    }
    OpenSession(const OpenSession &) = delete;
    OpenSession &operator=(const OpenSession &) = delete;
    ~OpenSession()
    {
        if (answer != CKR_OK)
            return;
        p11->C_Logout(handle);
        p11->C_CloseSession(handle);
    }
};

} // namespace

Pkcs11Token::Pkcs11Token(std::unique_ptr<Module> module) : module_(std::move(module)) {}
Pkcs11Token::~Pkcs11Token() = default;

std::unique_ptr<Pkcs11Token> Pkcs11Token::load(const std::filesystem::path &path)
{
    if (!path.is_absolute())
        return nullptr;
    auto module = std::make_unique<Module>();
    module->library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (module->library == nullptr)
        return nullptr;
    const auto list = reinterpret_cast<CK_C_GetFunctionList>(::dlsym(module->library, "C_GetFunctionList"));
    CK_FUNCTION_LIST *functions = nullptr;
    CK_C_INITIALIZE_ARGS arguments{};
    arguments.flags = CKF_OS_LOCKING_OK;
    if (list == nullptr || list(&functions) != CKR_OK || functions->C_Initialize(&arguments) != CKR_OK)
        return nullptr;
    module->p11 = functions;
    return std::make_unique<Pkcs11Token>(std::move(module));
}

bool Pkcs11Token::isPresent()
{
    CK_TOKEN_INFO info{};
    return module_->slot(info).has_value();
}

Result<ports::AuthenticatorIdentity, AuthenticatorFault> Pkcs11Token::identify()
{
    CK_TOKEN_INFO info{};
    const auto slot = module_->slot(info);
    if (!slot)
        return failure(AuthenticatorFault::Absent);
    const OpenSession session(module_->p11, *slot);
    if (session.answer != CKR_OK)
        return failure(faultOf(session.answer));
    const auto object = module_->find(session.handle, CKO_PUBLIC_KEY);
    if (!object)
        return failure(AuthenticatorFault::NoKey);
    std::vector<CK_BYTE> point(128);
    CK_ATTRIBUTE asked{CKA_EC_POINT, point.data(), point.size()};
    if (module_->p11->C_GetAttributeValue(session.handle, *object, &asked, 1) != CKR_OK
        || asked.ulValueLen > point.size())
        return failure(AuthenticatorFault::NoKey);
    point.resize(asked.ulValueLen);
    const auto key = keyOf(point);
    if (!key)
        return failure(AuthenticatorFault::NoKey);
    std::string label(reinterpret_cast<const char *>(info.label), sizeof info.label);
    label.erase(label.find_last_not_of(' ') + 1);
    return ports::AuthenticatorIdentity{std::move(label), *key};
}

Result<std::array<std::uint8_t, 64>, AuthenticatorFault> Pkcs11Token::sign(BytesView pin, BytesView bytes)
{
    CK_TOKEN_INFO info{};
    const auto slot = module_->slot(info);
    if (!slot)
        return failure(AuthenticatorFault::Absent);
    if (pin.empty())
        return failure(AuthenticatorFault::WrongPin); // to a module this would ask for a pad of its own
    CK_FUNCTION_LIST *p11 = module_->p11;
    const OpenSession session(p11, *slot);
    if (session.answer != CKR_OK)
        return failure(faultOf(session.answer));
    // The module takes what it does not change as if it might.
    auto *const pinBytes = const_cast<CK_BYTE *>(pin.data());
    if (const CK_RV answer = p11->C_Login(session.handle, CKU_USER, pinBytes, pin.size()); answer != CKR_OK)
        return failure(faultOf(answer));
    const auto object = module_->find(session.handle, CKO_PRIVATE_KEY);
    if (!object)
        return failure(AuthenticatorFault::NoKey);
    CK_MECHANISM mechanism{CKM_EDDSA, nullptr, 0};
    std::array<std::uint8_t, 64> signature{};
    CK_ULONG size = signature.size();
    CK_RV answer = p11->C_SignInit(session.handle, &mechanism, *object);
    if (answer == CKR_OK)
        answer = p11->C_Sign(session.handle, const_cast<CK_BYTE *>(bytes.data()), bytes.size(), signature.data(), &size);
    if (answer != CKR_OK || size != signature.size())
        return failure(answer == CKR_OK ? AuthenticatorFault::Broken : faultOf(answer));
    return signature;
}

} // namespace countersign::console
