// What a signature rests on, and which of it only the person can give.
#pragma once

#include "core/domain/decision.hpp"

namespace countersign::domain
{

// a device key is had by whoever has the device.
[[nodiscard]] constexpr bool isPersonal(AuthComponent component)
{
    return component != AuthComponent::DeviceKey;
}

} // namespace countersign::domain
